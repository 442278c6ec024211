package org.telvirt.server;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.hypervisor.libvirt.linux.KernelFiles;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Chooses the engine that a URI names. */
final class EngineRoom {
    private static final String SIMULATED_SCHEME = "simulated";
    private static final URI SIMULATED = URI.create("simulated:///default");
    /** Without one there would be no virtual switch to look at. */
    private static final String NETWORK = "default";

    private static final Duration LOOK = Duration.ofSeconds(1);

    private EngineRoom() {}

    /**
     * Opens the engine.
     *
     * @param uri {@code simulated:///default}, or one of libvirt's
     * @throws StartException HYPERVISOR_UNAVAILABLE: it does not answer; SETTINGS: there is no such simulated host
     */
    static Hypervisor open(URI uri, ServerThreads threads, InstantSource clock) throws StartException {
        if (SIMULATED_SCHEME.equals(uri.getScheme())) {
            return simulated(uri, threads, clock);
        }
        try {
            return new LibvirtHypervisor(uri.toString(), threads.engine(), clock);
        } catch (HypervisorException e) {
            throw unavailable(uri, e);
        }
    }

    /** Has the machine looked at again and again; of another one only the pools can be seen. It ends with the threads. */
    static void watch(Hypervisor engine, ServerThreads threads) {
        if (engine instanceof LibvirtHypervisor libvirt) {
            KernelFiles files = libvirt.isOnThisMachine() ? KernelFiles.ofThisMachine() : null;
            var unused = libvirt.watchHost(threads.watch(), LOOK, files);
        }
    }

    /** Names the start of the machine that the engine is on; null: it cannot be told. */
    static @Nullable String bootId(Hypervisor engine) {
        return engine instanceof LibvirtHypervisor libvirt && libvirt.isOnThisMachine() ? Machine.bootId() : null;
    }

    private static Hypervisor simulated(URI uri, ServerThreads threads, InstantSource clock) throws StartException {
        if (!uri.equals(SIMULATED)) {
            throw new StartException(
                    ExitCode.SETTINGS, "There is no hypervisor '" + uri + "'; the simulated one is " + SIMULATED);
        }
        Hypervisor engine =
                new SimulatedHost(SimulatedHostSettings.standard(), threads.engine(), threads.timer(), clock).connect();
        try {
            engine.networks().defineIsolated(NETWORK);
            engine.networks().start(NETWORK);
        } catch (HypervisorException e) {
            throw unavailable(uri, e);
        }
        return engine;
    }

    static StartException unavailable(URI uri, Exception cause) {
        return new StartException(
                ExitCode.HYPERVISOR_UNAVAILABLE,
                "Cannot use the hypervisor '" + uri + "': " + cause.getMessage()
                        + " (choose another with --hypervisor URI; " + SIMULATED + " needs nothing)",
                cause);
    }
}
