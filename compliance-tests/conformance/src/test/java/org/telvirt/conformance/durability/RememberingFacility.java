package org.telvirt.conformance.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.server.FacilityTexts;
import org.telvirt.store.Store;
import org.telvirt.store.journal.JournalStore;

/** A facility over libvirt that writes down what it does, as the server's, without the server around it. */
final class RememberingFacility implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final Store store;
    private final LibvirtHypervisor engine;
    private final LocalFacility facility;

    RememberingFacility(String uri, Path folder) throws Exception {
        store = JournalStore.open(folder);
        engine = new LibvirtHypervisor(uri, threads, InstantSource.system());
        facility = LocalFacility.open(
                engine,
                FacilitySettings.standard(),
                new FacilityThreads(threads, events, timer),
                InstantSource.system(),
                new FacilityRecords(new FacilityTexts(store), PoolRecords.inMemory()));
    }

    LibvirtHypervisor engine() {
        return engine;
    }

    LocalFacility facility() {
        return facility;
    }

    @Override
    public void close() throws IOException {
        facility.close();
        engine.close();
        for (ExecutorService ending : List.of(threads, events, timer)) { // each may need those after it
            end(ending);
        }
        store.close();
    }

    private static void end(ExecutorService ending) {
        ending.shutdownNow();
        try {
            if (!ending.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("something does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
