package org.telvirt.hypervisor.simulated.resource;

import java.util.List;
import java.util.Map;
import org.telvirt.hypervisor.HostEvent.Change;
import org.telvirt.hypervisor.HostEvent.Kind;
import org.telvirt.hypervisor.HostEvent.ResourceChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.HostNetwork.Forwarding;
import org.telvirt.hypervisor.network.NetworkFeature;
import org.telvirt.hypervisor.network.Networks;

/** The networks of a simulated host. Safe for use by many threads. */
public final class SimulatedNetworks implements Networks {
    private final Access access;
    private final Resources resources;

    public SimulatedNetworks(Access access, Resources resources) {
        this.access = access;
        this.resources = resources;
    }

    @Override
    public Map<NetworkFeature, String> missing() {
        return Map.of();
    }

    @Override
    public List<HostNetwork> networks() throws HypervisorException {
        return access.alone(() -> List.copyOf(resources.networks.values()));
    }

    @Override
    public HostNetwork defineIsolated(String network) throws HypervisorException {
        return access.alone(() -> {
            if (resources.networks.containsKey(network)) {
                throw new HypervisorException(
                        Reason.ALREADY_EXISTS, "Cannot define network '" + network + "': there is one of this name");
            }
            return put(network, false, Change.DEFINED);
        });
    }

    private HostNetwork put(String network, boolean active, Change change) {
        String bridge = "simbr" + resources.networks.size();
        HostNetwork old = resources.networks.get(network);
        HostNetwork made =
                new HostNetwork(network, active, true, old == null ? bridge : old.bridge(), Forwarding.ISOLATED);
        resources.networks.put(network, made);
        tell(network, change);
        return made;
    }

    private void tell(String network, Change change) {
        access.note(now -> new ResourceChanged(now, "engine", Kind.NETWORK, network, change));
    }

    private HostNetwork find(String verb, String network, boolean active) throws HypervisorException {
        HostNetwork found = resources.networks.get(network);
        if (found == null) {
            throw new HypervisorException(Reason.NOT_FOUND, "There is no network '" + network + "'");
        }
        if (found.active() != active) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    "Cannot " + verb + " network '" + network + "': it is " + (found.active() ? "active" : "inactive"));
        }
        return found;
    }

    @Override
    public HostNetwork start(String network) throws HypervisorException {
        return access.alone(() -> put(find("start", network, false).name(), true, Change.STARTED));
    }

    @Override
    public HostNetwork stop(String network) throws HypervisorException {
        return access.alone(() -> put(find("stop", network, true).name(), false, Change.STOPPED));
    }

    @Override
    public void undefine(String network) throws HypervisorException {
        access.alone(() -> {
            HostNetwork gone = find("undefine", network, false);
            resources.networks.remove(network);
            tell(network, Change.UNDEFINED);
            return gone;
        });
    }
}
