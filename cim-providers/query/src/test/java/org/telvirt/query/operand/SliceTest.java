package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class SliceTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            L_uint16[0..1]                  | [3, 5]
            L_uint16[1..]                   | [5, 5]
            L_uint16[..0]                   | [3]
            L_uint16[*]                     | [3, 5, 5]
            L_uint16[2, 0]                  | [5, 3]
            L_uint16[0, 1..9]               | [3, 5, 5]
            L_uint16[5..9]                  | []
            L_uint16[A_sint8..]             | NULL
            L_uint64[0..1]                  | NULL
            """)
    @Requirement({"DSP0202 index-list"})
    void takesRanges(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
