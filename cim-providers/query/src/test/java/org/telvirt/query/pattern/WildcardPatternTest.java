package org.telvirt.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardPatternTest {
    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            abc | ABC | true
            a% | a | true
            %a% | bab | true
            %a%c | xaxbc | true
            a_c | abc | true
            a_c | ac | false
            _ | 𝄞 | true
            %% | x | true
            [a-c]x | BX | true
            [^a-c]x | bx | false
            [^a-c]x | BX | false
            [^a-c]x | dx | true
            [_] | _ | true
            [_] | a | false
            [%]% | %x | true
            []] | ] | true
            [a-] | - | true
            ab | abc | false
            abc | ab | false
            a%b%c | a1b2b3c | true
            """)
    void matchesTheWholeString(String pattern, String text, boolean expected) throws PatternException {
        assertThat(WildcardPattern.of(pattern).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[^", "[^]", "a[b", "[z-a]"})
    void refusesSetsThatAreNone(String pattern) {
        assertThatThrownBy(() -> WildcardPattern.of(pattern)).isInstanceOf(PatternException.class);
    }

    @Test
    void takesNoLongerForManyRuns() throws PatternException {
        WildcardPattern pattern = WildcardPattern.of("%a".repeat(1_000) + "b");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(pattern.matches("a".repeat(20_000))).isFalse());
    }
}
