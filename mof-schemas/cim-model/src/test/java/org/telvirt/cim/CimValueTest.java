package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDataType.Embedding;

class CimValueTest {
    private static final CimName NAME = CimName.of("P");

    @Test
    void uint64GoesUpToTheLastValue() {
        assertThat(CimValues.uint64(-1)).hasToString("18446744073709551615");
        assertThat(CimValues.sint64(-1)).hasToString("-1");
    }

    @Test
    void anArrayKeepsNullElementsAndNobodyElseCanChangeIt() {
        List<@Nullable CimValue> elements = new ArrayList<>(Arrays.asList(CimValues.text("a"), null));

        CimValue.Array array = new CimValue.Array(CimType.STRING, elements);
        elements.clear();

        assertThat(array.elements()).containsExactly(CimValues.text("a"), null);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> array.elements().add(null));
    }

    @Test
    void aPropertyTakesItsTypeFromItsValue() {
        CimInstance embedded = CimInstance.of(CimName.of("CIM_X")).build();

        assertThat(CimProperty.of(NAME, CimValues.uint16(1)).type()).isEqualTo(CimDataType.of(CimType.UINT16));
        assertThat(CimProperty.of(NAME, CimValues.uint16s(1, 2)).type()).isEqualTo(CimDataType.arrayOf(CimType.UINT16));
        assertThat(CimProperty.of(NAME, CimValues.embedded(embedded)).type().embedding())
                .isEqualTo(Embedding.INSTANCE);
        assertThat(CimProperty.of(NAME, CimValues.embeddeds(List.of(embedded))).type())
                .isEqualTo(CimDataType.arrayOf(CimType.STRING).embedding(Embedding.INSTANCE));
    }

    @Test
    void aBuilderLeavesOutWhatIsNull() {
        CimInstance instance = CimInstance.of(CimName.of("CIM_X"))
                .with(NAME, (String) null)
                .with(CimName.of("Q"), "q")
                .build();

        assertThat(instance.property(NAME)).isNull();
        assertThat(instance.text(CimName.of("q"))).isEqualTo("q");
    }
}
