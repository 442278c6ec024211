package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class ConcatenationTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            'a' || 'b' || 'c'               | abc
            A_string || '-' || A_char16     | Blue-q
            A_string || Part.Inner.Label    | NULL
            """)
    @Requirement({"DSP0202 concat"})
    void joinsStrings(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
