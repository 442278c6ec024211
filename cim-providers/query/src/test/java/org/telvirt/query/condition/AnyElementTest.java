package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class AnyElementTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            FQL | ANY L_uint16 = 5               | TRUE
            FQL | ANY L_uint16 > 5               | FALSE
            FQL | ANY L_uint8 > 5                | FALSE
            FQL | ANY L_uint64 > 5               | FALSE
            FQL | NOT ANY L_uint16 = 4           | TRUE
            FQL | ANY L_string LIKE '[ab]'       | TRUE
            FQL | ANY L_sint32 = 2               | FALSE
            CQL | ANY x IN L_uint16 SATISFIES (x = 5 AND x > 4) | TRUE
            CQL | ANY x IN L_sint32 SATISFIES (x = 1)           | TRUE
            CQL | ANY x IN L_sint32 SATISFIES (x = 2)           | UNKNOWN
            CQL | ANY x IN L_uint8 SATISFIES (x = 2)            | FALSE
            CQL | ANY x IN L_uint64 SATISFIES (x = 2)           | UNKNOWN
            CQL | ANY x IN L_uint16[1..2] SATISFIES (x = 3)     | FALSE
            CQL | ANY x IN L_uint16 SATISFIES (ANY y IN L_sint32 SATISFIES (x - 2 = y)) | TRUE
            CQL | ANY x IN L_string SATISFIES (ANY x IN L_uint16 SATISFIES (x = 5) AND x = 'a') | TRUE
            """)
    @Requirement({"DSP0202 ANY", "DSP0212 ANY"})
    void isAnOrOverTheElements(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
