package org.telvirt.hypervisor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telvirt.traceability.Requirement;

class TransferTest {
    private static Transfer transfer(Long requests, Integer milliseconds) {
        return new Transfer(requests, 0L, milliseconds == null ? null : Duration.ofMillis(milliseconds));
    }

    @Test
    @Requirement("VMADM1 latency")
    void derivesTheMeanLatencyOfTheRequestsBetweenTwoSamples() {
        assertThat(transfer(30L, 700).meanLatencySince(transfer(10L, 100))).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void hasNoLatencyWithoutRequestsOrWithoutCounters() {
        assertThat(transfer(10L, 100).meanLatencySince(transfer(10L, 100))).isNull();
        assertThat(transfer(null, 100).meanLatencySince(transfer(10L, 100))).isNull();
        assertThat(transfer(30L, 700).meanLatencySince(Transfer.UNKNOWN)).isNull();
    }

    @Test
    void hasNoLatencyAcrossANewRun() {
        assertThat(transfer(5L, 50).meanLatencySince(transfer(10L, 100))).isNull();
        assertThat(transfer(15L, 50).meanLatencySince(transfer(10L, 100))).isNull();
    }
}
