package org.telvirt.providers.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.facility.Activity;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 7")
class StateMapperTest {
    @ParameterizedTest
    @CsvSource({
        "DEFINED,       ,           3",
        "DEFINED,       ACTIVATE,   10",
        "ACTIVE,        ,           2",
        "ACTIVE,        SHUT_DOWN,  2",
        "ACTIVE,        SUSPEND,    2",
        "PAUSED,        ,           9",
        "PAUSED,        ACTIVATE,   9",
        "SUSPENDED,     ,           6",
        "SUSPENDED,     ACTIVATE,   10",
        "SUSPENDED,     DEACTIVATE, 6",
        "SHUTTING_DOWN, ,           4",
        "SHUTTING_DOWN, SHUT_DOWN,  4",
        "CRASHED,       ,           9",
        "UNKNOWN,       ,           0"
    })
    void aStateHasItsEnabledState(SystemState state, Transition underway, int enabledState) {
        assertThat(StateMapper.enabledState(state, underway)).isEqualTo(enabledState);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFINED,       ,           5",
        "DEFINED,       ACTIVATE,   3",
        "ACTIVE,        ,           16",
        "ACTIVE,        REBOOT,     15",
        "PAUSED,        ,           7",
        "SUSPENDED,     ,           7",
        "SUSPENDED,     ACTIVATE,   3",
        "SHUTTING_DOWN, ,           13",
        "SHUTTING_DOWN, SHUT_DOWN,  13",
        "CRASHED,       ,           6",
        "UNKNOWN,       ,           0"
    })
    void aStateHasItsOperatingStatus(SystemState state, Transition underway, int operatingStatus) {
        assertThat(StateMapper.operatingStatus(state, underway, null)).isEqualTo(operatingStatus);
    }

    @ParameterizedTest
    @CsvSource({"MIGRATION, 10", "SNAPSHOT, 12", "BACKUP, 15", "LIVE_CHANGE, 15"})
    void anActivityHasItsOperatingStatus(Activity activity, int operatingStatus) {
        assertThat(StateMapper.operatingStatus(SystemState.ACTIVE, null, activity))
                .isEqualTo(operatingStatus);
    }

    @ParameterizedTest
    @CsvSource({"OK, 5, 1, 2", "DEGRADED, 10, 2, 3", "FAILED, 25, 3, 6", "UNKNOWN, 0, 0, 0"})
    void healthDecidesTheFirstOfEachStatus(Health health, int healthState, int primaryStatus, int operational) {
        assertThat(StateMapper.healthState(health)).isEqualTo(healthState);
        assertThat(StateMapper.primaryStatus(health)).isEqualTo(primaryStatus);
        for (SystemState state : SystemState.values()) {
            assertThat(StateMapper.operationalStatus(state, health)).startsWith(operational);
        }
    }

    @Test
    void whatItDoesComesSecond() {
        assertThat(StateMapper.operationalStatus(SystemState.DEFINED, Health.OK))
                .containsExactly(2, 10);
        assertThat(StateMapper.operationalStatus(SystemState.PAUSED, Health.DEGRADED))
                .containsExactly(3, 15);
        assertThat(StateMapper.operationalStatus(SystemState.CRASHED, Health.FAILED))
                .containsExactly(6, 14);
        assertThat(StateMapper.operationalStatus(SystemState.ACTIVE, Health.OK)).containsExactly(2);
    }
}
