package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** One engine under test, what it tells, and the domains that the test makes, which end with it. */
public abstract class EngineBench {
    private final RecordedEvents events = new RecordedEvents();
    private final List<DomainId> made = new ArrayList<>();
    private Hypervisor engine;
    private Registration listening;

    /** Opens the engine under test; called before each test. */
    protected abstract Hypervisor open() throws Exception;

    /** A small definition of this name that the engine accepts and that starts; its id is null. */
    protected abstract DomainDefinition bootable(String name);

    /** Waits until the guest of a domain that has just been started does something; at once unless overridden. */
    protected void awaitUp(Domain domain) throws Exception {}

    /** Lets some time pass in which guests go on. */
    protected abstract void pass(Duration time) throws Exception;

    /** How long to wait at most for what comes by itself, ten times what it should take. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    @BeforeEach
    final void openEngine() throws Exception {
        engine = open();
        listening = engine.listen(events);
    }

    @AfterEach
    final void closeEngine() throws Exception {
        listening.close();
        for (DomainId id : made) {
            takeDown(engine, id);
        }
        engine.close();
    }

    /** Stops and undefines a domain, if it is there. */
    static void takeDown(Hypervisor engine, DomainId id) throws HypervisorException {
        try {
            if (LifecycleAction.STOP.possibleFrom(engine.domain(id).state())) {
                engine.perform(LifecycleAction.STOP, id);
            }
            engine.undefine(id);
        } catch (HypervisorException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    protected final Hypervisor engine() {
        return engine;
    }

    protected final RecordedEvents events() {
        return events;
    }

    /** A name that nobody else has. */
    protected static String freshName() {
        return "contract-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A new domain, shut off. */
    protected final Domain defined() throws Exception {
        return defined(bootable(freshName()));
    }

    /** A new domain of this definition, shut off. */
    protected final Domain defined(DomainDefinition definition) throws Exception {
        Domain domain = engine.define(definition);
        made.add(domain.id());
        return domain;
    }

    /** A new domain that runs. */
    protected final Domain running() throws Exception {
        Domain domain = defined();
        engine.perform(LifecycleAction.START, domain.id());
        awaitUp(domain);
        return engine.domain(domain.id());
    }

    /** What a call was refused with. */
    protected static HypervisorException refused(Reason reason, ThrowingCallable call) {
        HypervisorException refusal = catchThrowableOfType(HypervisorException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }
}
