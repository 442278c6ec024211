package org.telvirt.server.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.cim.CimNamespace;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Against a server that keeps what it is sent in memory; it knows superclasses and references, as a server must. */
class SchemaImportTest {
    private static final CimNamespace TEST = CimNamespace.of("root/test");
    private static final String QUALIFIERS = """
            Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride);
            Qualifier Association : boolean = false, Scope(association), Flavor(DisableOverride);
            """;

    @TempDir
    private Path folder;

    private final MemoryServer server = new MemoryServer();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Nested
    class Import {
        @Test
        void makesTheNamespaceAndBringsQualifiersClassesAndInstances() throws Exception {
            Path mof = mof(QUALIFIERS + "class A { [Key] string Id; }; class B : A { uint8 n; };"
                    + " instance of B { Id = \"1\"; };");

            assertThat(bring(mof, false)).isEqualTo(ExitCode.STOPPED);

            assertThat(printed())
                    .startsWith("The namespace root/test is new\n20 %: 1 of 4 in root/test\n")
                    .contains("100 %: 4 of 4 in root/test\n", "100 %: 1 of 1 instances\n")
                    .endsWith("5 created, 0 modified, 0 there already, 0 different, 0 failed\n");
            assertThat(server.classNames()).containsExactly("A", "B");
            assertThat(server.instances()).isEqualTo(1);
        }

        @Test
        void sendsOnlyWhatAClassSaysItself() throws Exception {
            bring(mof(QUALIFIERS + "class A { [Key] string Id; }; class B : A { uint8 n; };"), false);

            assertThat(server.found("B").properties())
                    .singleElement()
                    .satisfies(property -> assertThat(property.name()).hasToString("n"));
        }

        @Test
        void leavesAloneWhatIsThereAndTheSame() throws Exception {
            Path mof = mof(QUALIFIERS + "class A { [Key] string Id; };");
            bring(mof, false);
            int changes = server.changes();

            bring(mof, true);

            assertThat(printed()).endsWith("0 created, 0 modified, 3 there already, 0 different, 0 failed\n");
            assertThat(server.changes()).isEqualTo(changes);
        }

        @Test
        void modifiesWhatIsDifferentOnlyIfSo() throws Exception {
            bring(mof(QUALIFIERS + "class A { [Key] string Id; };"), false);
            Path other = mof(QUALIFIERS + "class A { [Key] string Id; uint8 n; };");

            bring(other, false);
            assertThat(printed()).contains("1 different and left as they are (--replace modifies them)");
            assertThat(server.found("A").properties()).hasSize(1);

            bring(other, true);
            assertThat(printed()).endsWith("0 created, 1 modified, 2 there already, 0 different, 0 failed\n");
            assertThat(server.found("A").properties()).hasSize(2);
        }

        @Test
        void findsAnOrderForClassesThatReferToLaterOnes() throws Exception {
            Path mof = mof(QUALIFIERS + "class A { [Key] string Id; uint32 Do(C ref c); };"
                    + " class B : A { }; class C { [Key] string Id; };");

            assertThat(bring(mof, false)).isEqualTo(ExitCode.STOPPED);

            assertThat(server.classNames()).containsExactly("C", "A", "B");
        }

        @Test
        void buildsOnWhatTheServerHas() throws Exception {
            bring(mof(QUALIFIERS + "class A { [Key] string Id; };"), false);

            bring(mof("class B : A { uint8 n; };"), false);

            assertThat(server.classNames()).containsExactly("A", "B");
            assertThat(printed()).endsWith("1 created, 0 modified, 3 there already, 0 different, 0 failed\n");
        }

        @Test
        void goesOnAfterAFailureAndTellsIt() throws Exception {
            server.refuse("B");

            assertThat(bring(mof(QUALIFIERS + "class A { }; class B { }; class C { };"), false))
                    .isEqualTo(ExitCode.DATA);

            assertThat(printed())
                    .contains("Class B: ACCESS_DENIED: not B\n")
                    .endsWith("4 created, 0 modified, 0 there already, 0 different, 1 failed\n");
        }
    }

    @Nested
    class Sources {
        @Test
        void thatAreWrongAreShownWithACaret() throws Exception {
            Path mof = mof("class A {\n  uint8 a;\n  string b\n};");

            assertThatThrownBy(() -> bring(mof, false))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA))
                    .hasMessage("test.mof:4:1: Expected ';' after property 'b', found '}'\n};\n^");
        }

        @Test
        void mayBeAnArchiveWithTheDmtfsMainFile() throws Exception {
            Path zip = folder.resolve("schema.zip");
            try (OutputStream out = Files.newOutputStream(zip);
                    ZipOutputStream archive = new ZipOutputStream(out)) {
                add(archive, "cim_schema_2.0.0.mof", "#pragma include (\"Core/A.mof\")");
                add(archive, "Core/A.mof", "class A { };");
                add(archive, "unused.mof", "nonsense");
            }

            assertThat(bring(zip, false)).isEqualTo(ExitCode.STOPPED);
            assertThat(server.classNames()).containsExactly("A");
        }

        private void add(ZipOutputStream archive, String name, String text) throws IOException {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(text.getBytes(StandardCharsets.UTF_8));
            archive.closeEntry();
        }

        @Test
        void ofAFolderAreReadWithTheQualifiersFirst() throws Exception {
            Path all = Files.createDirectory(folder.resolve("all"));
            Files.writeString(all.resolve("a.mof"), "class A { [Key] string Id; };");
            Files.writeString(all.resolve("qualifiers.mof"), QUALIFIERS);

            assertThat(bring(all, false)).isEqualTo(ExitCode.STOPPED);
        }

        @Test
        void mustBeThere() {
            assertThatThrownBy(() -> bring(folder.resolve("none.mof"), false)).hasMessageContaining("none.mof");
            assertThatThrownBy(() -> bring(folder, false)).hasMessageContaining("whose name ends in .mof");
        }
    }

    private Path mof(String text) throws IOException {
        return Files.writeString(folder.resolve("test.mof"), text);
    }

    private ExitCode bring(Path path, boolean replace) throws StartException {
        return new SchemaImport(server, replace, new PrintStream(printed, true, StandardCharsets.UTF_8), false)
                .run(path, TEST);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
