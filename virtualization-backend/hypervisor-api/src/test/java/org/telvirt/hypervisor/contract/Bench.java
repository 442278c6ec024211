package org.telvirt.hypervisor.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** One test's engine, what it told, and the domains that the test made, which end with it. */
final class Bench {
    /** The shortest way to each state that a test can bring a domain into. */
    static final Map<DomainState, List<LifecycleAction>> WAYS = Map.of(
            DomainState.SHUT_OFF, List.of(),
            DomainState.RUNNING, List.of(LifecycleAction.START),
            DomainState.PAUSED, List.of(LifecycleAction.START, LifecycleAction.PAUSE),
            DomainState.SAVED, List.of(LifecycleAction.START, LifecycleAction.SAVE));

    final RecordedEvents events = new RecordedEvents();
    private final DefinitionContract contract;
    private final List<DomainId> made = new ArrayList<>();
    private Hypervisor engine;
    private Registration listening;

    Bench(DefinitionContract contract) throws Exception {
        this.contract = contract;
        this.engine = contract.open();
        this.listening = engine.listen(events);
    }

    Hypervisor engine() {
        return engine;
    }

    Duration patience() {
        return contract.patience();
    }

    /** A definition like the engine's own one that boots, with a name that nobody else has. */
    DomainDefinition bootable() {
        return contract.bootable("contract-" + UUID.randomUUID().toString().substring(0, 13));
    }

    Domain define(DomainDefinition definition) throws HypervisorException {
        Domain domain = engine.define(definition);
        made(domain.id());
        return domain;
    }

    /** A new domain in this state, of which nothing has been heard. */
    Domain domainIn(DomainState state) throws Exception {
        Domain domain = define(bootable());
        for (LifecycleAction action : WAYS.get(state)) {
            engine.perform(action, domain.id());
            if (action == LifecycleAction.START) {
                events.awaitState(domain.id(), DomainState.RUNNING, patience());
                contract.awaitUp(engine, domain);
            }
        }
        settle();
        events.clear();
        return engine.domain(domain.id());
    }

    /** Waits until everything that has happened so far has been told. */
    void settle() throws Exception {
        Domain marker = define(bootable());
        events.await(DomainDefined.class, marker.id(), patience());
        engine.undefine(marker.id());
    }

    /** Closes the engine and opens it anew. */
    void reopen() throws Exception {
        listening.close();
        engine.close();
        events.clear();
        engine = contract.open();
        listening = engine.listen(events);
    }

    synchronized void made(DomainId id) {
        made.add(id);
    }

    /** Takes everything down that the test made. */
    void close() throws HypervisorException {
        listening.close();
        for (DomainId id : made) {
            takeDown(id);
        }
        engine.close();
    }

    private void takeDown(DomainId id) throws HypervisorException {
        try {
            if (LifecycleAction.STOP.possibleFrom(engine.domain(id).state())) {
                engine.perform(LifecycleAction.STOP, id);
            }
            engine.undefine(id);
        } catch (HypervisorException e) {
            if (e.reason() != HypervisorException.Reason.NOT_FOUND) {
                throw e;
            }
        }
    }
}
