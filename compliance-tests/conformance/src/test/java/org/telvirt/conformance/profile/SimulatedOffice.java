package org.telvirt.conformance.profile;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.providers.VirtualizationProviders;

/** The object manager over a simulated host of its own, without doors; a value that its class forbids is an error. */
final class SimulatedOffice implements AutoCloseable {
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
    private final LocalFacility facility;
    private final Cimom cimom;

    SimulatedOffice() {
        Clock clock = Clock.systemUTC();
        Hypervisor engine = new SimulatedHost(SimulatedHostSettings.standard(), threads, threads, clock).connect();
        try {
            engine.networks().defineIsolated("default");
            engine.networks().start("default");
            facility = LocalFacility.open(
                    engine, FacilitySettings.standard(), new FacilityThreads(threads, threads, threads), clock);
        } catch (FacilityException | HypervisorException e) {
            throw new IllegalStateException(e);
        }
        NamespaceSchema classes = schema();
        cimom = Cimom.of(
                Schemas.none()
                        .with(new Schema(CimNamespace.of("root/virt"), classes))
                        .with(new Schema(CimNamespace.of("root/interop"), classes)),
                VirtualizationProviders.of(facility, clock),
                List.of(new MofObjectReader(classes)),
                EnumerationLimits.DEFAULT,
                clock,
                mistake -> {
                    throw new AssertionError(mistake);
                });
    }

    private static NamespaceSchema schema() {
        try (MofSource source = MofSource.classPath(SimulatedOffice.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "schema.mof");
        } catch (IOException | MofException e) {
            throw new IllegalStateException(e);
        }
    }

    CimService service() {
        return cimom;
    }

    @Override
    public void close() {
        cimom.close();
        facility.close();
        threads.shutdownNow();
    }
}
