package org.telvirt.cimom.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.CimomBuilder;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.interop.InteropProviders;
import org.telvirt.cimom.interop.ServerIdentity;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.provider.ProviderSet;
import org.telvirt.store.Store;

/** An object manager over a fleet, as tests call it. A mistake of a provider fails the test. */
public final class TestServer {
    public static final CallContext CONTEXT =
            new CallContext("tester", "", "test", "1", "vf.example:5989", List.of(), null);
    public static final Defects FATAL = mistake -> {
        throw new AssertionError(mistake);
    };

    private final Cimom cimom;
    private final MovableClock clock = new MovableClock();

    private TestServer(List<ProviderSet> providers, UnaryOperator<CimomBuilder> parts) {
        Schemas schemas = schemas();
        List<ProviderSet> all = new ArrayList<>(providers);
        all.add(new InteropProviders(identity(schemas), schemas, EnumerationLimits.DEFAULT)
                .in(FleetNames.ROOT_INTEROP));
        CimomBuilder builder = Cimom.over(schemas, all, clock)
                .readers(List.of(new MofObjectReader(TestSchema.classes())))
                .defects(FATAL);
        try {
            cimom = parts.apply(builder).open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestServer of(Fleet fleet) {
        return of(fleet, parts -> parts);
    }

    /** With other parts than usual. */
    public static TestServer of(Fleet fleet, UnaryOperator<CimomBuilder> parts) {
        return new TestServer(new FleetProviders(fleet).sets(), parts);
    }

    public static TestServer of(Fleet fleet, EnumerationLimits limits) {
        return of(fleet, parts -> parts.limits(limits));
    }

    public static TestServer of(List<ProviderSet> providers, Defects defects) {
        return with(providers, parts -> parts.defects(defects));
    }

    /** With other parts than usual. */
    public static TestServer with(List<ProviderSet> providers, UnaryOperator<CimomBuilder> parts) {
        return new TestServer(providers, parts);
    }

    /** A server without providers that keeps everything there. */
    public static TestServer over(Store store) {
        return with(List.of(), parts -> parts.store(store));
    }

    public static Schemas schemas() {
        return Schemas.none()
                .with(new Schema(FleetNames.ROOT_VIRT, TestSchema.classes()))
                .with(
                        new Schema(FleetNames.ROOT_INTEROP, TestSchema.classes()),
                        FleetNames.INTEROP,
                        FleetNames.PG_INTEROP);
    }

    private static ServerIdentity identity(Schemas schemas) {
        return new ServerIdentity(
                FleetNames.HOST_SYSTEM,
                "host-1",
                "Telvirt:host-1",
                "0.1.0",
                schemas.names(),
                List.of(new ServerIdentity.Door("cim-xml-https", "CIM-XML over HTTPS", true)));
    }

    public Cimom cimom() {
        return cimom;
    }

    public MovableClock clock() {
        return clock;
    }

    public <R> R execute(CimOperation<R> operation) throws CimException {
        return cimom.execute(operation, CONTEXT);
    }

    /** The path as answers have it. */
    public static CimInstancePath full(CimInstancePath path) {
        return path.in(FleetNames.ROOT_VIRT).on(CONTEXT.serverHost());
    }

    public static CimName name(String text) {
        return CimName.of(text);
    }
}
