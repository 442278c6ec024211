package org.telvirt.hypervisor.libvirt.resource;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.NetworkFeature;
import org.telvirt.hypervisor.network.Networks;

/** libvirt's networks. Safe for use by many threads. */
public final class LibvirtNetworks implements Networks {
    private final LibvirtConnection connection;
    private final Map<NetworkFeature, String> missing;

    /** Asks once whether there are any. */
    public LibvirtNetworks(LibvirtConnection connection) throws HypervisorException {
        this.connection = connection;
        this.missing = connection.read(on -> {
            if (ResourceLibrary.virConnectListAllNetworks(on, null, 0) >= 0) {
                return Map.of();
            }
            String reason = LibvirtErrors.last("libvirt has no networks here").getMessage();
            return Map.of(NetworkFeature.NETWORKS, reason, NetworkFeature.CHANGES, reason);
        });
    }

    @Override
    public Map<NetworkFeature, String> missing() {
        return missing;
    }

    @Override
    public List<HostNetwork> networks() throws HypervisorException {
        String attempt = "Cannot list the networks";
        require(NetworkFeature.NETWORKS, attempt);
        return connection.read(on -> {
            PointerByReference list = new PointerByReference();
            int count = ResourceLibrary.virConnectListAllNetworks(on, list, 0);
            List<HostNetwork> networks = new ArrayList<>();
            for (Handle handle : Handle.all(count, list, ResourceLibrary::virNetworkFree, attempt)) {
                try (handle) {
                    HostNetwork network = describe(handle.pointer());
                    if (network != null) {
                        networks.add(network);
                    }
                }
            }
            return List.copyOf(networks);
        });
    }

    /** Null: it is gone since. */
    private static @Nullable HostNetwork describe(Pointer network) throws HypervisorException {
        Pointer xml = ResourceLibrary.virNetworkGetXMLDesc(network, 0);
        return xml == null
                ? null
                : ResourceXml.network(
                        OwnedString.take(xml),
                        ResourceLibrary.virNetworkIsActive(network) == 1,
                        ResourceLibrary.virNetworkIsPersistent(network) == 1);
    }

    private static HostNetwork present(Pointer network, String attempt) throws HypervisorException {
        HostNetwork described = describe(network);
        if (described == null) {
            throw LibvirtErrors.last(attempt);
        }
        return described;
    }

    @Override
    public HostNetwork defineIsolated(String network) throws HypervisorException {
        String attempt = "Cannot define network '" + network + "'";
        require(NetworkFeature.CHANGES, attempt);
        return connection.call(on -> {
            Pointer taken = ResourceLibrary.virNetworkLookupByName(on, network);
            if (taken != null) {
                ResourceLibrary.virNetworkFree(taken);
                throw new HypervisorException(
                        Reason.ALREADY_EXISTS, attempt + ": there is a network with the name '" + network + "'");
            }
            Pointer made = ResourceLibrary.virNetworkDefineXML(on, ResourceXml.isolatedNetwork(network));
            try (Handle handle = Handle.of(made, ResourceLibrary::virNetworkFree, attempt)) {
                return present(handle.pointer(), attempt);
            }
        });
    }

    @Override
    public HostNetwork start(String network) throws HypervisorException {
        return act("start", network, false, ResourceLibrary::virNetworkCreate);
    }

    @Override
    public HostNetwork stop(String network) throws HypervisorException {
        return act("stop", network, true, ResourceLibrary::virNetworkDestroy);
    }

    @Override
    public void undefine(String network) throws HypervisorException {
        act("undefine", network, false, ResourceLibrary::virNetworkUndefine);
    }

    /** Does it if the network is or is not active, and tells what it is then, or was at last. */
    private HostNetwork act(String verb, String network, boolean fromActive, ToIntFunction<Pointer> call)
            throws HypervisorException {
        String attempt = "Cannot " + verb + " network '" + network + "'";
        require(NetworkFeature.CHANGES, attempt);
        return connection.call(on -> {
            Pointer found = ResourceLibrary.virNetworkLookupByName(on, network);
            try (Handle handle = Handle.found(found, ResourceLibrary::virNetworkFree, attempt)) {
                HostNetwork before = present(handle.pointer(), attempt);
                if (before.active() != fromActive) {
                    throw new HypervisorException(
                            Reason.INVALID_STATE, attempt + ": it is " + (before.active() ? "active" : "inactive"));
                }
                Handle.done(call.applyAsInt(handle.pointer()), attempt);
                HostNetwork after = describe(handle.pointer());
                return after == null ? before : after;
            }
        });
    }
}
