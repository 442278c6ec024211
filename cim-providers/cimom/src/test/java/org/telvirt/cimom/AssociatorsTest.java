package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.14", "DSP0200 5.4.2.15"})
class AssociatorsTest {
    private static final CimInstancePath WEB_1 = Fleet.system("web-1");
    private static final CimInstancePath HOST = TestServer.full(Fleet.host());
    private static final CimInstancePath STATE = TestServer.full(Fleet.setting("state", "web-1"));
    private static final CimInstancePath DEFINED = TestServer.full(Fleet.setting("defined", "web-1"));
    private static final CimInstancePath PROFILE =
            TestServer.full(Fleet.profile()).in(FleetNames.ROOT_INTEROP);

    private final Fleet fleet = new Fleet().with("web-1", 2).with("web-2", 3);
    private final TestServer server = TestServer.of(fleet);

    private static AssociationFilter filter(
            @Nullable String association, @Nullable String result, @Nullable String role, @Nullable String resultRole) {
        return new AssociationFilter(name(association), name(result), name(role), name(resultRole));
    }

    private static @Nullable CimName name(@Nullable String text) {
        return text == null ? null : FleetNames.name(text);
    }

    private List<CimInstancePath> names(CimInstancePath source, AssociationFilter filter) throws CimException {
        return server.execute(new AssociatorNames(FleetNames.ROOT_VIRT, source, filter))
                .toList();
    }

    @Nested
    class Answer {
        @Test
        void hasWhatIsAtTheOtherEndOfEveryAssociation() throws CimException {
            assertThat(names(WEB_1, AssociationFilter.ANY)).containsExactlyInAnyOrder(HOST, STATE, DEFINED, PROFILE);
        }

        @Test
        void hasFullPathsAlsoOfInstances() throws CimException {
            List<CimInstance> instances = server.execute(
                            new Associators(FleetNames.ROOT_VIRT, WEB_1, AssociationFilter.ANY, InstanceView.ALL))
                    .toList();

            assertThat(instances)
                    .extracting(CimInstance::path)
                    .containsExactlyElementsOf(names(WEB_1, AssociationFilter.ANY));
        }

        @Test
        void hasInstancesOfOtherNamespaces() throws CimException {
            assertThat(server.execute(new Associators(
                                    FleetNames.ROOT_VIRT,
                                    WEB_1,
                                    filter("CIM_ElementConformsToProfile", null, null, null),
                                    InstanceView.ALL))
                            .toList())
                    .singleElement()
                    .satisfies(profile ->
                            assertThat(profile.text(name("RegisteredName"))).isEqualTo("Virtual System"));
        }

        @Test
        void leadsFromOtherNamespacesBack() throws CimException {
            assertThat(server.execute(new AssociatorNames(
                                    CimNamespace.of("interop"),
                                    Fleet.profile(),
                                    filter("CIM_ElementConformsToProfile", null, null, null)))
                            .toList())
                    .containsExactlyInAnyOrder(TestServer.full(WEB_1), TestServer.full(Fleet.system("web-2")));
        }

        @Test
        void showsOnlyListedProperties() throws CimException {
            InstanceView view = new InstanceView(Set.of(FleetNames.ELEMENT_NAME), false);

            assertThat(server.execute(new Associators(
                                    FleetNames.ROOT_VIRT,
                                    WEB_1,
                                    filter("CIM_HostedDependency", null, null, null),
                                    view))
                            .toList())
                    .singleElement()
                    .satisfies(host -> assertThat(host.properties()).hasSize(1));
        }

        @Test
        void leavesOutWhatIsGoneMeanwhile() throws CimException {
            var cursor = server.execute(new Associators(
                    FleetNames.ROOT_VIRT,
                    Fleet.host(),
                    filter("CIM_HostedDependency", "Telvirt_ComputerSystem", null, null),
                    InstanceView.ALL));
            assertThat(cursor.next()).isNotNull();
            fleet.remove("web-2");

            assertThat(cursor.toList()).isEmpty();
        }
    }

    @Nested
    class Filter {
        @Test
        void byAssociationClassTakesSubclasses() throws CimException {
            assertThat(names(WEB_1, filter("CIM_Dependency", null, null, null))).containsExactly(HOST);
            assertThat(names(WEB_1, filter("cim_elementsettingdata", null, null, null)))
                    .containsExactly(DEFINED);
        }

        @Test
        void byResultClassTakesSubclasses() throws CimException {
            assertThat(names(WEB_1, filter(null, "CIM_SettingData", null, null)))
                    .containsExactlyInAnyOrder(STATE, DEFINED);
            assertThat(names(WEB_1, filter(null, "CIM_System", null, null))).containsExactly(HOST);
            assertThat(names(WEB_1, filter(null, "CIM_Processor", null, null))).isEmpty();
        }

        @Test
        void byRoleIsTheReferenceToTheSource() throws CimException {
            assertThat(names(WEB_1, filter("CIM_HostedDependency", null, "dependent", null)))
                    .containsExactly(HOST);
            assertThat(names(WEB_1, filter("CIM_HostedDependency", null, "Antecedent", null)))
                    .isEmpty();
        }

        @Test
        void byResultRoleIsTheReferenceToTheResult() throws CimException {
            assertThat(names(WEB_1, filter("CIM_HostedDependency", null, null, "Antecedent")))
                    .containsExactly(HOST);
            assertThat(names(WEB_1, filter("CIM_HostedDependency", null, null, "Dependent")))
                    .isEmpty();
        }

        @Test
        void byAllAtOnceTakesWhatFitsAll() throws CimException {
            assertThat(names(
                            WEB_1,
                            filter(
                                    "CIM_SettingsDefineState",
                                    "CIM_VirtualSystemSettingData",
                                    "ManagedElement",
                                    "SettingData")))
                    .containsExactly(STATE);
        }

        @Test
        void byARoleThatNoAssociationHasTakesNothing() throws CimException {
            assertThat(names(WEB_1, filter(null, null, "Nobody", null))).isEmpty();
        }
    }

    @Nested
    class AnAssociationOfAClassWithItself {
        private final TestServer gauges = new Gauges().server();

        private List<CimInstancePath> next(int number, AssociationFilter filter) throws CimException {
            return gauges.execute(new AssociatorNames(FleetNames.ROOT_VIRT, Gauges.path(number), filter))
                    .toList();
        }

        @Test
        void isFollowedBothWays() throws CimException {
            assertThat(next(1, AssociationFilter.ANY)).containsExactly(TestServer.full(Gauges.path(0)));
            assertThat(next(2, AssociationFilter.ANY)).isEmpty();
        }

        @Test
        void isFollowedOneWayByRole() throws CimException {
            assertThat(next(1, filter(null, null, "Later", null))).containsExactly(TestServer.full(Gauges.path(0)));
            assertThat(next(1, filter(null, null, "Earlier", null))).isEmpty();
        }

        @Test
        void givesALinkOfAnInstanceToItselfOnce() throws CimException {
            assertThat(next(0, AssociationFilter.ANY))
                    .containsExactlyInAnyOrder(TestServer.full(Gauges.path(0)), TestServer.full(Gauges.path(1)));
            assertThat(next(0, filter(null, null, null, "Earlier"))).containsExactly(TestServer.full(Gauges.path(0)));
        }
    }

    @Nested
    class BadInput {
        @Test
        void sourceThatDoesNotExistHasNoAssociates() throws CimException {
            assertThat(names(Fleet.system("web-9"), AssociationFilter.ANY)).isEmpty();
        }

        @Test
        void unknownClassesAreInvalidParameters() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> names(WEB_1, filter("CIM_Nothing", null, null, null)),
                    "CIM_Nothing");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> names(WEB_1, filter(null, "CIM_Nothing", null, null)),
                    "CIM_Nothing");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> names(CimInstancePath.of(FleetNames.name("CIM_Nothing")), AssociationFilter.ANY),
                    "CIM_Nothing");
        }

        @Test
        void sourceWithWrongKeysIsAnInvalidParameter() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> names(CimInstancePath.of(FleetNames.COMPUTER_SYSTEM), AssociationFilter.ANY),
                    "lacks the key Name");
        }

        @Test
        void unknownNamespaceIsInvalidNamespace() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new AssociatorNames(CimNamespace.of("x"), WEB_1, AssociationFilter.ANY)));
        }
    }
}
