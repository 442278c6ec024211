package org.telvirt.facility.transition;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.journal.Undivided;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;

/** Brings virtual systems from state to state, and to their end. Safe for use by many threads. */
public final class Transitions {
    private final Hypervisor engine;
    private final EngineCapabilities capabilities;
    private final SystemView view;
    private final Undertakings undertakings;
    private final Map<Transition, Duration> timeouts;
    private final Undivided undivided;

    /**
     * @param timeouts of those whose caller does not say; one for every transition
     * @param undivided by which the engine is asked for what has several steps
     */
    public Transitions(
            Hypervisor engine,
            SystemView view,
            Undertakings undertakings,
            Map<Transition, Duration> timeouts,
            Undivided undivided) {
        this.engine = engine;
        this.capabilities = engine.capabilities();
        this.view = view;
        this.undertakings = undertakings;
        this.timeouts = timeouts;
        this.undivided = undivided;
    }

    /** Those that are possible now; none for a system that is not there. */
    public Set<Transition> available(SystemId id) {
        Domain domain = view.domain(id);
        if (domain == null) {
            return EnumSet.noneOf(Transition.class);
        }
        Set<Transition> available = TransitionTable.available(domain.state(), capabilities);
        if (!undertakings.isFree(id)) {
            available.removeIf(transition -> transition != Transition.DEACTIVATE || !undertakings.canBeOvertaken(id));
        }
        return available;
    }

    /** See {@link org.telvirt.facility.VirtualizationFacility#change}. */
    public Outcome change(SystemId id, Transition transition, @Nullable Duration timeout) throws FacilityException {
        return change(id, transition, timeout, null);
    }

    /** See {@link org.telvirt.facility.VirtualizationFacility#shutDown}. */
    public Outcome shutDown(SystemId id, @Nullable Duration timeout, @Nullable ShutdownFallback fallback)
            throws FacilityException {
        return change(id, Transition.SHUT_DOWN, timeout, fallback);
    }

    private Outcome change(
            SystemId id, Transition transition, @Nullable Duration timeout, @Nullable ShutdownFallback fallback)
            throws FacilityException {
        Domain domain = find(id);
        String name = words(transition) + " '" + domain.name() + "'";
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, "Cannot " + name + ": a timeout of " + timeout + " is no time at all");
        }
        Duration patience = timeout == null ? Objects.requireNonNull(timeouts.get(transition)) : timeout;
        boolean overtakes = transition == Transition.DEACTIVATE;
        Wish wish = new Wish(id, name, transition, true, patience, expired(name, transition, patience), overtakes);
        undertakings.requireFree(wish);
        Work work = work(name, domain, transition);
        boolean turnsOff = transition == Transition.SHUT_DOWN
                && (fallback == null ? fallbackOf(id) : fallback) == ShutdownFallback.TURN_OFF
                && capabilities.offers(LifecycleAction.STOP);
        return undertakings.undertake(wish, work, turnsOff ? turningOff(wish, domain.id()) : null);
    }

    /** What its administrator wishes now, whatever it was when its run began. */
    private @Nullable ShutdownFallback fallbackOf(SystemId id) {
        DomainDefinition defined = view.definition(id, Configuration.DEFINED);
        return defined == null ? null : defined.faultPolicy().onShutdownTimeout();
    }

    private LastResort turningOff(Wish shutdown, DomainId id) {
        Duration patience = Objects.requireNonNull(timeouts.get(Transition.DEACTIVATE));
        String cause = "its guest did not do so within " + words(shutdown.timeout());
        String attempt = "Cannot " + shutdown.name() + ": " + cause;
        Wish wish = new Wish(
                shutdown.id(),
                shutdown.name(),
                Transition.SHUT_DOWN,
                true,
                patience,
                attempt + ", nor did the engine turn it off within " + words(patience),
                false);
        return new LastResort(wish, new TurnOffWork(engine, id, attempt), cause + "; turned off instead");
    }

    /** See {@link org.telvirt.facility.VirtualizationFacility#destroy}. */
    public Outcome destroy(SystemId id) throws FacilityException {
        Domain domain = find(id);
        String name = "destroy '" + domain.name() + "'";
        Duration patience = Objects.requireNonNull(timeouts.get(Transition.DEACTIVATE));
        String expired = expired(name, Transition.DEACTIVATE, patience);
        return undertakings.undertake(
                new Wish(id, name, Transition.DEACTIVATE, false, patience, expired, true),
                new DestroyWork(engine, domain.id(), undivided));
    }

    private Domain find(SystemId id) throws FacilityException {
        Domain domain = view.domain(id);
        if (domain == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
        return domain;
    }

    private Work work(String name, Domain domain, Transition transition) throws FacilityException {
        LifecycleAction action = TransitionTable.action(domain.state(), transition);
        if (action == null) {
            // the engine may be ahead of its events; ask before refusing
            refresh(domain);
            action = TransitionTable.action(
                    find(new SystemId(domain.id().uuid())).state(), transition);
        }
        requireOffered(name, transition, action);
        if (action == null) {
            VirtualSystem present = view.find(new SystemId(domain.id().uuid()));
            String state = present == null ? "gone" : words(present.state());
            throw new FacilityException(Reason.INVALID_TRANSITION, "Cannot " + name + ": it is " + state);
        }
        return switch (action) {
            case SHUTDOWN -> new ShutdownWork(engine, domain);
            case REBOOT -> new RebootWork(engine, domain);
            default -> new EngineWork(engine, domain.id(), action);
        };
    }

    private void refresh(Domain domain) throws FacilityException {
        try {
            view.refresh(new SystemId(domain.id().uuid()));
        } catch (HypervisorException e) {
            throw FacilityErrors.ofTransition(e);
        }
    }

    /** What the engine lacks is told as that, whatever the state. */
    private void requireOffered(String name, Transition transition, @Nullable LifecycleAction action)
            throws FacilityException {
        if (action != null && !capabilities.offers(action)) {
            throw new FacilityException(
                    Reason.UNSUPPORTED,
                    "Cannot " + name + ": " + capabilities.missing().get(action));
        }
        if (action == null && !TransitionTable.offered(capabilities).contains(transition)) {
            throw new FacilityException(
                    Reason.UNSUPPORTED, "Cannot " + name + ": " + capabilities.engine() + " does not offer it");
        }
    }

    private static String expired(String name, Transition transition, Duration patience) {
        String time = words(patience);
        return switch (transition) {
            case SHUT_DOWN, REBOOT ->
                "Cannot " + name + ": its guest did not do so within " + time
                        + "; it goes on as it is, and can be deactivated or reset";
            default -> "Cannot " + name + ": the engine did not finish within " + time;
        };
    }

    private static String words(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
