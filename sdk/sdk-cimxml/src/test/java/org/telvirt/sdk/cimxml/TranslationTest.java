package org.telvirt.sdk.cimxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;

class TranslationTest {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final CimName NAME = CimName.of("Value");
    private static final CimInstancePath PATH = CimInstancePath.of(
                    CimName.of("TST_Thing"),
                    new CimKey(CimName.of("ID"), CimValues.text("a \"quoted\" one")),
                    new CimKey(CimName.of("Number"), CimValues.uint16(7)))
            .in(VIRT);

    private final Translation translation = new Translation(VIRT);

    private static Stream<CimValue> values() {
        CimInstance instance = CimInstance.of(CimName.of("TST_Thing"))
                .with(CimName.of("Number"), CimValues.uint64(-1)) // the library sorts by name
                .with(CimName.of("Text"), "in it")
                .build();
        return Stream.of(
                CimValues.bool(true),
                CimValues.uint8(255),
                CimValues.uint16(65_535),
                CimValues.uint32(4_294_967_295L),
                CimValues.uint64(-1),
                new CimValue.Int(CimType.SINT8, -128),
                new CimValue.Int(CimType.SINT16, -32_768),
                new CimValue.Int(CimType.SINT32, Integer.MIN_VALUE),
                CimValues.sint64(Long.MIN_VALUE),
                new CimValue.Real(CimType.REAL32, 0.5),
                new CimValue.Real(CimType.REAL64, Math.PI),
                new CimValue.Char('é'),
                CimValues.text("<&> \u20ac"),
                CimValues.dateTime(CimDateTime.of(Duration.ofSeconds(90))),
                CimValues.dateTime(CimDateTime.of(Instant.parse("2026-11-23T12:34:56.789Z"))),
                CimValues.reference(PATH),
                CimValues.embedded(instance),
                CimValues.texts("a", "", "c"),
                CimValues.uint16s(1, 2, 3),
                CimValues.references(List.of(PATH, PATH)),
                CimValues.embeddeds(List.of(instance, instance)),
                new CimValue.Array(CimType.STRING, Arrays.asList(CimValues.text("a"), null)));
    }

    private static List<TypeRow> rows() {
        return TypeRow.ALL;
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesOfEveryTypeComeBackAsTheyWere(CimValue value) {
        CIMArgument<?> there = translation.out(new CimArgument(NAME, null, value));

        assertThat(translation.in(there)).isEqualTo(new CimArgument(NAME, null, value));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void emptyArraysKeepTheirType(TypeRow row) {
        CimValue.Array empty = new CimValue.Array(row.type(), List.of());

        CIMArgument<?> there = translation.out(new CimArgument(NAME, null, empty));

        assertThat(there.getDataType()).isEqualTo(row.dataType(true));
        assertThat(translation.in(there).value()).isEqualTo(empty);
    }

    @Test
    void nullIsNoEmptyArray() {
        CIMArgument<?> there = translation.out(new CimArgument(NAME, null, null));

        assertThat(translation.in(there).value()).isNull();
    }

    @Test
    void pathsWithoutNamespaceAreOfTheConnections() {
        assertThat(translation.in(translation.out(PATH.in(null)))).isEqualTo(PATH);
        assertThat(translation.in(translation.out(PATH.in(CimNamespace.of("root/interop")))))
                .isEqualTo(PATH.in(CimNamespace.of("root/interop")));
    }

    @Test
    void instancesKeepTheirNullPropertiesAndTheirPath() {
        CimInstance instance = CimInstance.of(CimName.of("TST_Thing"))
                .withKeys(PATH)
                .with(CimName.of("Missing"), (String) null)
                .with(CimName.of("Names"), CimValues.texts("x"))
                .at(PATH);

        CimInstance back = translation.in(translation.out(instance));

        assertThat(back.path()).isEqualTo(PATH);
        assertThat(back.value(CimName.of("Missing"))).isNull();
        assertThat(back.value(CimName.of("Names"))).isEqualTo(CimValues.texts("x"));
        assertThat(back.properties()).hasSameSizeAs(instance.properties());
    }

    @Test
    void settingsRefuseWhatIsNoServer() {
        assertThatThrownBy(() -> ConnectionSettings.of(URI.create("ftp://host"), "a", "b"))
                .hasMessage("'ftp://host' is no server of CIM-XML; give http://HOST[:PORT] or https://HOST[:PORT]");
    }

    @Test
    void settingsDoNotShowThePassword() {
        assertThat(ConnectionSettings.of(URI.create("https://host"), "admin", "secret"))
                .hasToString("admin in root/virt at https://host");
    }
}
