package org.telvirt.mof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.mof.MofText.defaultOf;
import static org.telvirt.mof.MofText.property;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.source.MofException;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 A")
class MofConstantsTest {
    @Nested
    class Integers {
        @ParameterizedTest
        @CsvSource({
            "uint8, 0, 0",
            "uint8, 255, 255",
            "uint8, +7, 7",
            "sint8, -128, -128",
            "uint16, 0x1F, 31",
            "uint16, 0XfF, 255",
            "sint16, -0x10, -16",
            "uint8, 017, 15",
            "uint8, 00, 0",
            "sint8, -011, -9",
            "uint8, 101b, 5",
            "sint8, -11B, -3",
            "uint8, 0b, 0",
            "uint64, 18446744073709551615, 18446744073709551615",
            "uint64, 0xFFFFFFFFFFFFFFFF, 18446744073709551615",
            "sint64, -9223372036854775808, -9223372036854775808"
        })
        void areDecimalHexadecimalOctalOrBinary(String type, String literal, String value) throws MofException {
            assertThat(defaultOf(type + " P = " + literal)).hasToString(value);
        }

        @Test
        void areReadAsReals() throws MofException {
            assertThat(defaultOf("real64 P = 12")).isEqualTo(new CimValue.Real(CimType.REAL64, 12));
        }
    }

    @Nested
    class Reals {
        @ParameterizedTest
        @CsvSource({"1.5, 1.5", ".25, 0.25", "-3.0e2, -300", "+1.0E-1, 0.1", "0.0, 0"})
        void haveAPointAndPerhapsAnExponent(String literal, double value) throws MofException {
            assertThat(defaultOf("real64 P = " + literal)).isEqualTo(new CimValue.Real(CimType.REAL64, value));
        }

        @Test
        void areRoundedToTheirType() throws MofException {
            assertThat(defaultOf("real32 P = 0.1")).isEqualTo(new CimValue.Real(CimType.REAL32, 0.1f));
        }
    }

    @Nested
    class Strings {
        private static String text(String literals) throws MofException {
            return ((CimValue.Text) defaultOf("string P = " + literals)).value();
        }

        @Test
        void haveEscapes() throws MofException {
            assertThat(text("\"\\b\\t\\n\\f\\r\\\"\\'\\\\\"")).isEqualTo("\b\t\n\f\r\"'\\");
        }

        @Test
        void haveHexadecimalEscapesOfUpToFourDigits() throws MofException {
            assertThat(text("\"\\x41\\X263a\\xe4g\\x9|\\x00e9f\"")).isEqualTo("A\u263a\u00e4g\t|\u00e9f");
        }

        @Test
        void areJoinedWithTheirNeighbours() throws MofException {
            assertThat(text("\"a\" \"b\"\n// between\n\"c\"/* and */\"d\"")).isEqualTo("abcd");
        }

        @Test
        void keepOtherCharactersAsTheyAre() throws MofException {
            assertThat(text("\"tab\there /* no comment */ // none \u00e4\u4e2d\ud83d\ude00\""))
                    .isEqualTo("tab\there /* no comment */ // none \u00e4\u4e2d\ud83d\ude00");
        }
    }

    @Nested
    class Others {
        @Test
        void areCharactersInQuotesOrByNumber() throws MofException {
            assertThat(defaultOf("char16 P = 'x'")).isEqualTo(new CimValue.Char('x'));
            assertThat(defaultOf("char16 P = '\\x263A'")).isEqualTo(new CimValue.Char('\u263a'));
            assertThat(defaultOf("char16 P = '\\''")).isEqualTo(new CimValue.Char('\''));
            assertThat(defaultOf("char16 P = 65")).isEqualTo(new CimValue.Char('A'));
        }

        @Test
        void areBooleansInAnyCase() throws MofException {
            assertThat(defaultOf("boolean P = TRUE")).isEqualTo(new CimValue.Bool(true));
            assertThat(defaultOf("boolean P = False")).isEqualTo(new CimValue.Bool(false));
        }

        @Test
        void areDatetimesInStrings() throws MofException {
            assertThat(defaultOf("datetime P = \"00000000000500.000000:000\""))
                    .hasToString("DateTime[value=00000000000500.000000:000]");
        }

        @Test
        void areNullAndEmptyArrayApart() throws MofException {
            assertThat(property("class T { string P[] = NULL; };").defaultValue())
                    .isNull();
            assertThat(property("class T { string P[]; };").defaultValue()).isNull();
            assertThat(defaultOf("string P[] = {}")).isEqualTo(new CimValue.Array(CimType.STRING, List.of()));
        }
    }
}
