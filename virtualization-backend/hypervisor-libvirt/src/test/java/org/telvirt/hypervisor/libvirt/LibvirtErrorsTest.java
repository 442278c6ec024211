package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

class LibvirtErrorsTest {
    /** Numbers as libvirt's virterror.h counts them, checked against the names that libvirt documents. */
    @ParameterizedTest
    @CsvSource({
        "1, INTERNAL",
        "2, INSUFFICIENT_RESOURCES",
        "3, UNSUPPORTED",
        "5, UNAVAILABLE",
        "8, INVALID_DEFINITION",
        "9, INTERNAL",
        "27, INVALID_DEFINITION",
        "28, ALREADY_EXISTS",
        "29, DENIED",
        "38, INTERNAL",
        "39, UNAVAILABLE",
        "42, NOT_FOUND",
        "45, DENIED",
        "55, INVALID_STATE",
        "67, INVALID_DEFINITION",
        "68, BUSY",
        "84, UNSUPPORTED",
        "86, TIMEOUT",
        "87, BUSY",
        "88, DENIED",
        "9999, INTERNAL"
    })
    void giveEachCodeItsReason(int code, Reason reason) {
        assertThat(LibvirtErrors.translate("Cannot start 'web'", code, "so").reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | internal error: process exited: cannot set up guest memory 'pc.ram': Cannot allocate memory",
                "38 | cannot write data to '/var/lib/x': No space left on device"
            })
    void seeThatTheHostHasRunOut(int code, String message) {
        assertThat(LibvirtErrors.translate("Cannot start 'web'", code, message).reason())
                .isEqualTo(Reason.INSUFFICIENT_RESOURCES);
    }

    @Test
    void sayTheCauseWithoutTheNameOfItsCode() {
        HypervisorException error = LibvirtErrors.translate(
                "Cannot start 'web'", 55, "Requested operation is not valid: domain is already running");

        assertThat(error).hasMessage("Cannot start 'web': domain is already running");
    }
}
