package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.1")
class CimStatusTest {
    @ParameterizedTest
    @CsvSource({
        "1,FAILED",
        "2,ACCESS_DENIED",
        "3,INVALID_NAMESPACE",
        "4,INVALID_PARAMETER",
        "5,INVALID_CLASS",
        "6,NOT_FOUND",
        "7,NOT_SUPPORTED",
        "8,CLASS_HAS_CHILDREN",
        "9,CLASS_HAS_INSTANCES",
        "10,INVALID_SUPERCLASS",
        "11,ALREADY_EXISTS",
        "12,NO_SUCH_PROPERTY",
        "13,TYPE_MISMATCH",
        "14,QUERY_LANGUAGE_NOT_SUPPORTED",
        "15,INVALID_QUERY",
        "16,METHOD_NOT_AVAILABLE",
        "17,METHOD_NOT_FOUND",
        "20,NAMESPACE_NOT_EMPTY",
        "21,INVALID_ENUMERATION_CONTEXT",
        "22,INVALID_OPERATION_TIMEOUT",
        "23,PULL_HAS_BEEN_ABANDONED",
        "24,PULL_CANNOT_BE_ABANDONED",
        "25,FILTERED_ENUMERATION_NOT_SUPPORTED",
        "26,CONTINUATION_ON_ERROR_NOT_SUPPORTED",
        "27,SERVER_LIMITS_EXCEEDED",
        "28,SERVER_IS_SHUTTING_DOWN",
        "29,QUERY_FEATURE_NOT_SUPPORTED"
    })
    void hasTheNumberOfTheStandard(int code, CimStatus status) {
        assertThat(status.code()).isEqualTo(code);
        assertThat(CimStatus.of(code)).isSameAs(status);
    }

    @Test
    void hasNoOthers() {
        assertThat(CimStatus.values()).hasSize(27);
        assertThat(CimStatus.of(18)).isNull();
        assertThat(CimStatus.of(0)).isNull();
    }
}
