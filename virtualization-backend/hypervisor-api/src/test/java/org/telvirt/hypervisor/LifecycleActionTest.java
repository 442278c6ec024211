package org.telvirt.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleActionTest {
    @ParameterizedTest
    @CsvSource({
        "SHUT_OFF, START",
        "SAVED, RESTORE DISCARD_SAVED",
        "RUNNING, STOP PAUSE SAVE SHUTDOWN REBOOT RESET",
        "PAUSED, STOP RESUME SAVE RESET",
        "SHUTTING_DOWN, STOP",
        "GUEST_SUSPENDED, STOP RESUME",
        "CRASHED, STOP",
        "UNKNOWN, STOP"
    })
    void isPossibleFromTheseStatesOnly(DomainState state, String actions) {
        for (LifecycleAction action : LifecycleAction.values()) {
            assertThat(action.possibleFrom(state))
                    .as("%s from %s", action, state)
                    .isEqualTo(List.of(actions.split(" ")).contains(action.name()));
        }
    }
}
