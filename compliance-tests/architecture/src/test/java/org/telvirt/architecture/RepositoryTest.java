package org.telvirt.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    @TempDir
    Path root;

    @Nested
    class Around {
        @Test
        void findsTheRootFromAnyFolderInside() throws IOException {
            Files.createDirectories(root.resolve("mof-schemas/mof/src"));

            assertThat(Repository.around(root.resolve("mof-schemas/mof/src")).root())
                    .isEqualTo(root.toAbsolutePath().normalize());
        }

        @Test
        void failsOutsideARepository() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Repository.around(root))
                    .withMessageStartingWith("No repository around");
        }
    }

    @Nested
    class JavaFiles {
        @Test
        void areThoseOfTheModulesOfTheRootPom() throws IOException {
            Files.writeString(root.resolve("pom.xml"), "<module>a/b</module>\n<module>a/c</module>");
            for (String folder : new String[] {"a/b/src/main/java/x", "a/b/src/test/java", "a/d/src/main/java"}) {
                Files.createDirectories(root.resolve(folder));
                Files.createFile(root.resolve(folder).resolve("A.java"));
            }

            assertThat(new Repository(root).javaFiles("src/main/java"))
                    .containsExactly(root.resolve("a/b/src/main/java/x/A.java"));
        }
    }
}
