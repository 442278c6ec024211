package org.telvirt.server;

import java.net.URI;
import java.time.Clock;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Finds the engine for a URI. */
final class Engines {
    private static final String SIMULATED = "simulated";

    private Engines() {}

    /**
     * Opens an engine.
     *
     * @param uri {@code simulated:///default}, or whatever libvirt understands
     * @throws StartException it cannot be reached
     */
    static Hypervisor open(URI uri, ServerThreads threads) throws StartException {
        if (SIMULATED.equals(uri.getScheme())) {
            return new SimulatedHost(
                            SimulatedHostSettings.standard(), threads.engine(), threads.timer(), Clock.systemUTC())
                    .connect();
        }
        try {
            return new LibvirtHypervisor(uri.toString(), threads.engine(), Clock.systemUTC());
        } catch (HypervisorException e) {
            throw new StartException(
                    ExitCode.HYPERVISOR_UNAVAILABLE,
                    "Cannot reach the hypervisor " + uri + ": " + e.getMessage()
                            + ". Without libvirt, leave --hypervisor out to serve a simulated one",
                    e);
        }
    }
}
