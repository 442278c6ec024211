package org.telvirt.facility.transition;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Transition;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.LifecycleAction;

/**
 * Which action brings a domain through a transition (DSP1057, state transitions). Where the profile leaves a choice:
 *
 * <ul>
 *   <li>A transition to the state that the system is in already is refused, not answered as done: it is not among the
 *       available ones either, and of two clients that activate a system at the same time only one did it.
 *   <li>Deactivating a suspended system throws its saved run away, as the profile's Defined state has none.
 *   <li>Shutdown and reboot need a guest that runs; one that stands still cannot hear them. Whoever wants a paused system
 *       to end activates it first, or deactivates it.
 *   <li>A paused system can be reset, which its guest notices when it goes on.
 *   <li>A crashed system is kept for inspection, so only deactivating it is possible; so it is with one whose state is
 *       unknown, as the way out that always works, and with one that is shutting down.
 * </ul>
 */
public final class TransitionTable {
    private TransitionTable() {}

    /** The action for a transition from a state; null: it is not possible from there. */
    public static @Nullable LifecycleAction action(DomainState from, Transition transition) {
        LifecycleAction action = switch (transition) {
            case ACTIVATE -> activation(from);
            case DEACTIVATE -> from == DomainState.SAVED ? LifecycleAction.DISCARD_SAVED : LifecycleAction.STOP;
            case SHUT_DOWN -> LifecycleAction.SHUTDOWN;
            case SUSPEND -> LifecycleAction.SAVE;
            case PAUSE -> LifecycleAction.PAUSE;
            case REBOOT -> LifecycleAction.REBOOT;
            case RESET -> LifecycleAction.RESET;
        };
        return action.possibleFrom(from) ? action : null;
    }

    private static LifecycleAction activation(DomainState from) {
        return switch (from) {
            case SAVED -> LifecycleAction.RESTORE;
            case PAUSED, GUEST_SUSPENDED -> LifecycleAction.RESUME;
            default -> LifecycleAction.START;
        };
    }

    /** The transitions that are possible from a state with what the engine offers, in their order. */
    public static Set<Transition> available(DomainState from, EngineCapabilities capabilities) {
        EnumSet<Transition> available = EnumSet.noneOf(Transition.class);
        for (Transition transition : Transition.values()) {
            LifecycleAction action = action(from, transition);
            if (action != null && capabilities.offers(action)) {
                available.add(transition);
            }
        }
        return available;
    }

    /** The transitions that are possible from some state with what the engine offers, in their order. */
    public static Set<Transition> offered(EngineCapabilities capabilities) {
        EnumSet<Transition> offered = EnumSet.noneOf(Transition.class);
        for (DomainState state : DomainState.values()) {
            offered.addAll(available(state, capabilities));
        }
        return offered;
    }
}
