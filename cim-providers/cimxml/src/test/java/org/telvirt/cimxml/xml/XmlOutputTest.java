package org.telvirt.cimxml.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing XML. */
class XmlOutputTest {
    private static final int LIMIT = 4096;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final XmlOutput streaming = new XmlOutput((buffer, length) -> sent.write(buffer, 0, length), LIMIT);

    @Nested
    class Text {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a",
                    "é",
                    "\u07FF",
                    "\u0800",
                    "€",
                    "\uFFFD",
                    "😀",
                    "\uD800\uDC00",
                    "\uDBFF\uDFFF",
                    "a\tb\nc"
                })
        void isUtf8(String text) {
            assertThat(new XmlOutput().text(text).toString()).isEqualTo(text);
        }

        @Test
        void isEscapedWhereXmlWouldChangeIt() {
            assertThat(new XmlOutput().text("<a> & \"b\" 'c'\r\n\t").toString())
                    .isEqualTo("&lt;a&gt; &amp; \"b\" 'c'&#13;\n\t");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0000",
                    "\u0001",
                    "\u001F",
                    "\uFFFE",
                    "\uFFFF",
                    "\uD800",
                    "\uDC00",
                    "\uDC00\uD800",
                    "\uD800x"
                })
        void replacesWhatXmlCannotCarry(String text) {
            assertThat(new XmlOutput().text(text).toString()).matches("\uFFFD{1,2}x?");
        }

        @Test
        void isTheSameOnBothSidesOfABufferEnd() {
            Random random = new Random(7);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                text.appendCodePoint(
                        " <&>é€😀abcdefgh".codePointAt(new int[] {0, 1, 2, 3, 4, 5, 6, 8, 9}[random.nextInt(9)]));
            }
            String expected =
                    text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

            streaming.text(text.toString());
            streaming.flush();

            assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        }
    }

    @Nested
    class Attributes {
        @Test
        void keepTheirWhiteSpaceAndQuotes() {
            assertThat(new XmlOutput().attribute("<a> & \"b\" 'c'\r\n\t ü").toString())
                    .isEqualTo("&lt;a&gt; &amp; &quot;b&quot; 'c'&#13;&#10;&#9; ü");
        }
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9, 10, 99, 100, 65535, 4294967295L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
        void areDecimalDigits(long value) {
            assertThat(new XmlOutput().number(value).toString()).isEqualTo(Long.toString(value));
        }
    }

    @Nested
    class OneInsideAnother {
        @Test
        void isEscapedOnceMoreForEachLevel() {
            XmlOutput innermost = new XmlOutput();
            innermost.raw(XmlOutput.ascii("<a>")).text("\"é<\r").raw(XmlOutput.ascii("</a>"));
            XmlOutput inner = new XmlOutput();
            inner.raw(XmlOutput.ascii("<b>")).escaped(innermost);

            assertThat(new XmlOutput().escaped(inner).toString())
                    .isEqualTo("&lt;b&gt;&amp;lt;a&amp;gt;\"é&amp;amp;lt;&amp;amp;#13;&amp;lt;/a&amp;gt;");
        }
    }

    @Nested
    class TakingBack {
        @Test
        void forgetsWhatCameAfterTheMark() {
            streaming.text("kept");
            long mark = streaming.mark();
            streaming.text(" dropped");

            assertThat(streaming.rewind(mark)).isTrue();
            streaming.flush();
            assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("kept");
        }

        @Test
        void isRefusedOnceAPartHasBeenSent() {
            long mark = streaming.mark();
            streaming.text("x".repeat(2 * LIMIT));

            assertThat(streaming.rewind(mark)).isFalse();
            assertThat(streaming.isWhole()).isFalse();
        }

        @Test
        void worksAfterAPartHasBeenSentForWhatHasNot() {
            streaming.text("x".repeat(2 * LIMIT));
            streaming.flush();
            long mark = streaming.mark();
            streaming.text("dropped");

            assertThat(streaming.rewind(mark)).isTrue();
            streaming.flush();
            assertThat(sent.size()).isEqualTo(2 * LIMIT);
        }
    }

    @Test
    void nothingIsSentBeforeTheLimit() {
        streaming.text("x".repeat(LIMIT / 8));

        assertThat(sent.size()).isZero();
        assertThat(streaming.isWhole()).isTrue();
    }

    @Test
    void aBrokenSinkIsReported() {
        XmlOutput broken = new XmlOutput(
                (buffer, length) -> {
                    throw new IOException("gone");
                },
                LIMIT);

        assertThatThrownBy(broken::flush)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
        assertThat(broken.isBroken()).isTrue();
    }

    @Test
    void textThatIsMuchLongerThanTheLimitIsWrittenWhole() {
        byte[] raw = XmlOutput.ascii("y".repeat(5 * LIMIT));

        streaming.text("x").raw(raw).text("z");
        streaming.flush();

        assertThat(sent.size()).isEqualTo(5 * LIMIT + 2);
    }
}
