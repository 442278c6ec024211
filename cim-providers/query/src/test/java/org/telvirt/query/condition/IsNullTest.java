package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class IsNullTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            WQL | A_sint8 IS NULL                | TRUE
            WQL | A_sint8 = NULL                 | TRUE
            WQL | NULL = A_sint8                 | TRUE
            WQL | A_sint8 <> NULL                | FALSE
            WQL | A_uint8 != NULL                | TRUE
            WQL | A_uint8 IS NOT NULL            | TRUE
            WQL | A_uint8 < NULL                 | UNKNOWN
            WQL | Length IS NULL                 | TRUE
            CQL | A_sint8 IS NULL                | TRUE
            CQL | A_uint8 IS NOT NULL            | TRUE
            CQL | A_uint8 IS NULL                | FALSE
            CQL | L_uint8 IS NULL                | FALSE
            CQL | L_uint64 IS NULL               | TRUE
            FQL | A_sint8 = NULL                 | TRUE
            FQL | A_sint8 <> NULL                | FALSE
            FQL | A_uint8 <> NULL                | TRUE
            """)
    @Requirement({"DSP0202 IS NULL", "DSP0212 IS NULL"})
    void isNeverUnknown(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
