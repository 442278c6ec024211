package org.telvirt.providers.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimStatus;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP1042 8", "DSP1057 8"})
class ReturnValuesTest {
    private static final String TABLE = """
            NOT_FOUND,              2,    4, NOT_FOUND
            ALREADY_EXISTS,         2,    4, ALREADY_EXISTS
            INVALID_TRANSITION,     4097, 5, FAILED
            INVALID_STATE,          4097, 5, FAILED
            BUSY,                   4099, 2, FAILED
            INVALID_ARGUMENT,       5,    4, INVALID_PARAMETER
            UNSUPPORTED,            1,    1, NOT_SUPPORTED
            INSUFFICIENT_RESOURCES, 4,    2, FAILED
            DENIED,                 4,    2, ACCESS_DENIED
            UNAVAILABLE,            4,    2, FAILED
            TIMEOUT,                3,    3, FAILED
            CANCELLED,              4,    2, FAILED
            INTERRUPTED,            4,    2, FAILED
            INTERNAL,               2,    2, FAILED
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = TABLE)
    void aReasonHasOneNumberForEachMethodAndOneStatus(
            Reason reason, int stateChange, int management, CimStatus status) {
        assertThat(ReturnValues.stateChange(reason).code()).isEqualTo(stateChange);
        assertThat(ReturnValues.management(reason).code()).isEqualTo(management);
        assertThat(ReturnValues.status(reason)).isEqualTo(status);
    }

    @Test
    void theTableAboveHasEveryReason() {
        assertThat(TABLE.lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Reason.values()).map(Enum::name).toArray(String[]::new));
    }
}
