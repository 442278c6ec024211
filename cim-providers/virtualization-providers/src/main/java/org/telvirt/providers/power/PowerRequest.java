package org.telvirt.providers.power;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.Transition;

/**
 * The power states that can be asked for, and the transition that each of them is (DSP1027). Off is off for a virtual
 * system, so the hard and the soft ones mean the same; of those that mean the same the first is the one that is shown.
 */
enum PowerRequest {
    ON(2, "On", Transition.ACTIVATE),
    SLEEP_DEEP(4, "Sleep - Deep", Transition.PAUSE),
    OFF_SOFT(8, "Off - Soft", Transition.DEACTIVATE),
    OFF_HARD(6, "Off - Hard", Transition.DEACTIVATE),
    HIBERNATE(7, "Hibernate (Off - Soft)", Transition.SUSPEND),
    MASTER_BUS_RESET(10, "Master Bus Reset", Transition.RESET),
    OFF_SOFT_GRACEFUL(12, "Off - Soft Graceful", Transition.SHUT_DOWN),
    OFF_HARD_GRACEFUL(13, "Off - Hard Graceful", Transition.SHUT_DOWN),
    POWER_CYCLE_GRACEFUL(15, "Power Cycle (Off - Soft Graceful)", Transition.REBOOT),
    MASTER_BUS_RESET_GRACEFUL(14, "Master Bus Reset Graceful", Transition.REBOOT);

    private static final int SLEEP_LIGHT = 3;
    private static final int POWER_CYCLE_OFF_SOFT = 5;
    private static final int POWER_CYCLE_OFF_HARD = 9;
    private static final int INTERRUPT = 11;
    private static final int POWER_CYCLE_OFF_HARD_GRACEFUL = 16;

    private static final PowerRequest[] ALL = values();

    private final int code;
    private final String word;
    private final Transition transition;

    PowerRequest(int code, String word, Transition transition) {
        this.code = code;
        this.word = word;
        this.transition = transition;
    }

    /** The number, as RequestPowerStateChange and TransitioningToPowerState have it. */
    int code() {
        return code;
    }

    /** The number as RequestedPowerState has it, where 12 is Not Applicable and the rest moves up. */
    int requestedCode() {
        return code < OFF_SOFT_GRACEFUL.code ? code : code + 1;
    }

    Transition transition() {
        return transition;
    }

    /** The one with this number; null: none has. */
    static @Nullable PowerRequest of(long code) {
        return Stream.of(ALL)
                .filter(request -> request.code == code)
                .findFirst()
                .orElse(null);
    }

    /** The one that is shown for a transition. */
    static PowerRequest of(Transition transition) {
        return Stream.of(ALL)
                .filter(request -> request.transition == transition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(transition + " has no number"));
    }

    /**
     * Why a number that CIM knows cannot be asked for.
     *
     * @return null: CIM does not know it either
     */
    static @Nullable String lacking(long code) {
        return switch ((int) code) {
            case SLEEP_LIGHT -> "a virtual system sleeps in one way only; ask for " + SLEEP_DEEP;
            case POWER_CYCLE_OFF_SOFT, POWER_CYCLE_OFF_HARD, POWER_CYCLE_OFF_HARD_GRACEFUL ->
                "power is not cycled in one step; ask for " + OFF_SOFT + " and then for " + ON;
            case INTERRUPT -> "the engines here offer no interrupt; a watchdog can be set to inject one";
            default -> null;
        };
    }

    /** The numbers of all that ask for one of these transitions, rising. */
    static CimValue codes(Collection<Transition> transitions) {
        return CimValues.uint16s(
                asking(transitions).mapToInt(PowerRequest::code).sorted().toArray());
    }

    /** Numbers and words of all that ask for one of these transitions. */
    static String words(Set<Transition> transitions) {
        return asking(transitions).map(PowerRequest::toString).collect(Collectors.joining(", "));
    }

    private static Stream<PowerRequest> asking(Collection<Transition> transitions) {
        return Arrays.stream(ALL).filter(request -> transitions.contains(request.transition));
    }

    /** Number and word, as the class has them. */
    @Override
    public String toString() {
        return code + " " + word;
    }
}
