package org.telvirt.conformance.operation;

import java.net.URI;
import java.util.stream.Stream;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimxml.CimXmlSettings;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.conformance.rig.HttpTransport;
import org.telvirt.conformance.rig.RunningServer;

/**
 * Whatever the scenarios are played against.
 *
 * @param name for the report
 * @param end releases it
 */
public record OperationTarget(String name, CimService service, Runnable end) implements AutoCloseable {
    private static final String FOREIGN = "telvirt.conformance.url";

    /**
     * The object manager in process, and the server over CIM-XML; or, where the system property
     * {@code telvirt.conformance.url} names one ({@code http://user:password@host:5988/cimom}), that server alone.
     */
    public static Stream<OperationTarget> all() {
        String url = System.getProperty(FOREIGN);
        return url == null ? Stream.of(InProcess.target(), overCimXml()) : Stream.of(at(URI.create(url)));
    }

    /** The server that the system property names, or else one of its own over CIM-XML. */
    public static OperationTarget server() {
        String url = System.getProperty(FOREIGN);
        return url == null ? overCimXml() : at(URI.create(url));
    }

    /** Whether it is the server of this build. */
    public boolean isOurs() {
        return System.getProperty(FOREIGN) == null;
    }

    /** A server of its own over CIM-XML. */
    static OperationTarget overCimXml() {
        RunningServer server = RunningServer.simulated();
        return new OperationTarget(
                "CIM-XML",
                client(URI.create("http://" + server.http() + "/cimom"), "admin", RunningServer.PASSWORD),
                server::close);
    }

    private static OperationTarget at(URI uri) {
        String[] user = uri.getUserInfo().split(":", 2);
        return new OperationTarget(uri.getHost(), client(uri, user[0], user[1]), () -> {});
    }

    static CimService client(URI uri, String user, String password) {
        return new CimXmlClient(new HttpTransport(uri, user, password), CimXmlSettings.DEFAULT.limits());
    }

    <R> R execute(CimOperation<R> operation) throws CimException {
        return service.execute(operation, CallContext.internal("admin"));
    }

    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
