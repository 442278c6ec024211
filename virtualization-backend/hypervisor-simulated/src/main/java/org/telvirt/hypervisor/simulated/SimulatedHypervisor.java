package org.telvirt.hypervisor.simulated;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** A connection to a {@link SimulatedHost}. Safe for use by many threads. */
public final class SimulatedHypervisor implements Hypervisor {
    private final SimulatedHost host;
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    SimulatedHypervisor(SimulatedHost host) {
        this.host = host;
    }

    @Override
    public EngineCapabilities capabilities() {
        return host.settings().capabilities();
    }

    @Override
    public Host host() throws HypervisorException {
        return host.call(() -> host.settings().facts());
    }

    @Override
    public List<Domain> domains() throws HypervisorException {
        return host.call(() -> host.registry().list());
    }

    @Override
    public Domain domain(DomainId id) throws HypervisorException {
        return host.call(() -> host.registry().find(id).seen());
    }

    @Override
    public DomainDefinition definition(DomainId id, Configuration which) throws HypervisorException {
        return host.call(() -> {
            SimulatedDomain domain = host.registry().find(id);
            return which == Configuration.ACTIVE ? domain.active() : domain.defined();
        });
    }

    @Override
    public Domain define(DomainDefinition definition) throws HypervisorException {
        return host.call(() -> host.registry().define(definition));
    }

    @Override
    public Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        return host.redefine(id, change);
    }

    @Override
    public void undefine(DomainId id) throws HypervisorException {
        host.call(() -> {
            host.undefine(id);
            return id;
        });
    }

    @Override
    public void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        host.perform(action, id);
    }

    @Override
    public Registration listen(Consumer<HypervisorEvent> listener) {
        Registration registration = host.delivery().listen(listener);
        registrations.add(registration);
        return registration;
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
    }
}
