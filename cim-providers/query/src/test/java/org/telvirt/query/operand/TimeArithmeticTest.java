package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class TimeArithmeticTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            A_datetime + DateTime('00000001000000.000000:000') | 20261124110000.000000+000
            DateTime('00000001000000.000000:000') + A_datetime | 20261124110000.000000+000
            A_datetime - DateTime('00000001000000.000000:000') | 20261122110000.000000+000
            CurrentDateTime() - A_datetime                     | 00000000010000.000000:000
            A_datetime - CurrentDateTime()                     | NULL
            A_datetime + A_datetime                            | NULL
            DateTime('00000001000000.000000:000') + DateTime('00000000000001.000000:000') | 00000001000001.000000:000
            DateTime('99999999000000.000000:000') + DateTime('99999999000001.000000:000') | NULL
            A_datetime + DateTime('99999999000000.000000:000') | NULL
            A_datetime + DateTime('0000000100****.******:000') | NULL
            Length + A_datetime                                | NULL
            """)
    @Requirement({"DSP0202 arith"})
    void addsIntervalsToTimes(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
