package org.telvirt.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static String structure(NamespaceSchema schema, CimName name) {
        CimClass definition = schema.find(name);
        return definition == null ? "there is no such class" : new MofWriter(schema).write(Structure.of(definition));
    }

    @Test
    void everyClassIsWrittenAlike() {
        assertThat(served())
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(structure(ours, definition.name()))
                        .isEqualTo(structure(reference, definition.name())));
    }

    @Test
    void everyClassInheritsAlike() {
        assertThat(served())
                .allSatisfy(definition -> assertThat(Structure.of(definition))
                        .isEqualTo(Structure.of(requireNonNull(reference.find(definition.name())))));
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
        assertThat(reference.classes().stream()
                        .filter(definition -> !Schemas.experimental()
                                .contains(definition.name().toString())))
                .hasSize(1631);
    }
}
