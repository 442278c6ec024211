package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class ElementTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            L_uint16[0]                     | 3
            L_uint16[2]                     | 5
            L_uint16[3]                     | NULL
            L_uint16[-1]                    | NULL
            L_uint16[1 + 1]                 | 5
            L_uint64[0]                     | NULL
            L_sint32[1]                     | NULL
            L_uint16[A_uint64]              | NULL
            L_uint16[L_uint8[0]]            | NULL
            """)
    @Requirement({"DSP0202 index"})
    void countsFromZero(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
