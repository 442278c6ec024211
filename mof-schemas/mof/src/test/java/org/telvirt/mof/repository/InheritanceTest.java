package org.telvirt.mof.repository;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telvirt.mof.MofText.classIn;
import static org.telvirt.mof.MofText.problem;
import static org.telvirt.mof.MofText.schema;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.Qualified;
import org.telvirt.mof.source.MofException;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 5.6")
class InheritanceTest {
    private static CimPropertyDeclaration property(CimClass definition, String name) {
        return requireNonNull(definition.property(CimName.of(name)));
    }

    private static List<String> names(Qualified element) {
        return element.qualifiers().stream()
                .map(qualifier -> qualifier.name().toString())
                .toList();
    }

    @Nested
    class Properties {
        @Test
        void comeFirstInTheirOrderIfInherited() throws MofException {
            CimClass definition = classIn(
                    "class A { string P; string Q; }; class B : A { string R; [Override(\"Q\")] string Q; };", "B");

            assertThat(definition.properties())
                    .extracting(property -> property.name().toString())
                    .containsExactly("P", "Q", "R");
        }

        @Test
        void tellTheClassThatIntroducedThemAndWhetherTheyAreInherited() throws MofException {
            NamespaceSchema schema = schema("class A { string P; string Q; };"
                    + "class B : A { [Override(\"Q\")] string Q; string R; }; class C : B {};");
            CimClass b = requireNonNull(schema.find(CimName.of("B")));
            CimClass c = requireNonNull(schema.find(CimName.of("C")));

            assertThat(b.properties())
                    .extracting(p -> p.name() + " " + p.classOrigin() + " " + p.propagated())
                    .containsExactly("P A true", "Q A false", "R B false");
            assertThat(c.properties())
                    .extracting(p -> p.name() + " " + p.classOrigin() + " " + p.propagated())
                    .containsExactly("P A true", "Q A true", "R B true");
        }

        @Test
        void areOneObjectInAllClassesThatOnlyInheritThem() throws MofException {
            NamespaceSchema schema = schema("class A { string P; }; class B : A {}; class C : A {}; class D : C {};");

            assertThat(Stream.of("B", "C", "D")
                            .map(name -> property(requireNonNull(schema.find(CimName.of(name))), "P")))
                    .allSatisfy(p ->
                            assertThat(p).isSameAs(property(requireNonNull(schema.find(CimName.of("B"))), "P")));
        }

        @Test
        void keepTheDefaultUnlessTheOverrideHasOne() throws MofException {
            NamespaceSchema schema = schema("""
                    class A { uint8 P = 1; };
                    class B : A { [Override("P")] uint8 P; };
                    class C : B { [Override("A.P")] uint8 P = 2; };
                    """);

            assertThat(property(requireNonNull(schema.find(CimName.of("B"))), "P")
                            .defaultValue())
                    .isEqualTo(CimValues.uint8(1));
            assertThat(property(requireNonNull(schema.find(CimName.of("C"))), "P")
                            .defaultValue())
                    .isEqualTo(CimValues.uint8(2));
        }

        @Test
        void embedWhatTheyInherit() throws MofException {
            CimClass definition = classIn("""
                    class A { [EmbeddedInstance("A")] string P; string Q; };
                    class B : A { [Override("P")] string P; [Override("Q"), EmbeddedObject] string Q; };
                    """, "B");

            assertThat(property(definition, "P").type().embedding()).isEqualTo(CimDataType.Embedding.INSTANCE);
            assertThat(property(definition, "Q").type().embedding()).isEqualTo(CimDataType.Embedding.OBJECT);
        }

        @Test
        void mayNarrowTheClassOfAReference() throws MofException {
            CimClass definition = classIn("""
                    class X {}; class Y : X {};
                    [Association] class A { [Key] X REF P; [Key] X REF Q; };
                    [Association] class B : A { [Override("P")] Y REF P; };
                    """, "B");

            assertThat(property(definition, "P").type()).isEqualTo(CimDataType.referenceTo(CimName.of("Y")));
            assertThat(definition.keys()).hasSize(2);
        }
    }

    @Nested
    class Methods {
        @Test
        void areInheritedAndOverridden() throws MofException {
            CimClass definition = classIn("""
                    class A { uint32 M([In, Description("d")] string P); uint32 N(); };
                    class B : A { [Override("M")] uint32 M([MaxLen(9)] string P); boolean O(); };
                    """, "B");
            CimMethod overridden = requireNonNull(definition.method(CimName.of("M")));

            assertThat(definition.methods())
                    .extracting(m -> m.name() + " " + m.classOrigin() + " " + m.propagated())
                    .containsExactly("M A false", "N A true", "O B false");
            assertThat(names(overridden.parameters().get(0))).containsExactly("MaxLen", "In", "Description");
        }
    }

    @Nested
    class Qualifiers {
        private static final String CLASSES = """
                [Version("1"), Description("a"), Abstract] class A {
                    [Key, MaxLen(5), Description("p")] string P;
                };
                [Description("b")] class B : A { [Override("P"), MaxLen(6)] string P; };
                """;

        @Test
        void followTheOwnOnesIfInherited() throws MofException {
            CimClass definition = classIn(CLASSES, "B");
            CimPropertyDeclaration p = property(definition, "P");

            assertThat(names(definition)).containsExactly("Description");
            assertThat(names(p)).containsExactly("Override", "MaxLen", "Key", "Description");
            assertThat(p.qualifiers()).extracting(CimQualifier::propagated).containsExactly(false, false, true, true);
            assertThat(p.isKey()).isTrue();
        }

        @Test
        void areNotInheritedIfRestricted() throws MofException {
            assertThat(classIn(CLASSES, "B").isAbstract()).isFalse();
            assertThat(names(property(classIn(CLASSES + "class C : B {};", "C"), "P")))
                    .containsExactly("MaxLen", "Key", "Description");
        }

        @Test
        void mayRepeatTheirValueIfTheyMayNotChangeIt() throws MofException {
            assertThat(property(
                                    classIn(
                                            "class A { [Key] string P; };"
                                                    + "class B : A { [Key, Override(\"P\")] string P; };",
                                            "B"),
                                    "P")
                            .isKey())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void refusesWhatBreaksARule(String text, String message) {
        assertThat(problem(text).problem()).isEqualTo(message);
    }

    private static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of(
                        "class A { string P; }; class B : A { string P; };",
                        "'B.P' is inherited from 'A'; add the qualifier Override(\"P\") to override it"),
                Arguments.of(
                        "class A { string P; }; class B : A { [Override(\"Q\")] string P; };",
                        "'B.P' overrides 'Q', which has another name"),
                Arguments.of(
                        "class A { [Override(\"P\")] string P; };", "'A.P' overrides 'P', which no superclass has"),
                Arguments.of(
                        "class A { string P; }; class B : A { [Override(\"P\")] uint8 P; };",
                        "'B.P' has the type uint8 where what it overrides has string"),
                Arguments.of(
                        "class A { string P[]; }; class B : A { [Override(\"P\")] string P; };",
                        "'B.P' has the type string where what it overrides has string[]"),
                Arguments.of(
                        "class A { uint8 M(); }; class B : A { [Override(\"M\")] uint8 M(string P); };",
                        "Method 'B.M' has 1 parameters and overrides one with 0"),
                Arguments.of(
                        "class A { uint8 M(string P); }; class B : A { [Override(\"M\")] uint8 M(string Q); };",
                        "Method 'B.M' has the parameter 'Q' where the method it overrides has 'P'"),
                Arguments.of(
                        "class A { [Key] string P; }; class B : A { [Key(false), Override(\"P\")] string P; };",
                        "Qualifier 'Key' of 'B.P' has another value than it inherits, which its flavor"
                                + " DisableOverride forbids"),
                Arguments.of(
                        "class A { [Key] string P; }; class B : A { [Key] string Q; };",
                        "Class 'B' cannot add the key 'Q' to those of its superclass 'A'"),
                Arguments.of(
                        "[Terminal] class A {}; class B : A {};",
                        "Class 'B' cannot have the superclass 'A', which is terminal"),
                Arguments.of(
                        "class A {}; [Association] class B : A {};",
                        "Association 'B' cannot have the superclass 'A', which is none"),
                Arguments.of(
                        "class X {}; class Y {}; [Association] class A { X REF P; };"
                                + "[Association] class B : A { [Override(\"P\")] Y REF P; };",
                        "'B.P' refers to 'Y', which is no subclass of 'X' that it inherits"),
                Arguments.of("class A { uint8 M(B REF P); };", "'A.M' refers to the class 'B', which does not exist"));
    }

    @Test
    void refusesAnAbsurdDepth() {
        StringBuilder text = new StringBuilder("class C0 {};");
        for (int i = 1; i <= 101; i++) {
            text.insert(0, "class C" + i + " : C" + (i - 1) + " {};");
        }

        assertThat(problem(text.toString()).problem()).isEqualTo("Class 'C101' has more than 100 ancestors");
    }

    @Nested
    class Builder {
        @Test
        void saysWhichStatusAnOperationWouldGet() throws MofException {
            CimClass a = new CimClass(CimName.of("A"), null, List.of(), List.of(), List.of());
            CimClass b = new CimClass(CimName.of("B"), CimName.of("X"), List.of(), List.of(), List.of());
            SchemaBuilder builder = new SchemaBuilder(schema("class A {};"));

            assertThat(requireNonNull(catchThrowableOfType(ClassRuleException.class, () -> builder.add(a)))
                            .asCimException())
                    .hasMessage("There is already a class 'A'")
                    .extracting(e -> e.status())
                    .isEqualTo(CimStatus.ALREADY_EXISTS);
            assertThat(requireNonNull(catchThrowableOfType(ClassRuleException.class, () -> builder.add(b)))
                            .status())
                    .isEqualTo(CimStatus.INVALID_SUPERCLASS);
        }
    }
}
