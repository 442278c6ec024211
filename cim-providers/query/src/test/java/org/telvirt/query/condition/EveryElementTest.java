package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class EveryElementTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            FQL | EVERY L_uint16 >= 3            | TRUE
            FQL | EVERY L_uint16 > 3             | FALSE
            FQL | EVERY L_uint8 > 3              | TRUE
            FQL | EVERY L_uint64 > 3             | FALSE
            FQL | EVERY L_string NOT LIKE 'c'    | TRUE
            CQL | EVERY x IN L_sint32 SATISFIES (x = 1)         | UNKNOWN
            CQL | EVERY x IN L_sint32 SATISFIES (x = 2)         | FALSE
            CQL | EVERY x IN L_uint8 SATISFIES (x = 2)          | TRUE
            CQL | NOT EVERY x IN L_uint16 SATISFIES (x = 5)     | TRUE
            """)
    @Requirement({"DSP0202 EVERY", "DSP0212 EVERY"})
    void isAnAndOverTheElements(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
