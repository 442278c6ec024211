package org.telvirt.cimxml.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.traceability.Requirement;

/** Embedded objects in text that nobody has marked as such. */
@Requirement("DSP0201 5")
class EmbeddedObjectsTest {
    private final EmbeddedObjects reader = new EmbeddedObjects(XmlLimits.DEFAULT);

    @Test
    void anInstanceIsRead() throws CimException {
        CimInstance expected = CimInstance.of(CimName.of("TST_Disk"))
                .with(CimName.of("Id"), "a<b")
                .build();

        assertThat(reader.read(" \n<INSTANCE CLASSNAME=\"TST_Disk\"><PROPERTY NAME=\"Id\" TYPE=\"string\">"
                        + "<VALUE>a&lt;b</VALUE></PROPERTY></INSTANCE>\n"))
                .isEqualTo(expected);
    }

    @Test
    void aClassIsRead() throws CimException {
        assertThat(reader.read("<?xml version=\"1.0\"?><CLASS NAME=\"TST_Disk\"/>"))
                .isEqualTo(new CimClass(CimName.of("TST_Disk"), null, List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "instance of TST_Disk { };", "text", "a<b"})
    void otherNotationsAreLeftToOthers(String text) throws CimException {
        assertThat(reader.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<INSTANCE",
                "<INSTANCE/>",
                "<VALUE/>",
                "<INSTANCE CLASSNAME=\"a\"/>x",
                "<INSTANCE CLASSNAME=\"a\"/><INSTANCE CLASSNAME=\"a\"/>",
                "<!DOCTYPE a><INSTANCE CLASSNAME=\"a\"/>"
            })
    void textThatOnlyLooksLikeItIsAnInvalidParameter(String text) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOfSatisfying(
                        CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.INVALID_PARAMETER));
    }

    @Test
    void nestingIsBounded() {
        String text = "<INSTANCE CLASSNAME=\"a\"/>";
        for (int level = 0; level < 20; level++) {
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            text = "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"b\" TYPE=\"string\" EmbeddedObject=\"instance\"><VALUE>"
                    + escaped + "</VALUE></PROPERTY></INSTANCE>";
        }
        String deep = text;

        assertThatThrownBy(() -> reader.read(deep))
                .isInstanceOf(CimException.class)
                .hasMessageContaining("deeper");
    }
}
