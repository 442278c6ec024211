package org.telvirt.hypervisor.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "3,1,2 | 1-3",
                "0-3,^2 | 0-1,3",
                "^1, 0-1 ,8 | 0,8",
                "0-1,4-5,7 | 0-1,4-5,7",
                "65535 | 65535",
                "3-1 | ''",
                "^1 | ''"
            })
    void isWrittenInItsShortestForm(String text, String shortest) {
        NumberSet numbers = NumberSet.parse(text);

        assertThat(numbers).hasToString(shortest);
        assertThat(numbers.isEmpty()).isEqualTo(shortest.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a", "-1", "1-", "1-2-3", "65536", "0-99999999999", "0x1"})
    void refusesWhatIsNoSet(String text) {
        assertThatThrownBy(() -> NumberSet.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
