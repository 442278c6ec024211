package org.telvirt.mof.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.mof.MofText.schema;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.mof.source.MofException;

class NamespaceSchemaTest {
    private static NamespaceSchema schema = NamespaceSchema.EMPTY;

    @BeforeAll
    static void compile() throws MofException {
        schema = schema("""
                class A {}; class B : A {}; class C : A {}; class D : B {}; class E : B {}; class X {}; class A2 {};
                [Association, Abstract] class Link { [Key] A REF From; [Key] X REF To; };
                [Association] class NarrowLink : Link { [Override("From")] B REF From; };
                [Association] class Other { [Key] B REF Left; [Key] B REF Right; };
                """);
    }

    private static CimName name(String name) {
        return CimName.of(name);
    }

    private static List<String> names(List<CimClass> classes) {
        return classes.stream().map(definition -> definition.name().toString()).toList();
    }

    @Test
    void findsClassesRegardlessOfCase() {
        assertThat(schema.find(name("narrowLINK"))).isNotNull();
        assertThat(schema.find(name("None"))).isNull();
    }

    @Test
    void listsEachClassBeforeItsDescendants() {
        assertThat(names(schema.classes()))
                .containsExactly("A", "B", "D", "E", "C", "X", "A2", "Link", "NarrowLink", "Other");
        assertThat(names(schema.roots())).containsExactly("A", "X", "A2", "Link", "Other");
    }

    @Test
    void knowsDirectSubclassesAndAllDescendants() {
        assertThat(names(schema.subclasses(name("A")))).containsExactly("B", "C");
        assertThat(names(schema.descendants(name("a")))).containsExactly("B", "D", "E", "C");
        assertThat(names(schema.family(name("B")))).containsExactly("B", "D", "E");
        assertThat(schema.descendants(name("D"))).isEmpty();
        assertThat(schema.family(name("None"))).isEmpty();
        assertThat(schema.subclasses(name("None"))).isEmpty();
    }

    @Test
    void knowsTheLineageUpToTheRoot() {
        assertThat(names(schema.lineage(name("D")))).containsExactly("D", "B", "A");
        assertThat(schema.lineage(name("None"))).isEmpty();
    }

    @Test
    void tellsWhetherAClassDescendsFromAnother() {
        assertThat(schema.isA(name("D"), name("A"))).isTrue();
        assertThat(schema.isA(name("D"), name("d"))).isTrue();
        assertThat(schema.isA(name("A"), name("D"))).isFalse();
        assertThat(schema.isA(name("C"), name("B"))).isFalse();
        assertThat(schema.isA(name("A2"), name("A"))).isFalse();
        assertThat(schema.isA(name("None"), name("None"))).isFalse();
    }

    @Test
    void findsTheAssociationEndsThatCanPointToAnInstance() {
        assertThat(schema.associationEnds(name("D")))
                .extracting(
                        end -> end.association().name() + "." + end.reference().name())
                .containsExactlyInAnyOrder("NarrowLink.From", "Other.Left", "Other.Right", "Link.From");
        assertThat(schema.associationEnds(name("C")))
                .extracting(
                        end -> end.association().name() + "." + end.reference().name())
                .containsExactly("Link.From");
        assertThat(schema.associationEnds(name("None"))).isEmpty();
    }

    @Test
    void isSharedByNamespacesOfARepository() {
        ClassRepository repository =
                ClassRepository.of(schema, CimNamespace.of("root/virt"), CimNamespace.of("root/interop"));

        assertThat(repository.namespaces()).hasToString("[root/interop, root/virt]");
        assertThat(repository.namespace(CimNamespace.of("ROOT/virt"))).isSameAs(schema);
        assertThat(repository.namespace(CimNamespace.of("root"))).isNull();
    }
}
