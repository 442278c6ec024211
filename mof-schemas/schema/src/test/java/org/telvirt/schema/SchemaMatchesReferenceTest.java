package org.telvirt.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.MofWriter;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** Compares every class of the DMTF that we serve with the DMTF's own text, wherever that is at hand. */
class SchemaMatchesReferenceTest {
    // shorter ones, such as "The pool.", say no more than anybody would
    private static final int SHORTEST_PROSE = 30;

    private static NamespaceSchema ours = NamespaceSchema.EMPTY;
    private static NamespaceSchema reference = NamespaceSchema.EMPTY;

    @BeforeAll
    static void load() throws IOException, MofException {
        ours = Schemas.ours();
        reference = Schemas.reference();
    }

    private static List<CimClass> served() {
        return ours.classes().stream()
                .filter(definition -> definition.name().schema().equals("CIM"))
                .filter(definition -> reference.find(definition.name()) != null
                        || !Schemas.experimental().contains(definition.name().toString()))
                .toList();
    }

    private static List<String> structure(NamespaceSchema schema, CimName name) {
        CimClass definition = schema.find(name);
        return definition == null
                ? List.of("no such class")
                : new MofWriter(schema).write(Structure.of(definition)).lines().toList();
    }

    private static Stream<String> firstDifference(CimClass definition) {
        List<String> mine = structure(ours, definition.name());
        List<String> theirs = structure(reference, definition.name());
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            String line = i < mine.size() ? mine.get(i) : "nothing";
            String expected = i < theirs.size() ? theirs.get(i) : "nothing";
            if (!line.equals(expected)) {
                return Stream.of(
                        definition.name() + " has <" + line.strip() + "> in place of <" + expected.strip() + ">");
            }
        }
        return Stream.empty();
    }

    @Test
    void everyClassIsWrittenAlike() {
        assertThat(served()).isNotEmpty();
        assertThat(served().stream().flatMap(SchemaMatchesReferenceTest::firstDifference))
                .isEmpty();
    }

    @Test
    void everyClassInheritsAlike() {
        assertThat(served().stream()
                        .filter(definition -> !Structure.of(definition)
                                .equals(Structure.of(requireNonNull(reference.find(definition.name())))))
                        .map(CimClass::name))
                .isEmpty();
    }

    @Test
    void everyQualifierIsDeclaredAlike() {
        List<CimQualifierDeclaration> declared = new ArrayList<>(reference.qualifiers());

        assertThat(ours.qualifiers()).containsExactlyElementsOf(declared);
        assertThat(ours.qualifiers().toString()).isEqualTo(declared.toString());
    }

    @Test
    void noDescriptionIsTheirs() {
        List<String> borrowed = new ArrayList<>();
        for (CimClass definition : served()) {
            CimClass theirs = reference.find(definition.name());
            Map<String, String> prose = theirs == null ? Map.of() : Descriptions.of(theirs);
            Descriptions.of(definition).forEach((path, text) -> {
                if (text.length() >= SHORTEST_PROSE
                        && prose.getOrDefault(path, "").contains(text.substring(0, text.length() - 1))) {
                    borrowed.add(path);
                }
            });
        }

        assertThat(borrowed).isEmpty();
    }

    @Test
    void theWholeReferenceLoadsAndReadsBackTheSame() throws MofException {
        String text = new MofWriter(reference).write();
        NamespaceSchema again = MofCompiler.schema(MofSource.text("all.mof", text), "all.mof");

        assertThat(again.classes()).isEqualTo(reference.classes());
        assertThat(again.qualifiers()).containsExactlyElementsOf(reference.qualifiers());
        assertThat(reference.classes().stream()
                        .filter(definition -> !Schemas.experimental()
                                .contains(definition.name().toString())))
                .hasSize(1631);
    }
}
