package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CimNamespaceTest {
    @Test
    void slashesAtTheEndsAndCaseDoNotCount() {
        assertThat(CimNamespace.of("/Root/Virt/"))
                .isEqualTo(CimNamespace.of("root/virt"))
                .hasToString("Root/Virt");
    }

    @Test
    void hasOneComponentForEachPartBetweenSlashes() {
        assertThat(CimNamespace.of("root/virt").components()).containsExactly("root", "virt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "root//virt"})
    void refusesNamesWithoutOrWithEmptyComponents(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CimNamespace.of(text));
    }
}
