package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.embedded;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.texts;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.RecordedLog;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.traceability.Requirement;

/** What becomes of what providers give: right values are completed, wrong ones are reported. */
@Requirement("DSP0004 5.2")
class CompletionTest {
    private static CimInstance get(CimProperty... properties) throws CimException {
        return new Gauges()
                .server(properties)
                .execute(new GetInstance(FleetNames.ROOT_VIRT, Gauges.path(0), InstanceView.ALL));
    }

    private static CimProperty property(String name, CimValue value) {
        return CimProperty.of(name(name), value);
    }

    @Nested
    class RightValue {
        @Test
        void ofEveryTypeIsKept() throws CimException {
            CimInstance gauge = get(
                    property("Level", new CimValue.Int(CimType.SINT8, -5)),
                    property("Ratio", new CimValue.Real(CimType.REAL32, 0.5)),
                    property("Mark", new CimValue.Char('x')),
                    property("Notes", new CimValue.Array(CimType.STRING, Arrays.asList(text("a"), null))));

            assertThat(gauge.value(name("Level"))).isEqualTo(new CimValue.Int(CimType.SINT8, -5));
            assertThat(gauge.value(name("Ratio"))).isEqualTo(new CimValue.Real(CimType.REAL32, 0.5));
            assertThat(gauge.value(name("Mark"))).isEqualTo(new CimValue.Char('x'));
            assertThat(((CimValue.Array) gauge.value(name("Notes"))).elements()).containsExactly(text("a"), null);
        }

        @Test
        void isSpelledAsDeclaredWhateverTheProviderWrites() throws CimException {
            assertThat(get(property("LABEL", text("x"))).property(name("label")).name())
                    .hasToString("Label");
        }

        @Test
        void thatIsNullOverridesTheDefault() throws CimException {
            CimProperty none = new CimProperty(name("Label"), CimDataType.of(CimType.STRING), null, null);

            assertThat(get().text(name("Label"))).isEqualTo("none");
            assertThat(get(none).property(name("Label")).value()).isNull();
        }

        @Test
        void thatIsAnEmptyArrayIsNotNull() throws CimException {
            assertThat(get(property("Notes", texts())).value(name("Notes"))).isEqualTo(texts());
        }

        @Test
        void thatIsEmbeddedKeepsWhatItSaysInDeclaredTypes() throws CimException {
            CimInstance inner = CimInstance.of(name("test_finegauge"))
                    .with(name("number"), uint32(7))
                    .build();

            CimInstance gauge = get(property("Inner", embedded(inner)));

            CimInstance read = (CimInstance) ((CimValue.Embedded) gauge.value(name("Inner"))).object();
            assertThat(read.className()).hasToString("Test_FineGauge");
            assertThat(read.properties())
                    .singleElement()
                    .satisfies(property -> assertThat(property.name()).hasToString("Number"));
            assertThat(gauge.property(name("Inner")).type().embedding()).isEqualTo(CimDataType.Embedding.INSTANCE);
            assertThat(gauge.property(name("Anything")).type().embedding()).isEqualTo(CimDataType.Embedding.OBJECT);
        }

        @Test
        void ofAKeyComesFromThePathIfTheProviderLeavesItOut() throws CimException {
            CimInstance bare = CimInstance.of(FleetNames.GAUGE).at(Gauges.path(1));

            assertThat(server(bare)
                            .execute(new GetInstance(FleetNames.ROOT_VIRT, Gauges.path(1), InstanceView.ALL))
                            .value(name("Number")))
                    .isEqualTo(uint32(1));
        }
    }

    @Nested
    class Mistake {
        private void assertReported(String part, CimProperty... properties) {
            assertThatThrownBy(() -> get(properties))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(part);
        }

        @Test
        void isAValueOfAnotherType() {
            assertReported("Label is declared string", property("Label", uint16(5)));
            assertReported("Level is declared sint8", property("Level", uint16(5)));
            assertReported("Notes is declared string[]", property("Notes", text("x")));
            assertReported("Label is declared string", property("Label", texts("x")));
            assertReported(
                    "Notes is declared string[]",
                    property("Notes", new CimValue.Array(CimType.STRING, List.of(uint16(5)))));
            assertReported("Label is declared string", property("Label", new CimValue.Lexical("x")));
            assertReported("Inner is declared string", property("Inner", text("x")));
            assertReported(
                    "Label is declared string",
                    property("Label", embedded(CimInstance.of(FleetNames.GAUGE).build())));
        }

        @Test
        void isAPropertyThatTheClassDoesNotHave() {
            assertReported("Test_Gauge has no property 'Colour'", property("Colour", text("blue")));
        }

        @Test
        void isAnEmbeddedInstanceThatDoesNotFit() {
            assertReported(
                    "Inner is declared to embed a Test_Gauge and embeds a Test_Single",
                    property(
                            "Inner",
                            embedded(CimInstance.of(name("Test_Single")).build())));
            assertReported(
                    "Test_Gauge has no property 'Colour'",
                    property(
                            "Inner",
                            embedded(CimInstance.of(FleetNames.GAUGE)
                                    .with(name("Colour"), "blue")
                                    .build())));
        }

        @Test
        void isAKeyThatIsNotThatOfThePath() {
            CimInstance odd = CimInstance.of(FleetNames.GAUGE)
                    .with(name("Number"), uint32(9))
                    .at(Gauges.path(1));

            assertThatThrownBy(() -> enumerate(server(odd)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("another value of the key Number");
        }

        @Test
        void isAPathThatLacksAKeyOrIsNone() {
            CimInstance short1 = CimInstance.of(FleetNames.GAUGE)
                    .at(CimInstancePath.of(
                            FleetNames.GAUGE, Gauges.path(1).keys().get(0)));

            assertThatThrownBy(() -> enumerate(server(short1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("lacks the key Even");
            assertThatThrownBy(() -> enumerate(serverOf(new Pathless(List.of()))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("without a path");
        }

        @Test
        void isAnAssociationToWhatNobodyProvides() {
            InstanceProvider gauges = new FixedInstances(FleetNames.GAUGE, List.of(Gauges.gauge(0)));
            CimInstancePath fine = new CimInstancePath(
                    null, null, name("Test_FineGauge"), Gauges.path(5).keys());
            TestServer server = TestServer.of(
                    List.of(new ProviderSet(
                            Set.of(FleetNames.ROOT_VIRT),
                            List.of(gauges),
                            List.of(Associations.of(FleetNames.NEXT_GAUGE)
                                    .from(name("Earlier"), gauges)
                                    .to(name("Later"), gauges)
                                    .oneToOne((path, context) -> fine, (path, context) -> null)),
                            List.of())),
                    TestServer.FATAL);

            assertThatThrownBy(() -> server.execute(new Associators(
                                    FleetNames.ROOT_VIRT, Gauges.path(0), AssociationFilter.ANY, InstanceView.ALL))
                            .toList())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Test_FineGauge");
        }

        @Test
        void isLoggedInProductionAndFailsWithoutItsText() {
            InstanceProvider wrong =
                    new FixedInstances(FleetNames.GAUGE, List.of(Gauges.gauge(0, property("Label", bool(true)))));
            RecordedLog log = new RecordedLog(Level.ERROR);
            TestServer server = TestServer.of(
                    List.of(new ProviderSet(Set.of(FleetNames.ROOT_VIRT), List.of(wrong), List.of(), List.of())),
                    Defects.loggedTo(log));

            assertThatThrownBy(() -> enumerate(server))
                    .isInstanceOf(CimException.class)
                    .hasMessageContaining("its log says which")
                    .hasMessageNotContaining("Label");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("ERROR", "Label is declared string and has the value 'true'");
        }
    }

    private static List<CimInstance> enumerate(TestServer server) throws CimException {
        return server.execute(new EnumerateInstances(FleetNames.ROOT_VIRT, FleetNames.GAUGE, true, InstanceView.ALL))
                .toList();
    }

    private static TestServer server(CimInstance... gauges) {
        return serverOf(new FixedInstances(FleetNames.GAUGE, List.of(gauges)));
    }

    private static TestServer serverOf(InstanceProvider provider) {
        return TestServer.of(
                List.of(new ProviderSet(Set.of(FleetNames.ROOT_VIRT), List.of(provider), List.of(), List.of())),
                TestServer.FATAL);
    }

    @Test
    void namesAreCheckedLikeInstances() {
        assertThatThrownBy(() -> serverOf(new Pathless(List.of(Gauges.path(1).withKeys(List.of()))))
                        .execute(new EnumerateInstanceNames(FleetNames.ROOT_VIRT, FleetNames.GAUGE))
                        .toList())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lacks the key Number");
    }

    /** A provider whose instances have no paths. */
    private record Pathless(List<CimInstancePath> paths) implements InstanceProvider {
        @Override
        public CimName className() {
            return FleetNames.GAUGE;
        }

        @Override
        public CimCursor<CimInstance> enumerate(CallContext context) {
            return CimCursor.of(List.of(CimInstance.of(FleetNames.GAUGE).build()));
        }

        @Override
        public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
            return CimCursor.of(paths);
        }

        @Override
        public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
            return null;
        }
    }
}
