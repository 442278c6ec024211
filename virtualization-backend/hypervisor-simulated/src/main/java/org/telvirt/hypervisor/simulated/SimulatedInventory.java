package org.telvirt.hypervisor.simulated;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.host.HostMemory;
import org.telvirt.hypervisor.host.ProcessorModel;
import org.telvirt.hypervisor.host.Topology;

/** What a simulated host is made of. Safe for use by many threads. */
final class SimulatedInventory implements HostInventory {
    private final SimulatedHypervisor engine;

    SimulatedInventory(SimulatedHypervisor engine) {
        this.engine = engine;
    }

    @Override
    public Map<HostFeature, String> missing() {
        return Map.of();
    }

    @Override
    public Topology topology() throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> host.machine().topology(free(host)));
    }

    private static ByteSize free(SimulatedHost host) {
        long used = 0;
        for (SimulatedDomain domain : host.registry().all()) {
            used += domain.isActive() ? domain.active().memory().size().bytes() : 0;
        }
        return new ByteSize(Math.max(0, host.settings().facts().memory().bytes() - used));
    }

    @Override
    public ProcessorModel processorModel() throws HypervisorException {
        Host facts = engine.reach().settings().facts();
        return new ProcessorModel(facts.architecture(), null, facts.processorModel(), Set.of());
    }

    @Override
    public HostMemory memory() throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> new HostMemory(host.settings().facts().memory(), free(host)));
    }

    @Override
    public List<HostDevice> devices() throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> host.machine().devices());
    }
}
