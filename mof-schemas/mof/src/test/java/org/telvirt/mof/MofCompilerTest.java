package org.telvirt.mof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.mof.MofText.classIn;
import static org.telvirt.mof.MofText.compiled;
import static org.telvirt.mof.MofText.instances;
import static org.telvirt.mof.MofText.property;
import static org.telvirt.mof.MofText.schema;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 A")
class MofCompilerTest {
    private static CimQualifier qualifier(String text, String name) throws MofException {
        return requireNonNull(property(text).qualifier(CimName.of(name)));
    }

    @Nested
    class Classes {
        @Test
        void haveTheirElementsInOrder() throws MofException {
            CimClass definition =
                    classIn("class X { uint8 B; string A[]; boolean C[4]; uint32 M(); real64 N(string P); };", "x");

            assertThat(definition.name()).hasToString("X");
            assertThat(definition.properties())
                    .extracting(property -> property.type() + " " + property.name())
                    .containsExactly("uint8 B", "string[] A", "boolean[4] C");
            assertThat(definition.methods())
                    .extracting(method -> method.returnType() + " " + method.name())
                    .containsExactly("uint32 M", "real64 N");
        }

        @Test
        void mayUseKeywordsAsNames() throws MofException {
            CimClass definition = classIn(
                    "class Instance { string class; string qualifier; string ref; uint8 of(string As); };", "Instance");

            assertThat(definition.properties())
                    .extracting(property -> property.name().toString())
                    .containsExactly("class", "qualifier", "ref");
        }

        @Test
        void referToOthersByProperty() throws MofException {
            CimClass definition = classIn(
                    "[Association] class T { [Key] X ref A; [Key] X REF B = NULL; }; class X { [Key] string N; };",
                    "T");

            assertThat(definition.isAssociation()).isTrue();
            assertThat(definition.keys())
                    .extracting(key -> key.type())
                    .containsOnly(CimDataType.referenceTo(CimName.of("X")));
        }

        @Test
        void referToOthersByParameterAlsoInArrays() throws MofException {
            CimMethod method =
                    requireNonNull(classIn("class X { uint32 M([In(false), Out] X REF All[], [In] string One); };", "X")
                            .method(CimName.of("M")));

            assertThat(method.parameters().get(0).type()).hasToString("X REF[]");
            assertThat(method.parameters().get(0).isIn()).isFalse();
            assertThat(method.parameters().get(0).isOut()).isTrue();
            assertThat(method.parameters().get(1).isIn()).isTrue();
            assertThat(method.parameters().get(1).isOut()).isFalse();
        }

        @Test
        void mayComeBeforeTheirSuperclass() throws MofException {
            CimClass definition = classIn("class C : B {}; class B : A {}; class A { string P; };", "C");

            assertThat(definition.property(CimName.of("P"))).isNotNull();
        }

        @Test
        void mayHaveAnAliasThatMeansNothing() throws MofException {
            assertThat(classIn("class A {}; class X as $Alias : A {};", "X").superclass())
                    .hasToString("A");
        }
    }

    @Nested
    class Types {
        @Test
        void embedAnyObjectOrInstancesOfAClass() throws MofException {
            assertThat(property("class T { [EmbeddedObject] string P; };")
                            .type()
                            .embedding())
                    .isEqualTo(CimDataType.Embedding.OBJECT);
            assertThat(property("class T { [EmbeddedInstance(\"T\")] string P[]; };")
                            .type()
                            .embedding())
                    .isEqualTo(CimDataType.Embedding.INSTANCE);
            assertThat(property("class T { [EmbeddedObject(false)] string P; };")
                            .type()
                            .embedding())
                    .isEqualTo(CimDataType.Embedding.NONE);
        }

        @Test
        void areWrittenInAnyCase() throws MofException {
            assertThat(property("CLASS T { UInt16 P[]; };").type()).isEqualTo(CimDataType.arrayOf(CimType.UINT16));
        }
    }

    @Nested
    class Qualifiers {
        @Test
        void ofTypeBooleanAreTrueWithoutAValue() throws MofException {
            assertThat(qualifier("class T { [KEY] string P; };", "Key").isTrue())
                    .isTrue();
            assertThat(qualifier("class T { [Key(FALSE)] string P; };", "Key").isTrue())
                    .isFalse();
        }

        @Test
        void haveTheNameOfTheirDeclaration() throws MofException {
            assertThat(qualifier("class T { [VALUEMAP {\"1\"}] string P; };", "ValueMap")
                            .name())
                    .hasToString("ValueMap");
        }

        @Test
        void haveTheDefaultOfTheirDeclarationWithoutAValue() throws MofException {
            assertThat(qualifier("class T { [ArrayType] string P[]; };", "ArrayType")
                            .value())
                    .isEqualTo(CimValues.text("Bag"));
        }

        @Test
        void haveTypedValues() throws MofException {
            assertThat(qualifier("class T { [MaxLen(0x10)] string P; };", "MaxLen")
                            .value())
                    .isEqualTo(CimValues.uint32(16));
            assertThat(qualifier("class T { [Values {\"a\", NULL, \"b\" \"c\"}] string P; };", "Values")
                            .value())
                    .isEqualTo(new CimValue.Array(
                            CimType.STRING, java.util.Arrays.asList(CimValues.text("a"), null, CimValues.text("bc"))));
        }

        @Test
        void takeTheirFlavorsFromTheDeclarationUnlessTheySayOthers() throws MofException {
            assertThat(qualifier("class T { [Key] string P; };", "Key").flavors())
                    .containsExactly(CimFlavor.TO_SUBCLASS);
            assertThat(qualifier("class T { [MaxLen(1) : DisableOverride Restricted ToInstance] string P; };", "MaxLen")
                            .flavors())
                    .containsExactly(CimFlavor.TO_INSTANCE);
        }

        @Test
        void areDeclaredWithScopesFlavorsAndADefault() throws MofException {
            NamespaceSchema schema = schema("""
                    Qualifier Odd : sint16[] = { 1, -2 }, Scope(property, Reference), Flavor(DisableOverride, Restricted);
                    Qualifier Plain : datetime, Scope(any);
                    """);

            assertThat(schema.qualifier(CimName.of("odd")))
                    .isEqualTo(new CimQualifierDeclaration(
                            CimName.of("Odd"),
                            CimDataType.arrayOf(CimType.SINT16),
                            new CimValue.Array(
                                    CimType.SINT16,
                                    java.util.List.of(
                                            new CimValue.Int(CimType.SINT16, 1), new CimValue.Int(CimType.SINT16, -2))),
                            Set.of(CimScope.PROPERTY, CimScope.REFERENCE),
                            Set.of()));
            CimQualifierDeclaration plain = requireNonNull(schema.qualifier(CimName.of("Plain")));
            assertThat(plain.scopes()).containsExactlyInAnyOrder(CimScope.values());
            assertThat(plain.flavors()).containsExactlyInAnyOrder(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS);
        }

        @Test
        void mayBeDeclaredAgainInTheSameWay() throws MofException {
            assertThat(schema("Qualifier Terminal : boolean = false, Scope(class, association, indication);")
                            .qualifier(CimName.of("Terminal")))
                    .isNotNull();
        }
    }

    @Nested
    class Instances {
        private static final String FAN = "class Fan { [Key] string Id; uint16 Speed = 7; string Tags[]; };";

        @Test
        void haveOnlyThePropertiesTheySay() throws MofException {
            CimInstance instance = instances(FAN + "instance of fan { Id = \"a\"; Tags = {\"x\"}; };")
                    .get(0);

            assertThat(instance.className()).hasToString("Fan");
            assertThat(instance.properties())
                    .extracting(property -> property.name().toString())
                    .containsExactly("Id", "Tags");
            assertThat(instance.path()).hasToString("root/test:Fan.Id=\"a\"");
        }

        @Test
        void useKeysFromTheDefaultsOfTheirClass() throws MofException {
            CimInstance instance = instances("class S { [Key] string Id = \"only\"; }; instance of S {};")
                    .get(0);

            assertThat(instance.path()).hasToString("root/test:S.Id=\"only\"");
        }

        @Test
        void referToEachOtherByAliasAlsoToLaterOnes() throws MofException {
            CimInstance link = instances(FAN + """
                    [Association] class Link { [Key] Fan REF From; [Key] Fan REF To; };
                    instance of Link { From = $a; To = $b; };
                    instance of Fan as $a { Id = "1"; };
                    instance of Fan as $b { Id = "2"; };
                    """).get(0);

            assertThat(link.path())
                    .hasToString("root/test:Link.From=\"root/test:Fan.Id=\\\"1\\\"\","
                            + "To=\"root/test:Fan.Id=\\\"2\\\"\"");
        }

        @Test
        void referToOthersByPath() throws MofException {
            CimInstance link = instances("""
                    class Fan { [Key] string Id; [Key] uint16 Slot; };
                    [Association] class Link { [Key] Fan REF From; [Key] Fan REF To; };
                    instance of Link {
                        From = "Fan.Id=\\"a,b\\",Slot=3";
                        To = "//host:5988/root/other:Fan.Slot=0x10,Id=\\"c\\\\\\\\d\\"";
                    };
                    """).get(0);

            assertThat(link.value(CimName.of("From"))).hasToString("Reference[path=Fan.Id=\"a,b\",Slot=3]");
            assertThat(link.value(CimName.of("To")))
                    .hasToString("Reference[path=//host:5988/root/other:Fan.Slot=16,Id=\"c\\\\d\"]");
        }

        @Test
        void embedOthersAsTextThatIsMof() throws MofException {
            CimInstance outer = instances(FAN + """
                    class Box { [Key] string Id; [EmbeddedInstance("Fan")] string One; [EmbeddedObject] string Any[]; };
                    instance of Box {
                        Id = "b";
                        One = "instance of Fan {"
                              " Id = \\"f\\"; };";
                        Any = { "class Tiny { uint8 N; };", NULL };
                    };
                    """).get(0);

            CimValue.Embedded one = (CimValue.Embedded) requireNonNull(outer.value(CimName.of("One")));
            assertThat(((CimInstance) one.object()).text(CimName.of("Id"))).isEqualTo("f");
            CimValue.Array any = (CimValue.Array) requireNonNull(outer.value(CimName.of("Any")));
            assertThat(any.elements().get(0)).isInstanceOf(CimValue.Embedded.class);
            assertThat(any.elements().get(1)).isNull();
        }
    }

    @Nested
    class Pragmas {
        private CompiledMof compiledFiles(Map<String, String> files, String first) throws MofException {
            MofSource source = path -> {
                String text = files.get(path);
                return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            };
            MofCompiler compiler = new MofCompiler(MofText.NAMESPACE);
            compiler.compile(source, first);
            return compiler.finish();
        }

        @Test
        void includeFilesBesideTheIncludingOneOrFromTheRoot() throws MofException {
            CompiledMof compiled = compiledFiles(
                    Map.of(
                            "all.mof", "#pragma include (\"parts/a.mof\")",
                            "parts/a.mof", "#pragma include(\"b.mof\") #PRAGMA INCLUDE(\"../c.mof\") class A {};",
                            "parts/b.mof", "#pragma include(\"parts/d.mof\") class B {};",
                            "parts/d.mof", "class D {};",
                            "c.mof", "class C {};"),
                    "all.mof");

            assertThat(requireNonNull(compiled.classes().namespace(MofText.NAMESPACE))
                            .classes())
                    .extracting(definition -> definition.name().toString())
                    .containsExactlyInAnyOrder("A", "B", "C", "D");
        }

        @Test
        void doNotIncludeAFileInItself() {
            assertThatThrownBy(() -> compiledFiles(
                            Map.of("a.mof", "#pragma include(\"b.mof\")", "b.mof", "#pragma include(\"./a.mof\")"),
                            "a.mof"))
                    .hasMessage("""
                            b.mof:1:17: The file './a.mof' includes itself: a.mof > b.mof
                            #pragma include("./a.mof")
                                            ^""");
        }

        @Test
        void doNotIncludeWhatIsNotThereOrOutside() {
            assertThatThrownBy(() -> compiledFiles(Map.of("a.mof", "#pragma include(\"x.mof\")"), "a.mof"))
                    .hasMessageStartingWith("a.mof:1:17: There is no file 'x.mof' to include\n");
            assertThatThrownBy(() -> compiledFiles(Map.of("a.mof", "#pragma include(\"../x.mof\")"), "a.mof"))
                    .hasMessageStartingWith("a.mof:1:17: There is no file '../x.mof' to include\n");
            assertThatThrownBy(() -> compiledFiles(Map.of(), "a.mof")).hasMessage("a.mof: There is no such file");
        }

        @Test
        void changeTheNamespaceOfWhatFollows() throws MofException {
            CompiledMof compiled = compiled("""
                    class A {};
                    #pragma namespace ("root/other")
                    class A { [Key] string Id; };
                    #pragma namespace ("//host/root/third")
                    class B {};
                    """.replace("[Key] ", ""));

            assertThat(compiled.classes().namespaces())
                    .containsExactly(
                            CimNamespace.of("root/other"), CimNamespace.of("root/test"), CimNamespace.of("root/third"));
            assertThat(requireNonNull(compiled.classes().namespace(CimNamespace.of("ROOT/Third")))
                            .find(CimName.of("B")))
                    .isNotNull();
        }

        @Test
        void areIgnoredWithAWarningIfUnknown() throws MofException {
            assertThat(compiled("#pragma locale(\"en_US\")\n#pragma nonlocal(\"x\")")
                            .warnings())
                    .containsExactly("test.mof:2:18: The compiler directive 'nonlocal' is ignored");
        }
    }

    @Nested
    class Bases {
        @Test
        void keepTheirClassesAndTakeNewOnes() throws MofException {
            CompiledMof base = compiled("class A { string P; };");
            MofCompiler compiler = new MofCompiler(base.classes(), MofText.NAMESPACE);
            compiler.compile(MofSource.text("more.mof", "class B : A {};"), "more.mof");

            NamespaceSchema schema = requireNonNull(compiler.finish().classes().namespace(MofText.NAMESPACE));

            assertThat(schema.isA(CimName.of("B"), CimName.of("A"))).isTrue();
            assertThat(requireNonNull(base.classes().namespace(MofText.NAMESPACE))
                            .find(CimName.of("B")))
                    .isNull();
        }
    }
}
