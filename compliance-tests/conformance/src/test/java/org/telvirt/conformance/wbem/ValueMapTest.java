package org.telvirt.conformance.wbem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 5.6.3")
class ValueMapTest {
    private static ValueMap map(List<String> entries, List<String> meanings) {
        CimPropertyDeclaration property = new CimPropertyDeclaration(
                CimName.of("State"),
                CimDataType.of(CimType.UINT16),
                null,
                List.of(qualifier("ValueMap", entries), qualifier("Values", meanings)),
                null,
                false);
        return Objects.requireNonNull(ValueMap.of(property));
    }

    private static CimQualifier qualifier(String name, List<String> texts) {
        return new CimQualifier(
                CimName.of(name), CimDataType.arrayOf(CimType.STRING), CimValues.texts(texts), Set.of(), false);
    }

    private static final ValueMap STATES = map(
            List.of("0", "2", "..", "10..19", "0x8000..0xFFFF"),
            List.of("Unknown", "Enabled", "DMTF Reserved", "Testing", "Vendor Reserved"));

    @ParameterizedTest
    @CsvSource({"0,Unknown", "2,Enabled", "1,DMTF Reserved", "10,Testing", "19,Testing", "40000,Vendor Reserved"})
    void namesANumberByItsEntryByItsRangeOrByTheRest(long number, String meaning) {
        assertThat(STATES.meaning(number)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 15, 40_000})
    void allowsWhatIsListedAndWhatIsTheVendors(int number) {
        assertThat(STATES.allows(CimValues.uint16(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 32_767})
    void forbidsWhatTheDmtfKeepsForItself(int number) {
        assertThat(STATES.allows(CimValues.uint16(number))).isFalse();
    }

    @Test
    void forbidsWhatIsInNoEntryOfAClosedMap() {
        assertThat(map(List.of("2", "3"), List.of("On", "Off")).allows(CimValues.uint16(4)))
                .isFalse();
    }

    @Test
    void knowsTexts() {
        ValueMap texts = map(List.of("DMTF:KVM"), List.of("KVM"));

        assertThat(texts.allows(CimValues.text("DMTF:KVM"))).isTrue();
        assertThat(texts.allows(CimValues.text("KVM"))).isFalse();
    }
}
