package org.telvirt.query.operand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class MemberTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            Part.Size                       | 7
            Part.Test_Part::Size            | 7
            Part.Test_BigPart::Extra        | 1
            Anything.Size                   | 9
            Anything.Test_Part::Size        | 9
            Anything.Test_BigPart::Extra    | NULL
            Anything.Nothing                | NULL
            Part.Inner.Inner.Size           | NULL
            Test_Guest.A_string             | Blue
            Test_Guest::A_string            | Blue
            Test_Base::Id                   | g1
            Test_BigGuest::A_string         | NULL
            Test_Guest.Part.Label           | wheel
            """)
    @Requirement({"DSP0202 scoped-property"})
    void isNullBeyondTheScope(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}
