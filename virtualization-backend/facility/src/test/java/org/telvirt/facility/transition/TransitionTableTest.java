package org.telvirt.facility.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.facility.Transition;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

class TransitionTableTest {
    private static final EngineCapabilities EVERYTHING = lacking(Map.of());

    private static EngineCapabilities lacking(Map<LifecycleAction, String> missing) {
        return new EngineCapabilities("Engine", Set.of(Virtualization.SIMULATED), missing);
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({
        //               ACTIVATE  DEACTIVATE     SHUT_DOWN SUSPEND PAUSE  REBOOT  RESET
        "SHUT_OFF,        START,    -,             -,        -,      -,     -,      -",
        "SAVED,           RESTORE,  DISCARD_SAVED, -,        -,      -,     -,      -",
        "RUNNING,         -,        STOP,          SHUTDOWN, SAVE,   PAUSE, REBOOT, RESET",
        "PAUSED,          RESUME,   STOP,          -,        SAVE,   -,     -,      RESET",
        "SHUTTING_DOWN,   -,        STOP,          -,        -,      -,     -,      -",
        "GUEST_SUSPENDED, RESUME,   STOP,          -,        -,      -,     -,      -",
        "CRASHED,         -,        STOP,          -,        -,      -,     -,      -",
        "UNKNOWN,         -,        STOP,          -,        -,      -,     -,      -"
    })
    void namesTheActionOfEveryTransition(
            DomainState from,
            String activate,
            String deactivate,
            String shutDown,
            String suspend,
            String pause,
            String reboot,
            String reset) {
        Map<Transition, String> actions = Map.of(
                Transition.ACTIVATE, activate,
                Transition.DEACTIVATE, deactivate,
                Transition.SHUT_DOWN, shutDown,
                Transition.SUSPEND, suspend,
                Transition.PAUSE, pause,
                Transition.REBOOT, reboot,
                Transition.RESET, reset);
        for (Transition transition : Transition.values()) {
            LifecycleAction action = TransitionTable.action(from, transition);
            assertThat(action == null ? "-" : action.name())
                    .as("%s from %s", transition, from)
                    .isEqualTo(actions.get(transition));
        }
    }

    @Test
    void offersWhatIsPossible() {
        assertThat(TransitionTable.available(DomainState.PAUSED, EVERYTHING))
                .containsExactly(Transition.ACTIVATE, Transition.DEACTIVATE, Transition.SUSPEND, Transition.RESET);
        assertThat(TransitionTable.offered(EVERYTHING)).isEqualTo(EnumSet.allOf(Transition.class));
    }

    @Test
    void leavesOutWhatTheEngineLacks() {
        EngineCapabilities some = lacking(Map.of(
                LifecycleAction.SAVE, "no disk",
                LifecycleAction.RESET, "no button",
                LifecycleAction.RESTORE, "no disk"));

        assertThat(TransitionTable.available(DomainState.PAUSED, some))
                .containsExactly(Transition.ACTIVATE, Transition.DEACTIVATE);
        assertThat(TransitionTable.available(DomainState.SAVED, some)).containsExactly(Transition.DEACTIVATE);
        assertThat(TransitionTable.offered(some))
                .containsExactly(
                        Transition.ACTIVATE,
                        Transition.DEACTIVATE,
                        Transition.SHUT_DOWN,
                        Transition.PAUSE,
                        Transition.REBOOT);
    }
}
