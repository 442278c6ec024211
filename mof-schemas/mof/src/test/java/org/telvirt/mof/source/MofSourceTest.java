package org.telvirt.mof.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.traceability.Requirement;

class MofSourceTest {
    @TempDir
    private Path directory;

    private static Path zip(Path archive, boolean withFolders) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            if (withFolders) {
                zip.putNextEntry(new ZipEntry("schema/"));
            }
            zip.putNextEntry(new ZipEntry("schema/a.mof"));
            zip.write("class A {};".getBytes(UTF_8));
        }
        return archive;
    }

    private static void holdsOnlyOneFile(MofSource source, String file) throws IOException {
        assertThat(source.read(file)).asString(UTF_8).isEqualTo("class A {};");
        assertThat(source.read(file + "x")).isNull();
    }

    @Nested
    class Directories {
        @Test
        void holdTheirFilesAndNothingAbove() throws IOException {
            Path folder = Files.createDirectories(directory.resolve("in"));
            Files.writeString(folder.resolve("a.mof"), "class A {};");
            Files.writeString(directory.resolve("secret"), "s");

            try (MofSource source = MofSource.directory(folder)) {
                holdsOnlyOneFile(source, "a.mof");
                assertThat(source.read("../secret")).isNull();
                assertThat(source.read("")).isNull();
            }
        }
    }

    @Nested
    class Archives {
        @Test
        void holdTheirFiles() throws IOException {
            try (MofSource source = MofSource.zip(zip(directory.resolve("a.zip"), false))) {
                holdsOnlyOneFile(source, "schema/a.mof");
            }
        }

        @Test
        void mustBeThere() {
            assertThatThrownBy(() -> MofSource.zip(directory.resolve("none.zip")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Nested
    class ClassPaths {
        private void holdTheFilesOf(URL... places) throws IOException {
            try (URLClassLoader loader = new URLClassLoader(places, null);
                    MofSource source = MofSource.classPath(loader, "schema")) {
                holdsOnlyOneFile(source, "a.mof");
                holdsOnlyOneFile(source, "a.mof");
            }
        }

        private URL directoryWith(String name, String text) throws IOException {
            Path root = Files.createDirectories(directory.resolve("class path"));
            Files.writeString(Files.createDirectories(root.resolve("schema")).resolve(name), text);
            return root.toUri().toURL();
        }

        @Test
        void holdFilesInDirectoriesAlsoWithBlanksInTheirNames() throws IOException {
            holdTheFilesOf(directoryWith("a.mof", "class A {};"));
        }

        @Test
        void holdFilesInArchives() throws IOException {
            holdTheFilesOf(zip(directory.resolve("a b.jar"), true).toUri().toURL());
            holdTheFilesOf(zip(directory.resolve("a.jar"), false).toUri().toURL());
        }

        @Test
        void holdFilesInSeveralPlaces() throws IOException {
            URL first = directoryWith("b.mof", "class B {};");
            URL second = zip(directory.resolve("a.jar"), true).toUri().toURL();

            holdTheFilesOf(first, second);
            try (URLClassLoader loader = new URLClassLoader(new URL[] {first, second}, null);
                    MofSource source = MofSource.classPath(loader, "schema")) {
                assertThat(source.read("b.mof")).asString(UTF_8).isEqualTo("class B {};");
                assertThat(source.read("a.mof")).asString(UTF_8).isEqualTo("class A {};");
            }
        }
    }

    @Nested
    @Requirement("DSP0004 A")
    class Encodings {
        private static String decoded(String text, Charset charset) throws MofException {
            SourceText source = SourceText.decode("a.mof", text.getBytes(charset));
            return source.substring(0, source.length());
        }

        @Test
        void areUtf8WithOrWithoutAMark() throws MofException {
            assertThat(decoded("// \u00e9\ud83d\ude00\ufffd", UTF_8)).isEqualTo("// \u00e9\ud83d\ude00\ufffd");
            assertThat(decoded("\ufeff// a", UTF_8)).isEqualTo("// a");
            assertThat(decoded("", UTF_8)).isEmpty();
        }

        @Test
        void areUtf16WithAMark() throws MofException {
            assertThat(decoded("\ufeff// \u00e9", UTF_16BE)).isEqualTo("// \u00e9");
            assertThat(decoded("\ufeff// \u00e9", UTF_16LE)).isEqualTo("// \u00e9");
        }

        @Test
        void areNothingElse() {
            assertThatThrownBy(() -> SourceText.decode("a.mof", new byte[] {'a', (byte) 0xe9, 'b'}))
                    .isInstanceOf(MofException.class)
                    .hasMessage("a.mof: The text is not well-formed UTF-8; save it as UTF-8");
        }
    }
}
