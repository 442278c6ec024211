package org.telvirt.hypervisor.libvirt.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.DomainOccurrence.FaultAction;
import org.telvirt.hypervisor.DomainOccurrence.GraphicsPhase;
import org.telvirt.hypervisor.DomainOccurrence.WorkPhase;
import org.telvirt.hypervisor.HostEvent.Change;

/** The numbers as libvirt's reference lists them. */
class EventCodesTest {
    @ParameterizedTest
    @CsvSource({"0, NONE", "1, PAUSED", "2, RESET", "3, STOPPED", "4, SHUT_DOWN", "5, NONE", "6, REPORTED", "99, NONE"})
    void tellWhatAWatchdogDid(int number, FaultAction action) {
        assertThat(EventCodes.watchdog(number)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, PAUSED", "2, REPORTED", "-1, NONE"})
    void tellWhatWasDoneAboutADisk(int number, FaultAction action) {
        assertThat(EventCodes.disk(number)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, REPORTED", "2, STOPPED", "3, RESET"})
    void tellWhatWasDoneAboutMemory(int number, FaultAction action) {
        assertThat(EventCodes.memory(number)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"0, CONNECTED", "1, ADMITTED", "2, DISCONNECTED"})
    void tellHowFarAViewerIs(int number, GraphicsPhase phase) {
        assertThat(EventCodes.graphics(number)).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({"0, COMPLETED", "1, FAILED", "2, CANCELLED", "3, READY"})
    void tellHowFarWorkOnADiskIs(int number, WorkPhase phase) {
        assertThat(EventCodes.phase(number)).isEqualTo(phase);
    }

    @Test
    void nameWork() {
        assertThat(EventCodes.diskWork(2)).isEqualTo("copy");
        assertThat(EventCodes.domainWork(2)).isEqualTo("save");
        assertThat(EventCodes.domainWork(5)).isEqualTo("outgoing migration");
        assertThat(EventCodes.domainWork(77)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, DEFINED", "1, UNDEFINED", "2, STARTED", "3, STOPPED", "4, UPDATED", "5, UPDATED"})
    void tellWhatHappenedToAPoolOrNetwork(int number, Change change) {
        assertThat(EventCodes.lifecycle(number)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({"0, STARTED", "1, STOPPED", "2, DEFINED", "3, UNDEFINED"})
    void tellWhatHappenedToADevice(int number, Change change) {
        assertThat(EventCodes.device(number)).isEqualTo(change);
    }
}
