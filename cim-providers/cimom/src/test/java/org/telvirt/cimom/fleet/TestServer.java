package org.telvirt.cimom.fleet;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.interop.InteropProviders;
import org.telvirt.cimom.interop.ServerIdentity;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.provider.ProviderSet;

/** An object manager over a fleet, as tests call it. A mistake of a provider fails the test. */
public final class TestServer {
    public static final CallContext CONTEXT =
            new CallContext("tester", "", "test", "1", "vf.example:5989", List.of(), null);
    public static final Defects FATAL = mistake -> {
        throw new AssertionError(mistake);
    };

    private final Cimom cimom;
    private final MovableClock clock = new MovableClock();

    private TestServer(List<ProviderSet> providers, Defects defects, EnumerationLimits limits) {
        Schemas schemas = schemas();
        List<ProviderSet> all = new ArrayList<>(providers);
        all.add(new InteropProviders(identity(schemas), limits).in(FleetNames.ROOT_INTEROP));
        cimom = Cimom.of(schemas, all, List.of(new MofObjectReader(TestSchema.classes())), limits, clock, defects);
    }

    public static TestServer of(Fleet fleet) {
        return of(new FleetProviders(fleet).sets(), FATAL);
    }

    public static TestServer of(Fleet fleet, EnumerationLimits limits) {
        return new TestServer(new FleetProviders(fleet).sets(), FATAL, limits);
    }

    public static TestServer of(List<ProviderSet> providers, Defects defects) {
        return new TestServer(providers, defects, EnumerationLimits.DEFAULT);
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
