package org.telvirt.providers.system;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.Transition;

/** The values of RequestedState that name a transition of a virtual system (DSP1057, state management). */
enum RequestedState {
    ENABLED(2, "Enabled", Transition.ACTIVATE),
    DISABLED(3, "Disabled", Transition.DEACTIVATE),
    SHUT_DOWN(4, "Shut Down", Transition.SHUT_DOWN),
    OFFLINE(6, "Offline", Transition.SUSPEND),
    QUIESCE(9, "Quiesce", Transition.PAUSE),
    REBOOT(10, "Reboot", Transition.REBOOT),
    RESET(11, "Reset", Transition.RESET);

    /** The last one is not known. */
    static final int UNKNOWN = 0;
    /** None is under way. */
    static final int NO_CHANGE = 5;

    private static final int TEST = 7;
    private static final int DEFER = 8;
    private static final RequestedState[] ALL = values();

    private final int code;
    private final String word;
    private final Transition transition;

    RequestedState(int code, String word, Transition transition) {
        this.code = code;
        this.word = word;
        this.transition = transition;
    }

    /** The transition. */
    Transition transition() {
        return transition;
    }

    /** The one with this number; null: none has. */
    static @Nullable RequestedState of(long code) {
        for (RequestedState state : ALL) {
            if (state.code == code) {
                return state;
            }
        }
        return null;
    }

    /** Whether the number is a state that CIM knows and a virtual system never takes. */
    static boolean isForeign(long code) {
        return code == TEST || code == DEFER;
    }

    /** The one that names the transition. */
    static RequestedState of(Transition transition) {
        for (RequestedState state : ALL) {
            if (state.transition == transition) {
                return state;
            }
        }
        throw new IllegalArgumentException(transition + " has no number");
    }

    /** The number that names the transition. */
    static int code(Transition transition) {
        return of(transition).code;
    }

    /** The numbers of transitions, rising. */
    static CimValue codes(Collection<Transition> transitions) {
        return CimValues.uint16s(
                transitions.stream().mapToInt(RequestedState::code).sorted().toArray());
    }

    /** Number and word, as the class has them. */
    @Override
    public String toString() {
        return code + " " + word;
    }
}
