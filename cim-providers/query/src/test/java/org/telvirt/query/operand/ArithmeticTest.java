package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class ArithmeticTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            1 + 2 * 3                       | 7
            (1 + 2) * 3                     | 9
            10 - 4 - 3                      | 3
            7 / 2                           | 3
            -7 / 2                          | -3
            7 / 0                           | NULL
            7.0 / 2                         | 3.5
            7.0 / 0                         | NULL
            A_uint64 + 1                    | NULL
            A_uint64 - 1                    | NULL
            A_uint64 / 5                    | 3689348814741910323
            A_uint8 - 250                   | -50
            A_sint64 * A_uint8              | -1000
            A_sint8 + 1                     | NULL
            -A_uint8                        | -200
            - A_real64                      | -2.5
            9223372036854775807 + 9223372036854775807 | 18446744073709551614
            9223372036854775807 + 9223372036854775809 | NULL
            -9223372036854775808            | -9223372036854775808
            1.5E308 * 10                    | NULL
            """)
    @Requirement({"DSP0202 arith"})
    void isExactOrNull(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
