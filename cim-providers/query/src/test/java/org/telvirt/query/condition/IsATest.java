package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class IsATest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            WQL | Part ISA Test_BigPart          | TRUE
            WQL | Part ISA 'Test_Part'           | TRUE
            WQL | Part ISA "Test_Guest"          | FALSE
            CQL | Part ISA Test_Part             | TRUE
            CQL | Part ISA test_bigpart          | TRUE
            CQL | Anything ISA Test_BigPart      | FALSE
            CQL | Part.Inner ISA Test_Part       | FALSE
            CQL | NOT Part.Inner ISA Test_Part   | TRUE
            CQL | Peer ISA Test_Base             | TRUE
            CQL | Test_Guest ISA Test_Base       | TRUE
            WQL | __this ISA Test_Guest          | TRUE
            WQL | __CLASS = 'test_guest'         | TRUE
            """)
    @Requirement({"DSP0202 ISA"})
    void isFalseForNull(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
