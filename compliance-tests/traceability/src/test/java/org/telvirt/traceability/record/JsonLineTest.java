package org.telvirt.traceability.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    @Nested
    class Write {
        @Test
        void quotesWhatJsonReserves() {
            assertThat(JsonLine.write(Map.of("name", "a \"b\" \\ c\n\u00fc")))
                    .isEqualTo("{\"name\":\"a \\\"b\\\" \\\\ c\\u000a\\u00fc\"}");
        }

        @Test
        void writesListsAndNumbers() {
            assertThat(JsonLine.write(Map.of("names", List.of("a", "b")))).isEqualTo("{\"names\":[\"a\",\"b\"]}");
            assertThat(JsonLine.write(Map.of("millis", 12L))).isEqualTo("{\"millis\":12}");
        }
    }

    @Nested
    class Read {
        static IntStream seeds() {
            return IntStream.range(0, 50);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void givesBackWhatWasWritten(int seed) {
            Random random = new Random(seed);
            String text = randomText(random);
            List<String> list = List.of(randomText(random), randomText(random));
            long number = random.nextLong();

            JsonLine line = JsonLine.read(JsonLine.write(Map.of("text", text, "list", list, "number", number)));

            assertThat(line.text("text")).isEqualTo(text);
            assertThat(line.texts("list")).isEqualTo(list);
            assertThat(line.number("number")).isEqualTo(number);
        }

        private static String randomText(Random random) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            }
            return text.toString();
        }

        @Test
        void acceptsBlanksBetweenTokens() {
            assertThat(JsonLine.read(" { \"a\" : [ \"b\" , \"c\" ] } ").texts("a"))
                    .containsExactly("b", "c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{}}",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":true}",
                    "{\"a\":\"b}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u00g0\"}",
                    "{\"a\":\"\\u00",
                    "{\"a\":[\"b\"",
                    "{\"a\":[\"b\" \"c\"]}",
                    "{\"a\":1-}",
                    "{\"a\":1,}"
                })
        void refusesWhatIsNotAFlatObject(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JsonLine.read(text))
                    .withMessageContaining("in column");
        }

        @Test
        void namesTheFieldThatIsMissingOrOfAnotherKind() {
            JsonLine line = JsonLine.read("{\"a\":1}");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> line.text("a"))
                    .withMessage("field 'a' is missing or not a String");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> line.number("b"))
                    .withMessage("field 'b' is missing or not a Long");
        }
    }
}
