package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.16", "DSP0200 5.4.2.17"})
class ReferencesTest {
    private static final CimInstancePath WEB_1 = Fleet.system("web-1");

    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2).with("web-2", 3));

    private static AssociationFilter filter(@Nullable String result, @Nullable String role) {
        return new AssociationFilter(
                null, result == null ? null : name(result), role == null ? null : name(role), null);
    }

    private List<CimInstance> references(CimInstancePath source, AssociationFilter filter) throws CimException {
        return server.execute(new References(FleetNames.ROOT_VIRT, source, filter, InstanceView.ALL))
                .toList();
    }

    @Nested
    class Answer {
        @Test
        void hasEveryAssociationOfTheInstance() throws CimException {
            assertThat(references(WEB_1, AssociationFilter.ANY))
                    .extracting(association -> association.className().toString())
                    .containsExactlyInAnyOrder(
                            "CIM_HostedDependency",
                            "CIM_SettingsDefineState",
                            "CIM_ElementSettingData",
                            "CIM_ElementConformsToProfile");
        }

        @Test
        void hasReferencesWithNamespaces() throws CimException {
            CimInstance conforms = references(WEB_1, filter("CIM_ElementConformsToProfile", null))
                    .get(0);

            assertThat(conforms.value(FleetNames.CONFORMANT_STANDARD))
                    .isEqualTo(CimValues.reference(Fleet.profile().in(FleetNames.ROOT_INTEROP)));
            assertThat(conforms.value(FleetNames.MANAGED_ELEMENT))
                    .isEqualTo(CimValues.reference(WEB_1.in(FleetNames.ROOT_VIRT)));
            assertThat(conforms.path().namespace()).isEqualTo(FleetNames.ROOT_VIRT);
        }

        @Test
        void hasWhatTheLinkSaysBesidesItsEnds() throws CimException {
            CimInstance setting =
                    references(WEB_1, filter("CIM_ElementSettingData", null)).get(0);

            assertThat(setting.value(FleetNames.IS_CURRENT)).isEqualTo(CimValues.uint16(1));
            assertThat(setting.property(name("IsDefault")).value()).isNull();
        }

        @Test
        void equalsWhatEnumerationAndGetInstanceGive() throws CimException {
            for (CimInstance association : references(WEB_1, AssociationFilter.ANY)) {
                assertThat(server.execute(new GetInstance(FleetNames.ROOT_VIRT, association.path(), InstanceView.ALL)))
                        .isEqualTo(association);
                assertThat(server.execute(new EnumerateInstances(
                                        FleetNames.ROOT_VIRT, association.className(), true, InstanceView.ALL))
                                .toList())
                        .contains(association);
            }
        }

        @Test
        void hasNamesThatAreThePaths() throws CimException {
            assertThat(server.execute(new ReferenceNames(FleetNames.ROOT_VIRT, WEB_1, AssociationFilter.ANY))
                            .toList())
                    .isEqualTo(references(WEB_1, AssociationFilter.ANY).stream()
                            .map(CimInstance::path)
                            .toList());
        }

        @Test
        void isTheSameFromBothEnds() throws CimException {
            CimInstance link =
                    references(WEB_1, filter("CIM_HostedDependency", null)).get(0);

            assertThat(references(Fleet.host(), filter("CIM_HostedDependency", null)))
                    .contains(link);
        }

        @Test
        void hasALinkOfAnInstanceToItselfOnce() throws CimException {
            assertThat(new Gauges()
                            .server()
                            .execute(new ReferenceNames(FleetNames.ROOT_VIRT, Gauges.path(0), AssociationFilter.ANY))
                            .toList())
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class Filter {
        @Test
        void byResultClassTakesSubclassesOfTheAssociation() throws CimException {
            assertThat(references(WEB_1, filter("CIM_Dependency", null))).hasSize(1);
            assertThat(references(WEB_1, filter("CIM_Component", null))).isEmpty();
        }

        @Test
        void byRoleIsTheReferenceToTheSource() throws CimException {
            assertThat(references(WEB_1, filter(null, "Dependent"))).hasSize(1);
            assertThat(references(WEB_1, filter(null, "managedelement"))).hasSize(3);
            assertThat(references(WEB_1, filter(null, "SettingData"))).isEmpty();
        }
    }

    @Nested
    class GetOfAnAssociation {
        private CimInstancePath link(
                String className, String role1, CimInstancePath end1, String role2, CimInstancePath end2) {
            return CimInstancePath.of(
                    CimName.of(className),
                    new CimKey(name(role1), new CimValue.Reference(end1)),
                    new CimKey(name(role2), new CimValue.Reference(end2)));
        }

        private CimInstance get(CimInstancePath path) throws CimException {
            return server.execute(new GetInstance(FleetNames.ROOT_VIRT, path, InstanceView.ALL));
        }

        @Test
        void findsItByItsReferencesWithoutNamespaces() throws CimException {
            assertThat(get(link("CIM_HostedDependency", "Dependent", WEB_1, "Antecedent", Fleet.host()))
                            .path())
                    .isEqualTo(references(WEB_1, filter("CIM_HostedDependency", null))
                            .get(0)
                            .path());
        }

        @Test
        void findsItByReferencesWithAnyHostAndUntypedKeys() throws CimException {
            List<CimKey> untyped = new ArrayList<>();
            WEB_1.keys()
                    .forEach(key -> untyped.add(
                            new CimKey(key.name(), new CimValue.Lexical(((CimValue.Text) key.value()).value()))));
            CimInstancePath sent =
                    WEB_1.withKeys(untyped).in(FleetNames.ROOT_VIRT).on("elsewhere");

            assertThat(get(link("CIM_HostedDependency", "Dependent", sent, "Antecedent", Fleet.host())))
                    .isEqualTo(references(WEB_1, filter("CIM_HostedDependency", null))
                            .get(0));
        }

        @Test
        void findsItAcrossNamespacesUnderAnAlias() throws CimException {
            CimInstancePath profile = Fleet.profile().in(CimNamespace.of("Interop"));

            assertThat(get(link(
                            "CIM_ElementConformsToProfile", "ConformantStandard", profile, "ManagedElement", WEB_1)))
                    .isEqualTo(references(WEB_1, filter("CIM_ElementConformsToProfile", null))
                            .get(0));
        }

        @Test
        void isNotFoundIfTheEndsAreNotLinked() {
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> get(link(
                            "CIM_SettingsDefineState",
                            "ManagedElement",
                            WEB_1,
                            "SettingData",
                            Fleet.setting("state", "web-2"))),
                    "CIM_SettingsDefineState");
        }

        @Test
        void isAnInvalidParameterIfAnEndIsOfAClassThatCannotBeThere() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(link("CIM_SettingsDefineState", "ManagedElement", WEB_1, "SettingData", Fleet.host())),
                    "Key SettingData of CIM_SettingsDefineState",
                    "Telvirt_HostSystem",
                    "not a CIM_SettingData");
        }

        @Test
        void isAnInvalidParameterIfAnEndIsOfNoClass() {
            CimInstancePath nothing = CimInstancePath.of(name("CIM_Nothing"));

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(link("CIM_SettingsDefineState", "ManagedElement", nothing, "SettingData", nothing)),
                    "class does not exist");
        }

        @Test
        void isAnInvalidParameterIfAnEndIsInNoNamespace() {
            CimInstancePath lost = WEB_1.in(CimNamespace.of("root/lost"));

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> get(link(
                            "CIM_SettingsDefineState",
                            "ManagedElement",
                            lost,
                            "SettingData",
                            Fleet.setting("state", "web-1"))),
                    "root/lost");
        }
    }
}
