package org.telvirt.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.query.Asked;
import org.telvirt.query.operand.Frame;
import org.telvirt.traceability.Requirement;

class AndTest {
    @ParameterizedTest(name = "{0} AND {1} is {2}")
    @CsvSource({
        "TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE",
        "TRUE, UNKNOWN, UNKNOWN",
        "FALSE, TRUE, FALSE",
        "FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE",
        "UNKNOWN, TRUE, UNKNOWN",
        "UNKNOWN, FALSE, FALSE",
        "UNKNOWN, UNKNOWN, UNKNOWN"
    })
    @Requirement({"DSP0202 AND", "DSP0212 AND"})
    void hasThreeValues(Truth left, Truth right, Truth expected) {
        assertThat(new And(List.of(frame -> left, frame -> right)).test(new Frame(Asked.GUEST, () -> Asked.NOW, 0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"WQL, SELECT * FROM Test_Guest WHERE#", "DMTF:CQL, SELECT * FROM Test_Guest WHERE#", "FQL, ''"})
    void isReadInEveryLanguage(String language, String start) {
        assertThat(Asked.query(language, start.replace('#', ' ') + "A_uint8 = 200 AND A_string = 'Green'")
                        .selects(Asked.GUEST))
                .isEqualTo(false);
    }
}
