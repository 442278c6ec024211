package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What actions and incidents do to the domains of the host; touched only under the host's lock. */
final class Lifecycle {
    /** Where actions lead that always lead to the same state. */
    private static final Map<LifecycleAction, DomainState> GOALS = Map.of(
            LifecycleAction.START, DomainState.RUNNING,
            LifecycleAction.STOP, DomainState.SHUT_OFF,
            LifecycleAction.PAUSE, DomainState.PAUSED,
            LifecycleAction.RESUME, DomainState.RUNNING,
            LifecycleAction.SAVE, DomainState.SAVED,
            LifecycleAction.DISCARD_SAVED, DomainState.SHUT_OFF);

    private final SimulatedHostSettings settings;
    private final DomainRegistry registry;
    private final GuestTimer guests;
    private final Map<LifecycleAction, Queue<HypervisorException>> failures = new EnumMap<>(LifecycleAction.class);
    private final Map<LifecycleAction, Duration> delays = new EnumMap<>(LifecycleAction.class);
    private long usedBytes;

    /** What sees to it that guests do later what they were asked. */
    interface GuestTimer {
        /** Calls {@link #powerOff} or {@link #reboot} with this run when the time has passed. */
        void after(Duration time, DomainId id, long run, LifecycleAction asked);
    }

    Lifecycle(SimulatedHostSettings settings, DomainRegistry registry, GuestTimer guests) {
        this.settings = settings;
        this.registry = registry;
        this.guests = guests;
    }

    void failNext(LifecycleAction action, HypervisorException failure) {
        failures.computeIfAbsent(action, key -> new ArrayDeque<>()).add(failure);
    }

    void slow(LifecycleAction action, Duration time) {
        delays.put(action, time);
    }

    /** Checks an action and takes hold of the domain; how long the action takes. */
    Duration begin(LifecycleAction action, DomainId id) throws HypervisorException {
        String missing = settings.capabilities().missing().get(action);
        if (missing != null) {
            throw new HypervisorException(
                    Reason.UNSUPPORTED,
                    "Host '" + settings.facts().name() + "' does not offer to " + words(action) + ": " + missing);
        }
        SimulatedDomain domain = registry.find(id);
        // pulling the plug works whatever else is going on
        if (domain.busy != null && action != LifecycleAction.STOP) {
            throw refusal(Reason.BUSY, action, domain, "it is busy with another action, " + domain.busy);
        }
        admit(action, domain);
        Duration time = delays.getOrDefault(action, Duration.ZERO);
        domain.busy = time.isZero() ? domain.busy : words(action);
        return time;
    }

    /** Does what {@link #begin} allowed, unless something happened to the domain since. */
    void finish(LifecycleAction action, DomainId id) throws HypervisorException {
        SimulatedDomain domain = registry.find(id);
        domain.busy = null;
        admit(action, domain);
        HypervisorException failure = nextFailure(action);
        if (failure != null) {
            throw failure;
        }
        switch (action) {
            case SHUTDOWN -> askToShutDown(domain);
            case REBOOT -> ask(action, domain, guest(domain).rebootAfter());
            case RESET -> reset(domain);
            case RESTORE -> enter(domain, domain.savedState(), StateReason.NORMAL);
            default -> enter(domain, Objects.requireNonNull(GOALS.get(action)), StateReason.NORMAL);
        }
    }

    /** Lets go of a domain whose action was given up. */
    void abandon(DomainId id) throws HypervisorException {
        registry.find(id).busy = null;
    }

    void happen(Incident incident, DomainId id) throws HypervisorException {
        SimulatedDomain domain = registry.find(id);
        if (!domain.isActive()) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, incident + " cannot happen to '" + domain.name() + "': it does not run");
        }
        if (incident.leadsTo() == null) {
            reset(domain);
        } else {
            enter(domain, incident.leadsTo(), incident.reason());
        }
    }

    /** A guest that was asked to shut down has done so. */
    void powerOff(SimulatedDomain domain, long run) {
        if (domain.run == run && domain.state() == DomainState.SHUTTING_DOWN) {
            enter(domain, DomainState.SHUT_OFF, StateReason.NORMAL);
        }
    }

    /** A guest that was asked to reboot has done so; one that stands still meanwhile has forgotten it. */
    void reboot(SimulatedDomain domain, long run) {
        if (domain.run == run && domain.state() == DomainState.RUNNING) {
            reset(domain);
        }
    }

    private void admit(LifecycleAction action, SimulatedDomain domain) throws HypervisorException {
        if (!action.possibleFrom(domain.state())) {
            throw refusal(Reason.INVALID_STATE, action, domain, "it is " + words(domain.state()));
        }
        if (action == LifecycleAction.START || action == LifecycleAction.RESTORE) {
            ByteSize free = free();
            ByteSize needed = domain.next().memory().size();
            if (needed.compareTo(free) > 0) {
                throw refusal(
                        Reason.INSUFFICIENT_RESOURCES,
                        action,
                        domain,
                        "host '" + settings.facts().name() + "' has " + free
                                + " of memory free, its definition asks for " + needed);
            }
        }
    }

    /** The memory that no active domain has. */
    ByteSize free() {
        return new ByteSize(settings.facts().memory().bytes() - usedBytes);
    }

    /** Gives an active domain another amount of memory, if the host has it. */
    void resize(SimulatedDomain domain, ByteSize before, ByteSize after) throws HypervisorException {
        long more = after.bytes() - before.bytes();
        long free = settings.facts().memory().bytes() - usedBytes;
        if (more > free) {
            throw new HypervisorException(
                    Reason.INSUFFICIENT_RESOURCES,
                    "Cannot give '" + domain.name() + "' " + after + ": host '"
                            + settings.facts().name() + "' has " + new ByteSize(free) + " of memory free");
        }
        usedBytes += more;
    }

    private static HypervisorException refusal(
            Reason reason, LifecycleAction action, SimulatedDomain domain, String cause) {
        return new HypervisorException(reason, "Cannot " + words(action) + " '" + domain.name() + "': " + cause);
    }

    /** A constant as a person would say it. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private @Nullable HypervisorException nextFailure(LifecycleAction action) {
        Queue<HypervisorException> planned = failures.get(action);
        return planned == null ? null : planned.poll();
    }

    private GuestBehaviour guest(SimulatedDomain domain) {
        return domain.guest == null ? settings.guests() : domain.guest;
    }

    private void askToShutDown(SimulatedDomain domain) {
        Duration time = guest(domain).shutdownAfter();
        if (time != null) {
            enter(domain, DomainState.SHUTTING_DOWN, StateReason.NORMAL);
        }
        ask(LifecycleAction.SHUTDOWN, domain, time);
    }

    private void ask(LifecycleAction action, SimulatedDomain domain, @Nullable Duration time) {
        if (time != null) {
            guests.after(time, domain.id(), domain.run, action);
        }
    }

    /** A domain becomes what a snapshot says that it was. */
    void goBack(SimulatedDomain domain, DomainDefinition then, DomainState state) throws HypervisorException {
        if (domain.busy != null) {
            throw new HypervisorException(
                    Reason.BUSY,
                    "Cannot go back to a snapshot of '" + domain.name() + "': it is busy with another action, "
                            + domain.busy);
        }
        if (domain.isActive() || state != DomainState.SHUT_OFF) {
            enter(domain, DomainState.SHUT_OFF, StateReason.SNAPSHOT);
        }
        // the name is the domain's own, whatever it was called then
        domain.define(then.withName(domain.name()));
        registry.tell(now -> new DomainRedefined(now, domain.id(), domain.name()));
        if (state != DomainState.SHUT_OFF) {
            enter(domain, state, StateReason.SNAPSHOT);
        }
    }

    private void reset(SimulatedDomain domain) {
        domain.run++;
        registry.tell(now -> new DomainRebooted(now, domain.id(), domain.name()));
    }

    /** Brings a domain into a state, and tells it. */
    void enter(SimulatedDomain domain, DomainState state, StateReason reason) {
        long before = memoryOf(domain);
        domain.enter(state, reason);
        domain.use.change(
                registry.now(), domain.isActive(), state == DomainState.RUNNING || state == DomainState.SHUTTING_DOWN);
        usedBytes += memoryOf(domain) - before;
        registry.tell(now -> new DomainStateChanged(now, domain.id(), domain.name(), state, reason));
    }

    private static long memoryOf(SimulatedDomain domain) {
        return domain.isActive() ? domain.active().memory().size().bytes() : 0;
    }
}
