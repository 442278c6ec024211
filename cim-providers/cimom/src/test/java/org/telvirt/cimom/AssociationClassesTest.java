package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.14", "DSP0200 5.4.2.15", "DSP0200 5.4.2.16", "DSP0200 5.4.2.17"})
class AssociationClassesTest {
    private final TestServer server = TestServer.of(new Fleet());

    private static AssociationFilter filter(
            @Nullable String association, @Nullable String result, @Nullable String role, @Nullable String resultRole) {
        return new AssociationFilter(of(association), of(result), of(role), of(resultRole));
    }

    private static @Nullable CimName of(@Nullable String text) {
        return text == null ? null : name(text);
    }

    private List<String> references(String source, AssociationFilter filter) throws CimException {
        return server.execute(new ReferenceClassPaths(FleetNames.ROOT_VIRT, name(source), filter))
                .map(path -> path.className().toString())
                .toList();
    }

    private List<String> associators(String source, AssociationFilter filter) throws CimException {
        return server.execute(new AssociatorClassPaths(FleetNames.ROOT_VIRT, name(source), filter))
                .map(path -> path.className().toString())
                .toList();
    }

    @Test
    void referencesAreTheAssociationsDeclaredForTheClassOrItsAncestors() throws CimException {
        assertThat(references("Telvirt_ComputerSystem", AssociationFilter.ANY))
                .contains("CIM_SettingsDefineState", "CIM_SystemDevice", "CIM_HostedDependency")
                .doesNotContain("Test_NextGauge", "CIM_NamespaceInManager")
                .doesNotHaveDuplicates();
        assertThat(references("Test_Gauge", AssociationFilter.ANY)).containsExactly("Test_NextGauge");
    }

    @Test
    void referencesAreFilteredByClassAndRole() throws CimException {
        assertThat(references("Telvirt_ComputerSystem", filter(null, "CIM_SystemDevice", null, null)))
                .containsExactly("CIM_SystemDevice");
        assertThat(references("Telvirt_ComputerSystem", filter(null, "CIM_SystemDevice", "PartComponent", null)))
                .isEmpty();
    }

    @Test
    void associatorsAreTheClassesDeclaredForTheOtherEnds() throws CimException {
        assertThat(associators("Telvirt_ComputerSystem", filter("CIM_SystemDevice", null, "groupcomponent", null)))
                .containsExactly("CIM_LogicalDevice");
        assertThat(associators("Test_Gauge", AssociationFilter.ANY)).containsExactly("Test_Gauge");
        assertThat(associators("Telvirt_ComputerSystem", filter(null, "CIM_LogicalDevice", null, null)))
                .contains("CIM_LogicalDevice")
                .doesNotContain("CIM_SettingData");
        assertThat(associators("Telvirt_ComputerSystem", filter("CIM_SystemDevice", null, null, "GroupComponent")))
                .isEmpty();
    }

    @Test
    void classesComeWithTheirFullPathsAndTrimmed() throws CimException {
        LocatedClass found = server.execute(new ReferenceClasses(
                        FleetNames.ROOT_VIRT, FleetNames.GAUGE, AssociationFilter.ANY, ClassView.ALL))
                .toList()
                .get(0);

        assertThat(found.path()).hasToString("//vf.example:5989/root/virt:Test_NextGauge");
        assertThat(found.definition().isAssociation()).isTrue();
        assertThat(server.execute(new AssociatorClasses(
                                FleetNames.ROOT_VIRT,
                                FleetNames.GAUGE,
                                AssociationFilter.ANY,
                                new ClassView(false, false, false, null)))
                        .toList())
                .singleElement()
                .satisfies(gauge -> assertThat(
                                gauge.definition().property(name("Number")).qualifiers())
                        .isEmpty());
    }

    @Test
    void unknownClassesAreInvalidParameters() {
        assertFails(CimStatus.INVALID_PARAMETER, () -> references("CIM_Nothing", AssociationFilter.ANY), "CIM_Nothing");
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> associators("Test_Gauge", filter("CIM_Nothing", null, null, null)),
                "CIM_Nothing");
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> associators("Test_Gauge", filter(null, "CIM_Nothing", null, null)),
                "CIM_Nothing");
    }
}
