package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

class DomainStatesTest {
    /** virDomainState, as libvirt's reference lists it. */
    @ParameterizedTest
    @CsvSource({
        "0, false, UNKNOWN",
        "1, false, RUNNING",
        "2, false, RUNNING",
        "3, false, PAUSED",
        "4, false, SHUTTING_DOWN",
        "5, false, SHUT_OFF",
        "5, true, SAVED",
        "6, false, CRASHED",
        "7, false, GUEST_SUSPENDED",
        "8, false, UNKNOWN"
    })
    void areThoseOfLibvirt(int state, boolean hasSavedRun, DomainState expected) {
        assertThat(DomainStates.state(state, hasSavedRun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, NORMAL",
        "1, 2, MIGRATION",
        "1, 4, SNAPSHOT",
        "1, 9, GUEST_CRASHED",
        "3, 1, NORMAL",
        "3, 2, MIGRATION",
        "3, 5, IO_ERROR",
        "3, 6, WATCHDOG",
        "3, 9, SNAPSHOT",
        "3, 10, GUEST_CRASHED",
        "5, 1, NORMAL",
        "5, 2, NORMAL",
        "5, 3, FAILED",
        "5, 4, MIGRATION",
        "5, 5, NORMAL",
        "5, 6, FAILED",
        "5, 7, SNAPSHOT",
        "5, 8, FAILED",
        "6, 1, GUEST_CRASHED"
    })
    void haveTheirReasons(int state, int reason, StateReason expected) {
        assertThat(DomainStates.reason(state, reason)).isEqualTo(expected);
    }
}
