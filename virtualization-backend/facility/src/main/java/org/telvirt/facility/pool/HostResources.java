package org.telvirt.facility.pool;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.host.Topology;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.NetworkFeature;
import org.telvirt.hypervisor.storage.StorageFeature;
import org.telvirt.hypervisor.storage.StoragePool;

/**
 * What the host has to give, read again when someone asks after an event said that it may have changed. Safe for use by
 * many threads.
 */
final class HostResources implements Consumer<HypervisorEvent> {
    private final Hypervisor engine;
    private volatile boolean mayHaveChanged = true;
    private HostShape shape = HostShape.NOTHING;
    private List<HostDevice> devices = List.of();
    private List<HostNetwork> networks = List.of();

    HostResources(Hypervisor engine) {
        this.engine = engine;
    }

    @Override
    public void accept(HypervisorEvent event) {
        if (event instanceof HostEvent || event instanceof Gap) {
            mayHaveChanged = true;
        }
    }

    /** The host as it is; as it was, while the engine does not answer. */
    synchronized HostShape shape() {
        refresh();
        return shape;
    }

    /** Its devices. */
    synchronized List<HostDevice> devices() {
        refresh();
        return devices;
    }

    /** The engine's networks. */
    synchronized List<HostNetwork> networks() {
        refresh();
        return networks;
    }

    private void refresh() {
        if (mayHaveChanged) {
            mayHaveChanged = false;
            try {
                read();
            } catch (HypervisorException e) {
                mayHaveChanged = true;
            }
        }
    }

    private void read() throws HypervisorException {
        Host host = engine.host();
        SortedSet<Integer> processors = new TreeSet<>();
        SortedMap<Long, Long> pages = new TreeMap<>();
        if (engine.inventory().offers(HostFeature.TOPOLOGY)) {
            Topology topology = engine.inventory().topology();
            processors.addAll(HostShape.processors(topology));
            pages.putAll(HostShape.pages(topology));
        } else {
            for (int number = 0; number < host.processors(); number++) {
                processors.add(number);
            }
        }
        devices = engine.inventory().offers(HostFeature.DEVICES)
                ? engine.inventory().devices()
                : List.of();
        networks = engine.networks().offers(NetworkFeature.NETWORKS)
                ? engine.networks().networks()
                : List.of();
        shape = new HostShape(processors, host.memory().bytes(), pages, storage(), names(networks));
    }

    private Map<String, StoragePool> storage() throws HypervisorException {
        Map<String, StoragePool> pools = new LinkedHashMap<>();
        if (engine.storage().offers(StorageFeature.POOLS)) {
            engine.storage().pools().forEach(pool -> pools.put(pool.name(), pool));
        }
        return pools;
    }

    private static Set<String> names(List<HostNetwork> networks) {
        Set<String> names = new LinkedHashSet<>();
        networks.forEach(network -> names.add(network.name()));
        return names;
    }
}
