package org.telvirt.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.MofWriter;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.traceability.Requirement;

class SchemaTest {
    private static NamespaceSchema schema = NamespaceSchema.EMPTY;

    @BeforeAll
    static void load() throws IOException, MofException {
        schema = Schemas.ours();
    }

    private static CimClass find(String name) {
        return requireNonNull(schema.find(CimName.of(name)), name);
    }

    private static CimPropertyDeclaration property(String className, String name) {
        return requireNonNull(find(className).property(CimName.of(name)), name);
    }

    private static List<String> texts(CimQualifier qualifier) {
        return ((CimValue.Array) requireNonNull(qualifier.value()))
                .elements().stream()
                        .map(element -> ((CimValue.Text) requireNonNull(element)).value())
                        .toList();
    }

    @Test
    void describesEveryClassPropertyMethodAndParameter() {
        assertThat(schema.classes().stream()
                        .flatMap(definition -> Descriptions.of(definition).entrySet().stream())
                        .filter(entry -> entry.getValue().isBlank())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void includesEveryFileThereIs() throws IOException, URISyntaxException {
        Path main = Path.of(requireNonNull(getClass().getResource("schema.mof")).toURI());
        try (Stream<Path> files = Files.walk(requireNonNull(main.getParent()))) {
            List<String> classFiles = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("CIM_") || name.startsWith("Telvirt_"))
                    .map(name -> name.replace(".mof", ""))
                    .toList();

            assertThat(schema.classes())
                    .extracting(definition -> definition.name().toString())
                    .containsExactlyInAnyOrderElementsOf(classFiles);
        }
    }

    @Test
    void hasTheClassOfEveryEmbeddedInstance() {
        assertThat(schema.classes().stream()
                        .flatMap(definition -> Stream.concat(
                                definition.properties().stream(),
                                definition.methods().stream().flatMap(method -> method.parameters().stream())))
                        .map(element -> element.qualifier(QualifierNames.EMBEDDED_INSTANCE))
                        .filter(qualifier -> qualifier != null)
                        .map(qualifier -> ((CimValue.Text) requireNonNull(qualifier.value())).value())
                        .distinct()
                        .filter(name -> schema.find(CimName.of(name)) == null))
                .isEmpty();
    }

    @Test
    @Requirement("DSP0004 A")
    void readsBackTheSameWhenWritten() throws MofException {
        NamespaceSchema again = MofCompiler.schema(MofSource.text("all.mof", new MofWriter(schema).write()), "all.mof");

        assertThat(again.classes()).isEqualTo(schema.classes());
        assertThat(again.qualifiers()).containsExactlyElementsOf(schema.qualifiers());
    }

    @Nested
    class OwnClasses {
        private static List<CimClass> own() {
            return schema.classes().stream()
                    .filter(definition -> definition.name().schema().equals("Telvirt"))
                    .toList();
        }

        @Test
        void refineTheDmtfsWithoutNewKeys() {
            assertThat(own()).isNotEmpty().allSatisfy(definition -> {
                CimClass superclass =
                        find(requireNonNull(definition.superclass()).toString());
                assertThat(superclass.name().schema()).isEqualTo("CIM");
                assertThat(definition.isAbstract()).isFalse();
                assertThat(definition.isAssociation()).isFalse();
                assertThat(definition.keys()).isNotEmpty().hasSameSizeAs(superclass.keys());
            });
        }

        @Test
        void carryTheVersionOfTelvirt() {
            assertThat(own())
                    .allSatisfy(definition -> assertThat(requireNonNull(definition.qualifier(QualifierNames.VERSION))
                                    .value())
                            .hasToString("Text[value=0.1.0]"));
        }

        @Test
        void haveOneWordForEachMappedValue() {
            assertThat(own().stream()
                            .flatMap(definition -> definition.properties().stream())
                            .filter(property ->
                                    !property.propagated() && property.qualifier(QualifierNames.VALUE_MAP) != null))
                    .isNotEmpty()
                    .allSatisfy(property -> assertThat(texts(requireNonNull(property.qualifier(QualifierNames.VALUES))))
                            .hasSameSizeAs(texts(requireNonNull(property.qualifier(QualifierNames.VALUE_MAP)))));
        }
    }

    /** What looks like a slip but is the standard; whoever mends it breaks clients. */
    @Nested
    class Oddities {
        @Test
        @Requirement("DSP1042 8")
        void keepTheMisspelledPropertyOfTheSnapshotService() {
            assertThat(property("CIM_VirtualSystemSnapshotServiceCapabilities", "AynchronousMethodsSupported")
                            .name())
                    .hasToString("AynchronousMethodsSupported");
        }

        @Test
        @Requirement("DSP1041 8")
        void keepTheWiderArraysOfThePoolConfigurationService() {
            assertThat(property("CIM_ResourcePoolConfigurationCapabilities", "SynchronousMethodsSupported")
                            .type())
                    .hasToString("uint32[]");
            assertThat(property("CIM_VirtualSystemManagementCapabilities", "SynchronousMethodsSupported")
                            .type())
                    .hasToString("uint16[]");
        }

        @Test
        void keepTheCaseOfTheWatchdogAndOfListenerCredentials() {
            assertThat(find("CIM_Watchdog").name()).hasToString("CIM_Watchdog");
            assertThat(property("CIM_ListenerDestination", "password").name()).hasToString("password");
        }

        @Test
        void leaveTheKeysOfAnInheritedReferenceUnsaid() {
            assertThat(property("CIM_FilterCollectionSubscription", "Filter").isKey())
                    .isTrue();
        }
    }
}
