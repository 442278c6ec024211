package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class LikeTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            WQL | A_string LIKE 'bl%'            | TRUE
            WQL | A_string LIKE "B_ue"           | TRUE
            WQL | A_string LIKE '[a-c]lu[^a-d]'  | TRUE
            WQL | A_string LIKE 'B.*'            | FALSE
            WQL | A_string NOT LIKE 'R%'         | TRUE
            WQL | Length LIKE '%'                | UNKNOWN
            WQL | A_datetime LIKE '2026%'        | TRUE
            CQL | A_string LIKE 'Bl.*'           | TRUE
            CQL | A_string LIKE 'bl.*'           | FALSE
            CQL | A_string LIKE 'lu'             | FALSE
            CQL | A_string LIKE '[A-C]l(u|v)e'   | TRUE
            CQL | A_string LIKE '[a-c]^lue'      | TRUE
            CQL | A_char16 LIKE '.'              | TRUE
            CQL | Part.Inner.Label LIKE '.*'     | UNKNOWN
            FQL | A_string LIKE 'B.+'            | TRUE
            FQL | A_string NOT LIKE 'R.*'        | TRUE
            FQL | L_string[0] LIKE 'b'           | TRUE
            FQL | Part.Inner.Label LIKE '.*'     | FALSE
            """)
    @Requirement({"DSP0202 LIKE", "DSP0212 LIKE"})
    void hasThePatternsOfItsLanguage(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }
}
