package org.telvirt.facility.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemState;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

class SystemStatesTest {
    @ParameterizedTest
    @CsvSource({
        "SHUT_OFF, DEFINED",
        "SAVED, SUSPENDED",
        "RUNNING, ACTIVE",
        "PAUSED, PAUSED",
        "SHUTTING_DOWN, SHUTTING_DOWN",
        "GUEST_SUSPENDED, PAUSED",
        "CRASHED, CRASHED",
        "UNKNOWN, UNKNOWN"
    })
    void translateStates(DomainState domain, SystemState system) {
        assertThat(SystemStates.of(domain)).isEqualTo(system);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        //               NORMAL   FAILED    CRASHED   IO_ERROR  WATCHDOG  MIGRATION SNAPSHOT
        "SHUT_OFF,        OK,      FAILED,   FAILED,   FAILED,   FAILED,   OK,       OK",
        "SAVED,           OK,      FAILED,   FAILED,   FAILED,   FAILED,   OK,       OK",
        "RUNNING,         OK,      DEGRADED, DEGRADED, DEGRADED, DEGRADED, OK,       OK",
        "PAUSED,          OK,      FAILED,   FAILED,   FAILED,   FAILED,   OK,       OK",
        "SHUTTING_DOWN,   OK,      DEGRADED, DEGRADED, DEGRADED, DEGRADED, OK,       OK",
        "GUEST_SUSPENDED, OK,      FAILED,   FAILED,   FAILED,   FAILED,   OK,       OK",
        "CRASHED,         FAILED,  FAILED,   FAILED,   FAILED,   FAILED,   FAILED,   FAILED",
        "UNKNOWN,         UNKNOWN, UNKNOWN,  UNKNOWN,  UNKNOWN,  UNKNOWN,  UNKNOWN,  UNKNOWN"
    })
    void judgeHealth(
            DomainState state,
            Health normal,
            Health failed,
            Health crashed,
            Health ioError,
            Health watchdog,
            Health migration,
            Health snapshot) {
        Map<StateReason, Health> expected = Map.of(
                StateReason.NORMAL, normal,
                StateReason.FAILED, failed,
                StateReason.GUEST_CRASHED, crashed,
                StateReason.IO_ERROR, ioError,
                StateReason.WATCHDOG, watchdog,
                StateReason.MIGRATION, migration,
                StateReason.SNAPSHOT, snapshot);
        for (StateReason reason : StateReason.values()) {
            assertThat(SystemStates.health(state, reason))
                    .as("%s because of %s", state, reason)
                    .isEqualTo(expected.get(reason));
        }
    }
}
