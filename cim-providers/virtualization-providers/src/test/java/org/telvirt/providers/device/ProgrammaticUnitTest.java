package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 C.1")
class ProgrammaticUnitTest {
    @Nested
    class Parse {
        @ParameterizedTest
        @CsvSource({
            "byte,                  byte,  1",
            "byte*2^20,             byte,  1048576",
            "byte * 2^10,           byte,  1024",
            "' byte*10^3 ',         byte,  1000",
            "byte * 1024 * 1024,    byte,  1048576",
            "byte*2^+4,             byte,  16",
            "byte * 10^6 / 1000,    byte,  1000",
            "byte * 1024 * 2^-3,    byte,  128",
            "byte / 2^-10,          byte,  1024",
            "bytes*10^3,            byte,  1000",
            "count,                 count, 1",
            "count * 4,             count, 4",
        })
        void aBaseUnitIsScaledByItsFactors(String text, String base, long one) {
            ProgrammaticUnit unit = ProgrammaticUnit.parse(text);

            assertThat(unit.base()).isEqualTo(base);
            assertThat(unit.toBase(BigInteger.ONE)).isEqualTo(one);
        }

        @ParameterizedTest
        @CsvSource({
            "Bytes,     1",
            "KiloBytes, 1024",
            "MegaBytes, 1048576",
            "GigaBytes, 1073741824",
            "TeraBytes, 1099511627776",
            "megabytes, 1048576"
        })
        void theWordsOfTheUnitsQualifierCountByPowersOfTwo(String text, long bytes) {
            assertThat(ProgrammaticUnit.parse(text).toBase(BigInteger.ONE)).isEqualTo(bytes);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "2^20",
                    "byte*",
                    "byte**2",
                    "byte*2^",
                    "byte*2^x",
                    "byte 2^20",
                    "byte*2^999",
                    "byte*0",
                    "BYTE*2^20",
                    "Kilo Bytes",
                    "byte*2^20;",
                    "byte*99999999999999999999"
                })
        void textThatIsNoUnitIsNone(String text) {
            assertThat(ProgrammaticUnit.parse(text)).isNull();
        }
    }

    @Nested
    class LongText {
        @Test
        void textThatIsTooLongIsNoUnit() {
            assertThat(ProgrammaticUnit.parse("byte" + " ".repeat(1_000_000) + "x"))
                    .isNull();
            assertThat(ProgrammaticUnit.parse("byte" + " * 1".repeat(25))).isNull();
        }
    }

    @Nested
    class ToBaseUnits {
        @Test
        void aFractionOfTheBaseUnitIsNoNumber() {
            assertThat(ProgrammaticUnit.parse("byte / 3").toBase(BigInteger.TEN))
                    .isNull();
            assertThat(ProgrammaticUnit.parse("byte / 3").toBase(BigInteger.valueOf(9)))
                    .isEqualTo(3);
        }

        @Test
        void moreThanALongHoldsIsNoNumber() {
            BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);

            assertThat(ProgrammaticUnit.parse("byte").toBase(most)).isEqualTo(Long.MAX_VALUE);
            assertThat(ProgrammaticUnit.parse("byte").toBase(most.add(BigInteger.ONE)))
                    .isNull();
            assertThat(ProgrammaticUnit.parse("byte*2^64").toBase(BigInteger.ONE))
                    .isNull();
        }
    }
}
