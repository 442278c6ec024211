package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class NotTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            WQL | NOT A_uint8 = 200          | FALSE
            WQL | NOT A_uint8 = 1            | TRUE
            WQL | NOT A_sint8 = 1            | UNKNOWN
            WQL | NOT NOT A_uint8 = 200      | TRUE
            CQL | NOT (A_uint8 = 200)        | FALSE
            CQL | NOT A_uint8 = 1            | TRUE
            CQL | NOT A_sint8 = 1            | UNKNOWN
            FQL | NOT A_uint8 = 200          | FALSE
            FQL | NOT (A_sint8 = 1)          | TRUE
            WQL | NOT A_uint8 = 1 AND A_uint8 = 2                     | FALSE
            WQL | A_uint8 = 200 OR A_uint8 = 1 AND A_uint8 = 2        | TRUE
            CQL | A_uint8 = 200 OR A_uint8 = 1 AND A_uint8 = 2        | TRUE
            FQL | A_uint8 = 200 OR A_uint8 = 1 AND A_uint8 = 2        | TRUE
            """)
    @Requirement({"DSP0202 NOT", "DSP0212 NOT"})
    void turnsTrueIntoFalseAndLeavesUnknown(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
