package org.telvirt.facility.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.hypervisor.HypervisorException;

class FacilityErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, NOT_FOUND, NOT_FOUND",
        "ALREADY_EXISTS, ALREADY_EXISTS, ALREADY_EXISTS",
        "INVALID_STATE, INVALID_STATE, INVALID_TRANSITION",
        "BUSY, BUSY, BUSY",
        "INVALID_DEFINITION, INVALID_ARGUMENT, INVALID_ARGUMENT",
        "UNSUPPORTED, UNSUPPORTED, UNSUPPORTED",
        "INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES",
        "DENIED, DENIED, DENIED",
        "UNAVAILABLE, UNAVAILABLE, UNAVAILABLE",
        "TIMEOUT, TIMEOUT, TIMEOUT",
        "INTERNAL, INTERNAL, INTERNAL"
    })
    void keepTheMessageAndTranslateTheReason(HypervisorException.Reason engine, Reason plain, Reason ofTransition) {
        HypervisorException cause = new HypervisorException(engine, "Cannot start 'hlr-2': so");

        FacilityException translated = FacilityErrors.of(cause);

        assertThat(translated).hasMessage("Cannot start 'hlr-2': so").hasCause(cause);
        assertThat(translated.reason()).isEqualTo(plain);
        assertThat(FacilityErrors.ofTransition(cause).reason()).isEqualTo(ofTransition);
    }

    @Test
    void knowEveryReason() {
        assertThat(EnumSet.allOf(HypervisorException.Reason.class))
                .hasSize(11)
                .allSatisfy(reason -> assertThat(FacilityErrors.of(new HypervisorException(reason, "so")))
                        .isNotNull());
    }
}
