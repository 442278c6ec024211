package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading values from text. */
class CimLexicalTest {
    @Nested
    class Integers {
        @ParameterizedTest
        @CsvSource({
            "UINT8,0,0",
            "UINT8,255,255",
            "UINT8,0xFf,255",
            "UINT8,' 7 ',7",
            "UINT8,+7,7",
            "UINT8,-0,0",
            "SINT8,-128,-128",
            "SINT8,127,127",
            "SINT8,-0x80,-128",
            "UINT16,65535,65535",
            "UINT32,4294967295,4294967295",
            "SINT32,-2147483648,-2147483648",
            "UINT64,9223372036854775808,-9223372036854775808",
            "UINT64,18446744073709551615,-1",
            "UINT64,0xFFFFFFFFFFFFFFFF,-1",
            "SINT64,-9223372036854775808,-9223372036854775808",
            "SINT64,0009223372036854775807,9223372036854775807"
        })
        void areReadInTheirRange(CimType type, String text, long bits) {
            assertThat(CimLexical.read(type, text)).isEqualTo(new CimValue.Int(type, bits));
        }

        @ParameterizedTest
        @CsvSource({
            "UINT8,256",
            "UINT8,-1",
            "SINT8,128",
            "SINT8,-129",
            "UINT16,65536",
            "UINT32,4294967296",
            "SINT32,2147483648",
            "UINT64,18446744073709551616",
            "UINT64,99999999999999999999999",
            "UINT64,0x10000000000000000",
            "SINT64,9223372036854775808",
            "SINT64,-9223372036854775809",
            "UINT8,''",
            "UINT8,-",
            "UINT8,0x",
            "UINT8,1.0",
            "UINT8,1e1",
            "UINT8,1 2",
            "UINT8,0b1",
            "UINT8,\u0661",
            "UINT8,FF"
        })
        void areRefusedBeyondIt(CimType type, String text) {
            assertThat(CimLexical.read(type, text)).isNull();
        }
    }

    @Nested
    class Reals {
        @ParameterizedTest
        @CsvSource({
            "1.5,1.5",
            "-.5,-0.5",
            "+0.0,0.0",
            "1.0E10,1e10",
            "1.5e-3,0.0015",
            "5,5.0",
            "2e3,2000.0",
            "INF,Infinity",
            "-INF,-Infinity",
            "NaN,NaN",
            "' 1.5 ',1.5"
        })
        void areReadByTheirGrammar(String text, double value) {
            assertThat(CimLexical.read(CimType.REAL64, text)).isEqualTo(new CimValue.Real(CimType.REAL64, value));
        }

        @ParameterizedTest
        @CsvSource({"''", ".", "1.", "1.e3", "1d", "0x1p3", "Infinity", "inf", "1.5e", "1.5e+", "1.5 2", "--1.0", "e3"})
        void areRefusedOutsideIt(String text) {
            assertThat(CimLexical.read(CimType.REAL32, text)).isNull();
        }

        @Test
        void areRoundedToTheirWidth() {
            assertThat(CimLexical.read(CimType.REAL32, "0.1")).isEqualTo(new CimValue.Real(CimType.REAL32, 0.1f));
        }
    }

    @Nested
    class OtherTypes {
        @ParameterizedTest
        @CsvSource({"TRUE,true", "false,false", "' True ',true"})
        void booleansAreReadRegardlessOfCase(String text, boolean value) {
            assertThat(CimLexical.read(CimType.BOOLEAN, text)).isEqualTo(CimValues.bool(value));
        }

        @ParameterizedTest
        @CsvSource({
            "BOOLEAN,''",
            "BOOLEAN,1",
            "BOOLEAN,yes",
            "CHAR16,''",
            "CHAR16,ab",
            "CHAR16,\uD83D\uDE00",
            "DATETIME,20240101",
            "DATETIME,20240101000000.000000+0000",
            "DATETIME,' 20240101000000.000000+000'",
            "REFERENCE,CIM_X"
        })
        void areRefusedOutsideTheirForm(CimType type, String text) {
            assertThat(CimLexical.read(type, text)).isNull();
        }

        @Test
        void stringsKeepTheirBlanks() {
            assertThat(CimLexical.read(CimType.STRING, " a ")).isEqualTo(CimValues.text(" a "));
        }

        @Test
        void aCharacterMayBeABlank() {
            assertThat(CimLexical.read(CimType.CHAR16, " ")).isEqualTo(new CimValue.Char(' '));
        }

        @Test
        void datetimesAreReadWithUnknownFields() {
            assertThat(CimLexical.read(CimType.DATETIME, "20240101******.******+000"))
                    .isEqualTo(CimValues.dateTime(new CimDateTime("20240101******.******+000")));
        }
    }
}
