package org.telvirt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.telvirt.architecture.hygiene.HygieneRules;

/** The files of this repository against what no repository should carry. */
class HygieneTest {
    private static final Repository REPOSITORY = Repository.around(Path.of(""));

    @Test
    void theRepositoryIsComplete() {
        assertThat(REPOSITORY.files()).hasSizeGreaterThan(100);
    }

    @Test
    void noFileCarriesWhatBelongsToOneMachine() {
        assertThat(HygieneRules.violations(REPOSITORY)).isEmpty();
    }
}
