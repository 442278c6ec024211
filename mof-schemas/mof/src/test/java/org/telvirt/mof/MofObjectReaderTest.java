package org.telvirt.mof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telvirt.mof.MofText.schema;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;

class MofObjectReaderTest {
    private static MofObjectReader reader = new MofObjectReader(NamespaceSchema.EMPTY);

    @BeforeAll
    static void compile() throws MofException {
        reader = new MofObjectReader(schema("""
                class Disk { string Name; uint64 Size; [EmbeddedInstance("Disk")] string Parts[]; };
                [Association] class L { [Key] Disk REF A; };
                """));
    }

    private static CimException failure(String text) {
        return requireNonNull(catchThrowableOfType(CimException.class, () -> reader.read(text)));
    }

    @Test
    void readsAnInstanceWithoutAPath() throws CimException {
        CimInstance disk = (CimInstance)
                requireNonNull(reader.read("// a disk\nInstance Of disk {\n  size = 1024;\n  Name = \"sda\";\n};\n"));

        assertThat(disk.className()).hasToString("Disk");
        assertThat(disk.value(CimName.of("Size"))).isEqualTo(CimValues.uint64(1024));
        assertThat(disk.text(CimName.of("Name"))).isEqualTo("sda");
        assertThat(disk.path()).isNull();
    }

    @Test
    void readsTextThatWasEscapedOnceTooOften() throws CimException {
        CimInstance disk =
                (CimInstance) requireNonNull(reader.read("instance of Disk { Name = \\\"a \\\\\\\"b\\\\\\\"\\\"; };"));

        assertThat(disk.text(CimName.of("Name"))).isEqualTo("a \"b\"");
    }

    @Test
    void readsAClass() throws CimException {
        assertThat(reader.read("class Any { string A; };")).isInstanceOf(CimClass.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<INSTANCE CLASSNAME=\"X\"/>", "some text"})
    void leavesOtherNotationsAlone(String text) throws CimException {
        assertThat(reader.read(text)).isNull();
    }

    @Test
    void refusesAnUnknownPropertyWithItsPlace() {
        CimException failure = failure("instance of Disk {\n  Nmae = \"sda\";\n};");

        assertThat(failure.status()).isEqualTo(CimStatus.INVALID_PARAMETER);
        assertThat(failure).hasMessage("""
                embedded MOF:2:3: Class 'Disk' has no property 'Nmae'
                  Nmae = "sda";
                  ^""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "instance of Disk { Size = \"big\"; };|Expected a value of type uint64, found the string \"big\"",
                "instance of Dsik {};|There is no class 'Dsik'; declare it before its instances",
                "instance of Disk {}|Expected ';' after an instance of 'Disk', found the end of the text",
                "instance of Disk {}; instance of Disk {};|Expected one embedded instance, found 2",
                "// nothing|Expected one embedded instance, found 0",
                "instance of L { A = $x; };|An alias cannot be used in an embedded text",
                "/**/ #pragma include(\"x\")|A compiler directive cannot be in an embedded text",
                "/**/ Qualifier Q : string, Scope(any);|A qualifier cannot be declared in an embedded text"
            })
    void refusesWhatIsNotOneWellFormedObject(String text, String problem) {
        CimException failure = failure(text);

        assertThat(failure.status()).isEqualTo(CimStatus.INVALID_PARAMETER);
        assertThat(failure.getMessage().lines().findFirst().orElse("")).endsWith(": " + problem);
    }

    @Test
    void saysWhichEmbeddedTextIsWrong() {
        assertThat(failure("instance of Disk { Parts = { \"instance of Disk { X = 1; };\" }; };"))
                .hasMessage("""
                        embedded MOF:1:28: The text embedded in property 'Parts' is wrong: Parts:1:20: \
                        Class 'Disk' has no property 'X'
                        instance of Disk { X = 1; };
                                           ^
                        instance of Disk { Parts = { "instance of Disk { X = 1; };" }; };
                                                   ^""");
    }

    @Test
    void refusesToGoTooDeep() {
        String text = "instance of Disk {};";
        for (int i = 0; i < 20; i++) {
            text = "instance of Disk { Parts = { \""
                    + text.replace("\\", "\\x5c").replace("\"", "\\x22")
                    + "\" }; };";
        }

        assertThat(failure(text).getMessage()).contains("Objects are embedded in each other more than 16 deep");
    }
}
