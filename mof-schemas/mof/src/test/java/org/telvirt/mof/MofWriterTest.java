package org.telvirt.mof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.telvirt.mof.MofText.classIn;
import static org.telvirt.mof.MofText.instances;
import static org.telvirt.mof.MofText.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0004 A")
class MofWriterTest {
    @Nested
    class Schemas {
        private static void roundTrip(String text) throws MofException {
            NamespaceSchema schema = schema(text);

            NamespaceSchema again =
                    MofCompiler.schema(MofSource.text("again.mof", new MofWriter(schema).write()), "again.mof");

            assertThat(again.classes()).isEqualTo(schema.classes());
            assertThat(again.qualifiers()).containsExactlyElementsOf(schema.qualifiers());
        }

        @Test
        void readBackTheSameWithAllKindsOfElement() throws MofException {
            roundTrip("""
                    Qualifier Sizes : real32[] = { 0.1, NULL, -2.5e10 }, Scope(any), Flavor(Restricted);
                    Qualifier Letter : char16 = '\\'', Scope(any);
                    [Abstract, Description("Has \\"quotes\\", \\\\ and \\x7 and \\xD83D and \\xe4.")] class A {
                        [Key] string Id;
                        uint64 Big = 18446744073709551615;
                        sint64 Small = -9223372036854775808;
                        boolean Flags[3] = { TRUE, FALSE, NULL };
                        datetime Time = "00000000000500.000000:000";
                        real64 Real = 1.0E-5;
                        char16 Quote = '"';
                        string None[] = {};
                        [EmbeddedInstance("A")] string Inner;
                        [Values { "" }, ValueMap { }] uint32 M([In(false), Out] A REF Found[], uint8 N[]);
                        uint8 Bare();
                    };
                    [Description("b"), Letter, Sizes(NULL)] class B : A {
                        [Override("Id"), MaxLen(5) : DisableOverride ToInstance Translatable] string Id;
                        [Override("M"), Sizes] uint32 M([MaxLen(NULL)] A REF Found[], uint8 N[]);
                    };
                    class C : B {};
                    [Association, Aggregation] class L { [Key] A REF From; [Key] B REF To; };
                    """);
        }

        @Test
        void readBackTheSameWithTextsThatNeedSeveralLines() throws MofException {
            String words = "some words that go on, ".repeat(20);
            roundTrip("[Description(\"" + words + "\")] class A { [Values {\"" + words + "\", \"b\"}] string P = \""
                    + "x".repeat(300) + "\"; [Values { \"" + "value\", \"".repeat(60) + "\"}] string Q; };");
        }

        @Test
        void leaveOutWhatIsInherited() throws MofException {
            NamespaceSchema schema = schema("class A { string P; }; [Version(\"1\")] class B : A {};");

            assertThat(new MofWriter(schema).write(requireNonNull(schema.find(CimName.of("B")))))
                    .isEqualTo("""
                            [Version("1")]
                            class B : A {};
                            """);
        }

        @Test
        void areLaidOutForPeople() throws MofException {
            String text = """
                    [Abstract,
                     Description("A thing.")]
                    class A {

                        [Key]
                        string Id;

                        [MaxLen(5) : DisableOverride ToSubclass]
                        string Names[4] = { "a", "b" };

                        uint32 M(
                            [In(false),
                             Out]
                            A REF Found[],
                            string Name);
                    };
                    """;

            assertThat(new MofWriter(schema(text)).write(classIn(text, "A"))).isEqualTo(text);
        }
    }

    @Nested
    class Instances {
        private static final String CLASSES = """
                class Inner { string Text; };
                class X {
                    [Key] string Id; [EmbeddedInstance("Inner")] string One; [EmbeddedObject] string Many[];
                    datetime Time; real32 Real; char16 Char; uint8 Numbers[];
                };
                [Association] class L { [Key] X REF From; [Key] X REF To; };
                """;

        @Test
        void readBackTheSame() throws MofException, CimException {
            NamespaceSchema schema = schema(CLASSES);
            CimInstance instance = instances(CLASSES + """
                    instance of X {
                        Id = "1";
                        One = "instance of Inner { Text = \\"a \\\\\\"quoted\\\\\\" word\\\\n\\"; };";
                        Many = { "instance of Inner {};", NULL };
                        Time = "20240229120000.000000+060"; Real = 0.1; Char = '\\\\'; Numbers = { 1, NULL };
                    };
                    """).get(0);

            String text = new MofWriter(schema).write(instance);

            assertThat(new MofObjectReader(schema).read(text)).isEqualTo(instance.at(null));
        }

        @Test
        void readBackTheSameWithReferences() throws MofException, CimException {
            NamespaceSchema schema = schema(CLASSES);
            CimInstance link = instances(CLASSES + """
                    instance of L {
                        From = "//host:5989/root/virt:X.Id=\\"a\\\\\\"b\\\\\\\\c\\"";
                        To = "X.Id=\\"\\"";
                    };
                    """).get(0);

            String text = new MofWriter(schema).write(link);

            assertThat(new MofObjectReader(schema).read(text)).isEqualTo(link.at(null));
        }

        @Test
        void readBackTheSameTogetherEachInItsNamespace() throws MofException {
            CompiledMof compiled = MofText.compiled(CLASSES + """
                    instance of X as $x { Id = "1"; Numbers = { 255, 0x0F, 010, 101b }; Char = 65; };
                    instance of L { From = $x; To = "X.Id=\\"2\\""; };
                    #pragma namespace ("root/other")
                    Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride);
                    class Y { [Key] sint64 Id; boolean Flags[]; string None; };
                    instance of Y { Id = -9223372036854775808; Flags = { true, NULL, false }; None = NULL; };
                    """);

            String text = new MofWriter(NamespaceSchema.EMPTY).write(compiled.instances());
            MofCompiler again = new MofCompiler(compiled.classes(), MofText.NAMESPACE);
            again.compile(MofSource.text("again.mof", text), "again.mof");

            assertThat(again.finish().instances())
                    .isEqualTo(compiled.instances())
                    .hasSize(3);
        }

        @Test
        void readBackTheSameWhateverTheyHold() throws MofException, CimException {
            NamespaceSchema schema = schema(CLASSES);
            Random random = new Random(20261123);
            for (int i = 0; i < 2_000; i++) {
                CimInstance inner = CimInstance.of(CimName.of("Inner"))
                        .with(CimName.of("Text"), text(random))
                        .build();
                CimInstance instance = CimInstance.of(CimName.of("X"))
                        .with(CimName.of("Id"), text(random))
                        .with(CimName.of("Char"), new CimValue.Char((char) (1 + random.nextInt(0xfffe))))
                        .with(CimName.of("Real"), new CimValue.Real(CimType.REAL32, random.nextFloat() * 1e30f))
                        .with(CimName.of("Numbers"), numbers(random))
                        .build();
                List<CimProperty> properties = new ArrayList<>(instance.properties());
                properties.add(new CimProperty(
                        CimName.of("One"),
                        requireNonNull(requireNonNull(schema.find(CimName.of("X")))
                                        .property(CimName.of("One")))
                                .type(),
                        CimValues.embedded(inner),
                        null));

                String text = new MofWriter(schema).write(instance.withProperties(properties));

                assertThat(new MofObjectReader(schema).read(text)).isEqualTo(instance.withProperties(properties));
            }
        }

        private static String text(Random random) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(random.nextInt(10) == 0 ? 300 : 12); i > 0; i--) {
                text.append(
                        random.nextBoolean()
                                ? "ab \"'\\\n\t/*$0x\u00e9\ud83d\ude00".charAt(random.nextInt(16))
                                : (char) (1 + random.nextInt(0xfffe)));
            }
            return text.toString();
        }

        private static CimValue numbers(Random random) {
            List<@Nullable CimValue> numbers = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                numbers.add(random.nextInt(9) == 0 ? null : CimValues.uint8(random.nextInt(256)));
            }
            return new CimValue.Array(CimType.UINT8, numbers);
        }

        @Test
        void cannotHaveTheCharacterThatMofForbids() {
            CimInstance instance = CimInstance.of(CimName.of("X"))
                    .with(CimName.of("Id"), "a\0")
                    .build();

            assertThatIllegalArgumentException().isThrownBy(() -> new MofWriter(NamespaceSchema.EMPTY).write(instance));
        }

        @Test
        void cannotHaveRealsThatMofHasNoWordsFor() {
            CimInstance instance = CimInstance.of(CimName.of("X"))
                    .with(CimName.of("Real"), new CimValue.Real(CimType.REAL32, Double.NaN))
                    .build();

            assertThatIllegalArgumentException().isThrownBy(() -> new MofWriter(NamespaceSchema.EMPTY).write(instance));
        }
    }
}
