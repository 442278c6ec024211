package org.telvirt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telvirt.architecture.shape.PackageRules;
import org.telvirt.architecture.shape.SourceFile;
import org.telvirt.architecture.shape.SourceRules;

/** The sources of this repository against the hard stops. */
class SourceShapeTest {
    private static final Repository REPOSITORY = Repository.around(Path.of(""));
    private static final List<SourceFile> MAIN = sources("src/main/java");
    private static final List<SourceFile> TEST = sources("src/test/java");
    private static final PackageRules PACKAGES = PackageRules.load();

    @Test
    void filesAndMethodsAreShortAndNamedForWhatTheyAre() {
        assertThat(MAIN).hasSizeGreaterThan(100);
        assertThat(Stream.concat(MAIN.stream(), TEST.stream()).flatMap(file -> SourceRules.violations(file).stream()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(PACKAGES.undescribed(MAIN)).isEmpty();
    }

    @Test
    void packagesStaySmall() {
        assertThat(PACKAGES.tooLarge(MAIN)).isEmpty();
    }

    private static List<SourceFile> sources(String folder) {
        return SourceFile.read(REPOSITORY.root(), REPOSITORY.javaFiles(folder));
    }
}
