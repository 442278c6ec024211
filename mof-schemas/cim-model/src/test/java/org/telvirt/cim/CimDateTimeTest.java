package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 5.2.4")
class CimDateTimeTest {
    @Test
    void writesAPointInTimeInUtcToTheMicrosecond() {
        Instant instant = Instant.parse("2026-11-23T01:02:03.000456789Z");

        CimDateTime time = CimDateTime.of(instant);

        assertThat(time.text()).isEqualTo("20261123010203.000456+000");
        assertThat(time.toInstant()).isEqualTo("2026-11-23T01:02:03.000456Z");
        assertThat(time.isInterval()).isFalse();
    }

    @Test
    void writesAnIntervalAndReadsItBack() {
        Duration length =
                Duration.ofDays(3).plusHours(4).plusMinutes(5).plusSeconds(6).plusNanos(7_000);

        CimDateTime interval = CimDateTime.of(length);

        assertThat(interval.text()).isEqualTo("00000003040506.000007:000");
        assertThat(interval.toDuration()).isEqualTo(length);
        assertThat(interval.isInterval()).isTrue();
    }

    @Test
    void offsetIsInMinutes() {
        assertThat(new CimDateTime("20261123020000.000000+060").toInstant()).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(new CimDateTime("20261123000000.000000-060").toInstant()).isEqualTo("2026-11-23T01:00:00Z");
    }

    @Test
    void unknownFieldsStandForTheirLeast() {
        assertThat(new CimDateTime("2026**********.******+000").toInstant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(new CimDateTime("00000003******.******:000").toDuration()).isEqualTo(Duration.ofDays(3));
        assertThat(new CimDateTime("20261123010203.0004**+000").toInstant()).isEqualTo("2026-11-23T01:02:03.000400Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261123010203.000000",
                "20261323010203.000000+000",
                "20260230010203.000000+000",
                "2026112301020a.000000+000",
                "20261123**0203.000000+000",
                "2026112301****.000000+000",
                "20261123010203.0*0000+000",
                "202*1123010203.000000+000",
                "00000003240506.000007:000",
                "00000003046006.000007:000",
                "00000003040506.000007:060",
                "20261123010203,000000+000",
                "20261123010203.000000+0**"
            })
    void refusesWhatIsNeitherForm(String text) {
        assertThat(CimDateTime.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CimDateTime(text));
    }

    @Test
    void anIntervalIsNoPointInTimeAndTheOtherWayRound() {
        assertThatIllegalStateException().isThrownBy(() -> CimDateTime.ZERO_INTERVAL.toInstant());
        assertThatIllegalStateException()
                .isThrownBy(() -> CimDateTime.of(Instant.EPOCH).toDuration());
    }
}
