package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 5.1")
class CimNameTest {
    @Test
    void namesThatDifferInCaseAreEqualAndKeepTheirSpelling() {
        CimName one = CimName.of("CIM_ComputerSystem");
        CimName other = CimName.of("cim_COMPUTERsystem");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
        assertThat(other).hasToString("cim_COMPUTERsystem");
    }

    @Test
    void namesThatDifferInALetterAreNotEqual() {
        assertThat(CimName.of("Name")).isNotEqualTo(CimName.of("Nams"));
    }

    @Test
    void hashAgreesWithEqualityForLettersWhoseLowerCaseIsSpecial() {
        CimName dotted = CimName.of("İ");
        CimName plain = CimName.of("i");

        assertThat(dotted.equals(plain)).isEqualTo(dotted.toString().equalsIgnoreCase(plain.toString()));
        assertThat(dotted.hashCode() == plain.hashCode()).isEqualTo(dotted.equals(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a.b", "a-b", " a", "a:"})
    void refusesWhatIsNoIdentifier(String text) {
        assertThat(CimName.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CimName.of(text)).withMessageContaining(text);
    }

    @Test
    void schemaIsThePartBeforeTheFirstUnderscore() {
        assertThat(CimName.of("CIM_Foo_Bar").schema()).isEqualTo("CIM");
        assertThat(CimName.of("__Namespace").schema()).isEmpty();
        assertThat(CimName.of("Foo").schema()).isEmpty();
    }
}
