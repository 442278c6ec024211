package org.telvirt.facility.pool;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.host.Topology;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.HostNetwork.Forwarding;
import org.telvirt.hypervisor.network.NetworkFeature;
import org.telvirt.hypervisor.storage.StorageFeature;
import org.telvirt.hypervisor.storage.StoragePool;

/**
 * What the host has to give, read again when someone asks after an event said that it may have changed. Safe for use by
 * many threads.
 */
final class HostResources implements Consumer<HypervisorEvent> {
    private static final Topology NONE = new Topology(List.of());

    private final Hypervisor engine;
    private volatile boolean mayHaveChanged = true;
    private HostShape shape = HostShape.NOTHING;
    private List<Network> networks = List.of();

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

    /** The engine's networks. */
    synchronized List<Network> networks() {
        refresh();
        return networks;
    }

    private void refresh() {
        if (mayHaveChanged) {
            mayHaveChanged = false;
            try {
                Host host = engine.host();
                networks = part(this::readNetworks, networks);
                shape = shape(host);
            } catch (HypervisorException e) {
                mayHaveChanged = true;
            }
        }
    }

    /** A part of what there is to read. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws HypervisorException;
    }

    /** A part as it is now; as it was, if the engine cannot tell: one part that it lacks does not hide the others. */
    private <T> T part(Part<T> part, T before) {
        try {
            return part.read();
        } catch (HypervisorException e) {
            mayHaveChanged = mayHaveChanged || e.reason() == Reason.UNAVAILABLE;
            return before;
        }
    }

    private HostShape shape(Host host) {
        SortedSet<Integer> numbered = new TreeSet<>();
        for (int number = 0; number < host.processors(); number++) {
            numbered.add(number);
        }
        Topology topology = part(this::readTopology, NONE);
        SortedSet<Integer> online = HostShape.processors(topology);
        return new HostShape(
                online.isEmpty() ? numbered : online,
                host.memory().bytes(),
                HostShape.pages(topology),
                part(this::readStorage, shape.storage()),
                names(networks));
    }

    private Topology readTopology() throws HypervisorException {
        return engine.inventory().offers(HostFeature.TOPOLOGY)
                ? engine.inventory().topology()
                : NONE;
    }

    private List<Network> readNetworks() throws HypervisorException {
        return engine.networks().offers(NetworkFeature.NETWORKS)
                ? engine.networks().networks().stream()
                        .map(HostResources::network)
                        .toList()
                : List.of();
    }

    private static Network network(HostNetwork network) {
        return new Network(network.name(), network.active(), network.bridge(), outside(network.forwarding()));
    }

    private static String outside(Forwarding forwarding) {
        return switch (forwarding) {
            case ISOLATED -> "connected with nothing else";
            case NAT -> "connected by the address of the host";
            case ROUTED, OPEN -> "a network of its own behind the host";
            case BRIDGED -> "part of a network of the host";
            case OTHER -> "connected by other means";
        };
    }

    private Map<String, StoragePool> readStorage() throws HypervisorException {
        Map<String, StoragePool> pools = new LinkedHashMap<>();
        if (engine.storage().offers(StorageFeature.POOLS)) {
            engine.storage().pools().forEach(pool -> pools.put(pool.name(), pool));
        }
        return pools;
    }

    private static Set<String> names(List<Network> networks) {
        Set<String> names = new LinkedHashSet<>();
        networks.forEach(network -> names.add(network.name()));
        return names;
    }
}
