package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class ArrayEqualityTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            FQL | L_uint16 = {5, 3, 5}           | TRUE
            FQL | L_uint16 = {5, 3, 3}           | FALSE
            FQL | L_uint16 <> {5, 3}             | TRUE
            FQL | Ranked = {'a', 'b'}            | FALSE
            FQL | Ranked = {'b', 'a'}            | TRUE
            FQL | L_uint8 = {}                   | TRUE
            FQL | L_sint32 = {NULL, 1}           | TRUE
            FQL | L_uint64 = {1}                 | FALSE
            CQL | L_string = L_string            | TRUE
            CQL | L_string = Ranked              | TRUE
            CQL | L_uint64 = L_uint16            | UNKNOWN
            """)
    @Requirement({"DSP0212 array comparison"})
    void mindsOrderUnlessBothAreBags(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
