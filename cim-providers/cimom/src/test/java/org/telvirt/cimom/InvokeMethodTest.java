package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.embedded;
import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.references;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint16s;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cim.CimValues.uint64;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.3")
class InvokeMethodTest {
    private final Fleet fleet = new Fleet().with("web-1", 2);
    private final TestServer server = TestServer.of(fleet);
    private final Gauges gauges = new Gauges();
    private final TestServer gaugeServer = gauges.server();

    private static CimArgument argument(String name, @Nullable CimValue value) {
        return new CimArgument(FleetNames.name(name), null, value);
    }

    private MethodResult call(CimObjectPath target, String method, CimArgument... arguments) throws CimException {
        return server.execute(new InvokeMethod(FleetNames.ROOT_VIRT, target, name(method), List.of(arguments)));
    }

    private MethodResult reset(CimArgument... arguments) throws CimException {
        return gaugeServer.execute(
                new InvokeMethod(FleetNames.ROOT_VIRT, Gauges.path(0), name("Reset"), List.of(arguments)));
    }

    @Nested
    class Call {
        @Test
        void reachesTheProviderAndChangesWhatItManages() throws CimException {
            MethodResult result =
                    call(Fleet.system("web-1"), "RequestStateChange", argument("RequestedState", uint16(3)));

            assertThat(result.returnValue()).isEqualTo(uint32(0));
            assertThat(fleet.state("web-1")).isEqualTo(3);
        }

        @Test
        void matchesNamesRegardlessOfCase() throws CimException {
            call(Fleet.system("web-1"), "requeststatechange", argument("REQUESTEDSTATE", uint16(3)));

            assertThat(fleet.state("web-1")).isEqualTo(3);
        }

        @Test
        void readsUntypedValuesAsDeclared() throws CimException {
            reset(
                    argument("Hard", new CimValue.Lexical("true")),
                    argument(
                            "Steps",
                            new CimValue.Array(CimType.STRING, Arrays.asList(new CimValue.Lexical("7"), null))));

            assertThat(gauges.lastCall().bool(name("Hard"))).isTrue();
            assertThat(gauges.lastCall().value(name("Steps")))
                    .isEqualTo(new CimValue.Array(CimType.UINT16, Arrays.asList(uint16(7), null)));
        }

        @Test
        void takesOneUntypedValueForAnArray() throws CimException {
            reset(argument("Hard", bool(true)), argument("Steps", new CimValue.Lexical("7")));

            assertThat(gauges.lastCall().value(name("Steps"))).isEqualTo(uint16s(7));
        }

        @Test
        void leavesOutNullArguments() throws CimException {
            reset(argument("Hard", bool(true)), argument("Steps", null));

            assertThat(gauges.lastCall().all()).hasSize(1);
        }

        /** As those do that name the type of everything: in CIM-XML nothing says whether a NULL is an array. */
        @Test
        void takesNullForAnArrayWhoseTypeIsSaid() throws CimException {
            reset(argument("Hard", bool(true)), new CimArgument(name("Steps"), CimDataType.of(CimType.UINT16), null));

            assertThat(gauges.lastCall().all()).hasSize(1);
        }

        @Test
        void goesToStaticMethodsOnClassesAndInstances() throws CimException {
            gauges.answering(new MethodResult(uint64(3), List.of()));

            for (CimObjectPath target : List.of(new CimClassPath(null, null, FleetNames.GAUGE), Gauges.path(1))) {
                assertThat(gaugeServer
                                .execute(new InvokeMethod(FleetNames.ROOT_VIRT, target, name("Count"), List.of()))
                                .returnValue())
                        .isEqualTo(uint64(3));
            }
        }
    }

    @Nested
    class Reference {
        @Test
        void withoutNamespaceIsInThatOfTheCall() throws CimException {
            call(Fleet.service(), "DestroySystem", argument("AffectedSystem", reference(Fleet.system("web-1"))));

            assertThat(fleet.state("web-1")).isNull();
        }

        @Test
        void toThisServerByNameIsLocal() throws CimException {
            call(
                    Fleet.service(),
                    "DestroySystem",
                    argument("AffectedSystem", reference(TestServer.full(Fleet.system("web-1")))));

            assertThat(fleet.state("web-1")).isNull();
        }

        @ParameterizedTest
        @CsvSource({"vf.example,root/virt", "VF.EXAMPLE:5989,root/virt", "root,virt"})
        void isKnownAsLocalHoweverClientsWriteTheServer(String host, String namespace) throws CimException {
            CimInstancePath path =
                    Fleet.system("web-1").in(CimNamespace.of(namespace)).on(host);

            call(Fleet.service(), "DestroySystem", argument("AffectedSystem", reference(path)));

            assertThat(fleet.state("web-1")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a//b", "/", "//", "elsewhere.example"})
        void onAnotherHostIsLeftToTheProviderWhateverThatHostIsCalled(String host) throws CimException {
            CimInstancePath path =
                    Fleet.system("web-9").in(CimNamespace.of("virt")).on(host);

            MethodResult result = call(Fleet.service(), "DestroySystem", argument("AffectedSystem", reference(path)));

            assertThat(result.returnValue()).isEqualTo(uint32(4));
        }

        @Test
        void ofAnotherClassIsAnInvalidParameter() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> call(
                            Fleet.service(), "DestroySystem", argument("AffectedSystem", reference(Fleet.service()))),
                    "Parameter AffectedSystem of DestroySystem",
                    "not a CIM_ComputerSystem");
            assertThat(fleet.state("web-1")).isEqualTo(2);
        }

        @Test
        void withWrongKeysIsAnInvalidParameter() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> call(
                            Fleet.service(),
                            "DestroySystem",
                            argument(
                                    "AffectedSystem",
                                    reference(CimInstancePath.of(
                                            FleetNames.COMPUTER_SYSTEM, FleetNames.INSTANCE_ID, "web-1")))),
                    "InstanceID",
                    "no key of Telvirt_ComputerSystem");
        }

        @Test
        void inPlaceOfAnotherTypeIsAnInvalidParameter() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> call(
                            Fleet.system("web-1"),
                            "RequestStateChange",
                            argument("RequestedState", reference(Fleet.host()))),
                    "Parameter RequestedState of RequestStateChange is declared uint16");
        }
    }

    @Nested
    class Answer {
        @Test
        void hasEveryOutputInDeclaredOrderAndType() throws CimException {
            gauges.answering(new MethodResult(
                    uint32(0),
                    List.of(argument("next", references(List.of(Gauges.path(1)))), argument("Was", text("x")))));

            MethodResult result = reset(argument("Hard", bool(true)));

            assertThat(result.outputs())
                    .extracting(
                            output -> output.name().toString(),
                            output -> output.type().toString())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Was", "string"),
                            org.assertj.core.groups.Tuple.tuple("Balance", "sint64"),
                            org.assertj.core.groups.Tuple.tuple("Next", "Test_Gauge REF[]"));
            assertThat(result.outputs().get(1).value()).isNull();
            assertThat(result.outputs().get(2).value())
                    .isEqualTo(references(List.of(Gauges.path(1).in(FleetNames.ROOT_VIRT))));
        }

        @Test
        void ofAnotherTypeIsAMistakeOfTheProvider() {
            gauges.answering(new MethodResult(uint64(0), List.of()));

            assertThatThrownBy(() -> reset(argument("Hard", bool(true))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Reset is declared uint32");
        }

        @Test
        void withUndeclaredOutputsIsAMistakeOfTheProvider() {
            gauges.answering(new MethodResult(uint32(0), List.of(argument("Hard", bool(true)))));

            assertThatThrownBy(() -> reset(argument("Hard", bool(true)))).isInstanceOf(AssertionError.class);
        }
    }

    @Nested
    class BadInput {
        @Test
        void unknownParameterIsInvalidAndNamesThoseThereAre() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("Soft", bool(true))),
                    "no parameter 'Soft'",
                    "Hard, Steps, Balance");
        }

        @Test
        void outputThatIsGivenIsInvalid() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("Was", text("x"))),
                    "Parameter Was of Reset is an output");
        }

        @Test
        void parameterGivenTwiceIsInvalid() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("HARD", bool(true))),
                    "Hard of Reset is given twice");
        }

        @Test
        void missingRequiredParameterIsInvalidAndSoIsNull() {
            assertFails(CimStatus.INVALID_PARAMETER, () -> reset(), "Parameter Hard of Reset is required");
            assertFails(CimStatus.INVALID_PARAMETER, () -> reset(argument("Hard", null)), "Hard of Reset is required");
        }

        @Test
        void valueThatIsNotOfItsTypeIsInvalid() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", new CimValue.Lexical("perhaps"))),
                    "declared boolean",
                    "'perhaps'");
            assertFails(CimStatus.INVALID_PARAMETER, () -> reset(argument("Hard", uint16(1))), "declared boolean");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("Balance", uint32(1))),
                    "declared sint64");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("Steps", uint16(1))),
                    "declared uint16[]");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), argument("Balance", uint16s(1))),
                    "an array of uint16");
        }

        @Test
        void saidTypeThatIsNotTheDeclaredOneIsInvalidEvenForNull() {
            CimArgument said = new CimArgument(name("Balance"), CimDataType.of(CimType.UINT32), null);

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> reset(argument("Hard", bool(true)), said),
                    "declared sint64",
                    "given as uint32");
        }

        /** In a list of objects, one that is not there; in lists of anything else NULL is a value. */
        @Test
        void gapInAListOfObjectsIsInvalid() throws CimException {
            CimValue others = new CimValue.Array(CimType.REFERENCE, Arrays.asList(reference(Gauges.path(1)), null));
            CimValue ideals = new CimValue.Array(CimType.STRING, Arrays.asList(null, embedded(Gauges.gauge(2))));

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> compare(argument("Others", others)),
                    "Parameter Others of Compare[1] is NULL; leave it out, or give an object");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> compare(argument("Ideals", ideals)),
                    "Parameter Ideals of Compare[0] is NULL");
            assertThat(gauges.lastCall()).isNull();

            compare(argument("Others", references(List.of())), argument("Ideals", null));
            assertThat(gauges.lastCall().references(name("Others"))).isEmpty();
        }

        private void compare(CimArgument... arguments) throws CimException {
            gaugeServer.execute(
                    new InvokeMethod(FleetNames.ROOT_VIRT, Gauges.path(0), name("Compare"), List.of(arguments)));
        }

        @Test
        void nothingReachesTheProvider() {
            assertFails(CimStatus.INVALID_PARAMETER, () -> reset(argument("Hard", uint16(1))));

            assertThat(gauges.lastCall()).isNull();
        }
    }

    @Nested
    class Order {
        @Test
        void unknownNamespaceComesFirst() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(
                            new InvokeMethod(CimNamespace.of("x"), Fleet.host(), name("Nothing"), List.of())));
        }

        @Test
        void unknownClassIsNotFound() {
            assertFails(
                    CimStatus.NOT_FOUND, () -> call(CimInstancePath.of(name("CIM_Nothing")), "Reset"), "CIM_Nothing");
        }

        @Test
        void invalidParameterComesBeforeNotFound() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> call(Fleet.system("web-9"), "RequestStateChange", argument("Nonsense", text("x"))));
        }

        @Test
        void notFoundComesBeforeMethodNotFound() {
            assertFails(CimStatus.NOT_FOUND, () -> call(Fleet.system("web-9"), "Nonsense"), "web-9");
        }

        @Test
        void undeclaredMethodIsNotFound() {
            assertFails(
                    CimStatus.METHOD_NOT_FOUND,
                    () -> call(Fleet.system("web-1"), "Nonsense"),
                    "Telvirt_ComputerSystem",
                    "'Nonsense'");
        }

        @Test
        void declaredMethodThatNobodyPerformsIsNotAvailable() {
            assertFails(
                    CimStatus.METHOD_NOT_AVAILABLE,
                    () -> call(Fleet.system("web-1"), "SetPowerState"),
                    "Telvirt_ComputerSystem.SetPowerState",
                    "does not implement");
        }

        @Test
        void methodOfAnInstanceIsNotAvailableOnItsClass() {
            assertFails(
                    CimStatus.METHOD_NOT_AVAILABLE,
                    () -> call(
                            CimClassPath.of(FleetNames.ROOT_VIRT, FleetNames.COMPUTER_SYSTEM),
                            "RequestStateChange",
                            argument("RequestedState", uint16(2))),
                    "not static");
        }
    }
}
