package org.telvirt.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularPatternTest {
    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            abc | abc | true
            abc | ABC | false
            abc | xabcx | false
            a.c | abc | true
            a* | aaa | true
            a*b | b | true
            a+ | aa | true
            a+b | b | false
            ab?c | ac | true
            [a-c]+ | abcabc | true
            [a-c]^ | d | true
            [a-c]^ | b | false
            [a\\]]+ | a] | true
            ^abc$ | abc | true
            a^b | ab | false
            (ab|cd)* | abcdab | true
            (ab|cd)* | abc | false
            a{2} | aa | true
            a{2} | aaa | false
            a{2,} | aaaa | true
            a{0,1}b | b | true
            a{1,3} | aaaa | false
            \\.\\* | .* | true
            \\\\ | \\ | true
            a|b|c | c | true
            |a | a | true
            /x | /x | true
            . | 𝄞 | true
            """)
    void matchesTheWholeString(String pattern, String text, boolean expected) throws PatternException {
        assertThat(RegularPattern.of(pattern).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[]",
                "(",
                ")",
                "a{",
                "a{2,1}",
                "a{x}",
                "a{256}",
                "*",
                "a|+",
                "a\\",
                "[z-a]",
                "(a{250}){250}"
            })
    void refusesWhatIsNone(String pattern) {
        assertThatThrownBy(() -> RegularPattern.of(pattern)).isInstanceOf(PatternException.class);
    }

    @Test
    void takesNoLongerForNestedRepetition() throws PatternException {
        RegularPattern pattern = RegularPattern.of("((a*)*b?)*(a|a|aa)*c");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(pattern.matches("a".repeat(50_000))).isFalse());
    }

    @Test
    void agreesWithTheRegularExpressionsOfTheJdkWhereTheyMeanTheSame() throws PatternException {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String pattern = RandomPattern.of(random, 3);
            java.util.regex.Pattern other = java.util.regex.Pattern.compile(pattern);
            RegularPattern own = RegularPattern.of(pattern);
            for (int j = 0; j < 5; j++) {
                String text = RandomPattern.text(random);
                assertThat(own.matches(text))
                        .as(pattern + " on " + text)
                        .isEqualTo(other.matcher(text).matches());
            }
        }
    }

    private static final class RandomPattern {
        private static String of(Random random, int depth) {
            StringBuilder pattern = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String atom = switch (random.nextInt(depth > 0 ? 6 : 4)) {
                    case 0 -> ".";
                    case 1 -> "[ab]";
                    case 4 -> "(" + of(random, depth - 1) + ")";
                    case 5 -> "(" + of(random, depth - 1) + "|" + of(random, depth - 1) + ")";
                    default -> String.valueOf("abc".charAt(random.nextInt(3)));
                };
                String[] times = {"", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}", "{0,}"};
                pattern.append(atom).append(times[random.nextInt(times.length)]);
            }
            return pattern.toString();
        }

        private static String text(Random random) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("abcd".charAt(random.nextInt(4)));
            }
            return text.toString();
        }
    }
}
