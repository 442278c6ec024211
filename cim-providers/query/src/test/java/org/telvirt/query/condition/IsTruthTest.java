package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;

class IsTruthTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            WQL | A_uint8 = 200 IS TRUE          | TRUE
            WQL | A_uint8 = 200 IS FALSE         | FALSE
            WQL | A_uint8 = 200 IS NOT TRUE      | FALSE
            WQL | A_sint8 = 1 IS TRUE            | FALSE
            WQL | A_sint8 = 1 IS FALSE           | FALSE
            WQL | A_sint8 = 1 IS NOT FALSE       | TRUE
            WQL | (A_sint8 = 1) IS NOT TRUE      | TRUE
            """)
    void isNeverUnknown(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
