package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.2")
class GetInstanceTest {
    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2).with("web-2", 3));

    private CimInstance get(CimInstancePath path) throws CimException {
        return get(path, InstanceView.ALL);
    }

    private CimInstance get(CimInstancePath path, InstanceView view) throws CimException {
        return server.execute(new GetInstance(FleetNames.ROOT_VIRT, path, view));
    }

    private static List<CimName> names(CimInstance instance) {
        return instance.properties().stream().map(property -> property.name()).toList();
    }

    @Nested
    class Answer {
        @Test
        void hasEveryPropertyOfTheClassInItsOrder() throws CimException {
            CimInstance system = get(Fleet.system("web-1"));

            List<CimName> declared = TestSchema.classes().find(FleetNames.COMPUTER_SYSTEM).properties().stream()
                    .map(CimPropertyDeclaration::name)
                    .toList();
            assertThat(names(system)).isEqualTo(declared);
        }

        @Test
        void hasTheDefaultsOfTheClassWhereTheProviderSaysNothing() throws CimException {
            CimInstance system = get(Fleet.system("web-1"));

            assertThat(system.value(FleetNames.ENABLED_STATE)).isEqualTo(CimValues.uint16(2));
            assertThat(system.value(name("EnabledDefault"))).isEqualTo(CimValues.uint16(2));
            assertThat(system.value(name("Caption"))).isNull();
        }

        @Test
        void hasTheFullPath() throws CimException {
            assertThat(get(Fleet.system("web-1")).path()).isEqualTo(TestServer.full(Fleet.system("web-1")));
        }

        @Test
        void hasDeclaredTypesAlsoForNull() throws CimException {
            CimInstance system = get(Fleet.system("web-1"));

            assertThat(system.property(name("OperationalStatus")).type().toString())
                    .isEqualTo("uint16[]");
            assertThat(system.property(name("InstallDate")).type().type()).isEqualTo(CimType.DATETIME);
        }
    }

    @Nested
    class PropertyList {
        @Test
        void limitsTheAnswerRegardlessOfCaseAndOrder() throws CimException {
            InstanceView view = new InstanceView(Set.of(name("enabledstate"), name("NAME")), false);

            assertThat(names(get(Fleet.system("web-1"), view)))
                    .containsExactlyInAnyOrder(FleetNames.NAME, FleetNames.ENABLED_STATE);
        }

        @Test
        void thatIsEmptyShowsNothing() throws CimException {
            assertThat(get(Fleet.system("web-1"), new InstanceView(Set.of(), false))
                            .properties())
                    .isEmpty();
        }

        @Test
        void mayNameWhatTheClassDoesNotHave() throws CimException {
            InstanceView view = new InstanceView(Set.of(FleetNames.NAME, name("NoSuchThing")), false);

            assertThat(names(get(Fleet.system("web-1"), view))).containsExactly(FleetNames.NAME);
        }

        @Test
        void goesWithClassOrigins() throws CimException {
            InstanceView view =
                    new InstanceView(Set.of(FleetNames.ENABLED_STATE, name("Caption"), name("Dedicated")), true);

            assertThat(get(Fleet.system("web-1"), view).properties())
                    .extracting(property -> String.valueOf(property.classOrigin()))
                    .containsExactlyInAnyOrder("CIM_EnabledLogicalElement", "CIM_ManagedElement", "CIM_ComputerSystem");
        }
    }

    @Nested
    class Path {
        @Test
        void isFoundWhateverTheOrderOfKeysAndTheCaseOfNames() throws CimException {
            CimInstancePath mixed = CimInstancePath.of(
                    CimName.of("telvirt_COMPUTERsystem"),
                    new CimKey(name("name"), text("web-1")),
                    new CimKey(name("CREATIONCLASSNAME"), text("Telvirt_ComputerSystem")));

            assertThat(get(mixed).path().toString())
                    .isEqualTo(get(Fleet.system("web-1")).path().toString());
        }

        @Test
        void mayHaveUntypedKeys() throws CimException {
            CimInstancePath untyped = CimInstancePath.of(
                    FleetNames.GAUGE,
                    new CimKey(name("Number"), new CimValue.Lexical("0x1")),
                    new CimKey(name("Even"), new CimValue.Lexical("False")),
                    new CimKey(name("Since"), new CimValue.Lexical(Gauges.SINCE.text())));

            CimInstance gauge =
                    new Gauges().server().execute(new GetInstance(FleetNames.ROOT_VIRT, untyped, InstanceView.ALL));

            assertThat(gauge.path()).isEqualTo(TestServer.full(Gauges.path(1)));
        }

        @Test
        void mayHaveKeysThatAreTypedOtherwise() throws CimException {
            CimInstancePath mistyped = CimInstancePath.of(
                    FleetNames.GAUGE,
                    new CimKey(name("Number"), CimValues.sint64(1)),
                    new CimKey(name("Even"), text("false")),
                    new CimKey(name("Since"), text(Gauges.SINCE.text())));

            CimInstance gauge =
                    new Gauges().server().execute(new GetInstance(FleetNames.ROOT_VIRT, mistyped, InstanceView.ALL));

            assertThat(gauge.path()).isEqualTo(TestServer.full(Gauges.path(1)));
        }

        @Test
        void mayLeaveOutTheNameOfItsOnlyKey() throws CimException {
            CimInstancePath unnamed = CimInstancePath.of(
                    FleetNames.SETTING_DATA, new CimKey(CimKey.UNNAMED, new CimValue.Lexical("Telvirt:state:web-1")));

            assertThat(get(unnamed).path()).isEqualTo(TestServer.full(Fleet.setting("state", "web-1")));
        }

        @Test
        void isInTheNamespaceOfTheOperationUnderAnyOfItsNames() throws CimException {
            CimInstance profile = server.execute(new GetInstance(
                    CimNamespace.of("ROOT/pg_interop"), Fleet.profile().in(FleetNames.INTEROP), InstanceView.ALL));

            assertThat(profile.path().namespace()).hasToString("root/interop");
        }

        @Test
        void hasKeyValuesWhoseCaseMatters() {
            assertFails(CimStatus.NOT_FOUND, () -> get(Fleet.system("WEB-1")));
        }
    }

    @Nested
    class BadInput {
        @Test
        void unknownNamespaceIsInvalidNamespaceAndNamesThoseThereAre() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(
                            new GetInstance(CimNamespace.of("root/cimv2"), Fleet.system("web-1"), InstanceView.ALL)),
                    "'root/cimv2'",
                    "root/virt",
                    "root/interop");
        }

        @Test
        void unknownClassIsInvalidClass() {
            assertFails(
                    CimStatus.INVALID_CLASS,
                    () -> get(CimInstancePath.of(name("CIM_Nothing"), FleetNames.NAME, "x")),
                    "CIM_Nothing",
                    "root/virt");
        }

        @Test
        void missingKeyIsInvalidParameterAndNamesTheKeys() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(CimInstancePath.of(FleetNames.COMPUTER_SYSTEM, FleetNames.NAME, "web-1")),
                    "lacks the key CreationClassName",
                    "Name, CreationClassName");
        }

        @Test
        void keyThatIsNoneIsInvalidParameter() {
            List<CimKey> keys = new ArrayList<>(Fleet.system("web-1").keys());
            keys.add(new CimKey(FleetNames.ENABLED_STATE, CimValues.uint16(2)));

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(Fleet.system("web-1").withKeys(keys)),
                    "'EnabledState'",
                    "no key of Telvirt_ComputerSystem");
        }

        @Test
        void keyGivenTwiceIsInvalidParameter() {
            List<CimKey> keys = new ArrayList<>(Fleet.system("web-1").keys());
            keys.add(new CimKey(name("NAME"), text("web-2")));

            assertFails(
                    CimStatus.INVALID_PARAMETER, () -> get(Fleet.system("web-1").withKeys(keys)), "NAME twice");
        }

        @Test
        void keyOfAnotherTypeIsInvalidParameter() {
            List<CimKey> keys = new ArrayList<>(Gauges.path(1).keys());
            keys.set(0, new CimKey(name("Number"), new CimValue.Lexical("4294967296")));

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(Gauges.path(1).withKeys(keys)),
                    "Key Number of Test_Gauge is a uint32",
                    "'4294967296'");
        }

        @Test
        void pathInAnotherNamespaceIsInvalidParameter() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(Fleet.system("web-1").in(FleetNames.ROOT_INTEROP)),
                    "not in the namespace of the operation");
        }

        @Test
        void instanceThatDoesNotExistIsNotFound() {
            assertFails(CimStatus.NOT_FOUND, () -> get(Fleet.system("web-3")), "web-3");
        }

        @Test
        void classWithoutInstancesIsNotFound() {
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> get(CimInstancePath.of(
                            name("CIM_ComputerSystem"),
                            Fleet.system("web-1").keys().toArray(CimKey[]::new))));
        }

        @Test
        void unknownNamespaceComesBeforeUnknownClass() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new GetInstance(
                            CimNamespace.of("x"), CimInstancePath.of(name("CIM_Nothing")), InstanceView.ALL)));
        }
    }
}
