package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.query.Query;
import org.telvirt.query.QueryException;
import org.telvirt.traceability.Requirement;

class ComparisonTest {
    private static final String RELATIONS = """
            CQL | A_uint8 = 200                  | TRUE
            CQL | A_uint8 <> 200                 | FALSE
            CQL | 199 < A_uint8                  | TRUE
            CQL | A_uint8 <= 200                 | TRUE
            CQL | A_uint8 > 0xC8                 | FALSE
            CQL | A_uint8 >= 11001000b           | TRUE
            CQL | A_uint8 = 200.0                | TRUE
            CQL | A_uint8 < 200.5                | TRUE
            CQL | A_uint64 = 18446744073709551615 | TRUE
            CQL | A_uint64 > A_sint64            | TRUE
            CQL | A_uint64 > 9223372036854775807 | TRUE
            CQL | A_uint64 = 18446744073709551616.0 | FALSE
            CQL | A_uint64 < 18446744073709551616.0 | TRUE
            CQL | A_sint64 < A_real64            | TRUE
            CQL | A_sint64 = -5                  | TRUE
            CQL | A_real64 = 25.0E-1             | TRUE
            CQL | A_sint8 = A_sint8              | UNKNOWN
            CQL | A_sint8 <> 1                   | UNKNOWN
            CQL | A_string = 'Blue'              | TRUE
            CQL | A_string = 'blue'              | FALSE
            CQL | A_string < 'Blues'             | TRUE
            CQL | A_string > 'Azure'             | TRUE
            CQL | A_char16 = 'q'                 | TRUE
            CQL | A_string = 'Bl\\x0075e'           | TRUE
            CQL | A_boolean = TRUE               | TRUE
            CQL | A_boolean <> TRUE              | FALSE
            CQL | A_boolean                      | TRUE
            CQL | (A_uint8 = 200) = A_boolean    | TRUE
            CQL | EnabledState = #'Enabled'      | TRUE
            CQL | #'Disabled' = EnabledState     | FALSE
            CQL | EnabledState = EnabledState#'Enabled' | TRUE
            CQL | 3 > EnabledState#'Enabled'     | TRUE
            CQL | A_datetime = '20261123120000.000000+060' | TRUE
            CQL | A_datetime < CurrentDateTime() | TRUE
            CQL | A_datetime < '20261123******.******+000' | UNKNOWN
            CQL | A_datetime = '20261123******.******+000' | UNKNOWN
            CQL | A_datetime <> '202611********.******+000' | UNKNOWN
            CQL | A_datetime < '202612********.******+000' | TRUE
            CQL | A_datetime > '202612********.******+000' | FALSE
            CQL | A_datetime >= '20261123******.******+000' | UNKNOWN
            CQL | A_datetime = '00000001000000.000000:000' | UNKNOWN
            CQL | Peer = 'Test_Guest.Id="g1"'    | TRUE
            CQL | Peer = '//other/root/virt:Test_Guest.Id="g1"' | TRUE
            CQL | Peer = '/site/else:Test_Guest.Id="g1"' | FALSE
            CQL | Peer <> 'Test_Guest.Id="g2"'   | TRUE
            CQL | Anything.Size = 9              | TRUE
            CQL | Anything.Size = 'x'            | UNKNOWN
            WQL | A_string = 'bLUE'              | TRUE
            WQL | A_string < 'BLUES'             | TRUE
            WQL | A_uint8 != '200'               | FALSE
            WQL | A_boolean = 1                  | TRUE
            WQL | A_boolean = 'true'             | TRUE
            WQL | A_boolean <> FALSE             | TRUE
            WQL | A_datetime = '20261123110000.000000+000' | TRUE
            WQL | 'C:\\dir' = "C:\\\\dir"           | TRUE
            WQL | A_sint8 < 1                    | UNKNOWN
            FQL | A_uint8 >= 200                 | TRUE
            FQL | A_string = "Blue"              | TRUE
            FQL | A_string <> A_string           | FALSE
            FQL | A_sint8 < 1                    | FALSE
            FQL | A_sint8 <> 1                   | FALSE
            FQL | A_datetime < '20270101000000.000000+000' | TRUE
            FQL | L_uint16[2] = 5                | TRUE
            FQL | L_uint16[9] = 5                | FALSE
            """;

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = RELATIONS)
    @Requirement({"DSP0202 comp", "DSP0212 comp"})
    void relatesTwoValues(String language, String condition, Truth expected) {
        assertThat(Asked.truth(language, condition)).isEqualTo(expected);
    }

    @Test
    void needsNoClassWhereAFilterIsOnInstancesOfAny() throws QueryException {
        Query filter = Asked.LANGUAGES
                .named("DMTF:FQL")
                .parse("A_uint8 = 200 AND Part.Extra = 1 AND ANY L_uint16 > 4 AND Unheard = NULL", Asked.TREE);

        assertThat(filter.selects(Asked.GUEST)).isTrue();
        assertThat(filter.from()).isNull();
    }
}
