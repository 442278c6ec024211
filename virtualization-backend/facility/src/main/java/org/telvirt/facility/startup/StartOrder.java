package org.telvirt.facility.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Automation.StartAction;
import org.telvirt.hypervisor.definition.Automation.StopAction;

/** Which virtual systems start and stop with the host, and in what order. */
final class StartOrder {
    /** Low numbers first; those without a number last, since nobody waits for them; by name where nothing else is said. */
    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate one) -> one.automation().sequence() == 0)
            .thenComparing(one -> one.automation().sequence())
            .thenComparing(one -> one.system().name());

    private StartOrder() {}

    /** A virtual system and what its definition says. */
    record Candidate(VirtualSystem system, Automation automation) {}

    /**
     * One step.
     *
     * @param delay before it, after the end of the one before
     * @param action what is done before the host stops; of a start it means nothing
     */
    record Step(SystemId id, String name, Duration delay, StopAction action) {}

    /**
     * Those that start, in order.
     *
     * @param previouslyActive those that were active when the host went down
     */
    static List<Step> starts(List<Candidate> candidates, Set<SystemId> previouslyActive) {
        return candidates.stream()
                .filter(one -> mayStart(one, previouslyActive))
                .sorted(ORDER)
                .map(one -> new Step(
                        one.system().id(), one.system().name(), one.automation().delay(), StopAction.TURN_OFF))
                .toList();
    }

    private static boolean mayStart(Candidate one, Set<SystemId> previouslyActive) {
        boolean isOff =
                one.system().state() == SystemState.DEFINED || one.system().state() == SystemState.SUSPENDED;
        StartAction action = one.automation().start();
        if (action == StartAction.IF_PREVIOUSLY_ACTIVE) {
            return isOff && previouslyActive.contains(one.system().id());
        }
        return isOff && action == StartAction.ALWAYS;
    }

    /** Those that are stopped, in the reverse of the order in which they start; those of which nothing is said stay. */
    static List<Step> stops(List<Candidate> candidates) {
        List<Step> steps = new ArrayList<>();
        for (Candidate one : candidates.stream().sorted(ORDER.reversed()).toList()) {
            StopAction action = one.automation().stop();
            if (action != null && isActive(one.system().state())) {
                steps.add(new Step(one.system().id(), one.system().name(), Duration.ZERO, action));
            }
        }
        return List.copyOf(steps);
    }

    /** Whether something of it is in memory that could be lost. */
    static boolean isActive(SystemState state) {
        return switch (state) {
            case ACTIVE, PAUSED, SHUTTING_DOWN -> true;
            case DEFINED, SUSPENDED, CRASHED, UNKNOWN -> false;
        };
    }
}
