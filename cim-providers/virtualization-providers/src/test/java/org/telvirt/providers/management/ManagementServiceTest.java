package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.QualifierNames;
import org.telvirt.facility.SystemId;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ManagementReturn;
import org.telvirt.providers.element.StateChangeReturn;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.providers.settings.Reconfiguration;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 7")
class ManagementServiceTest extends ManagementBench {
    private static final String CAPABILITIES = "CIM_ElementCapabilities";

    @Test
    void theHostHostsTheServiceAndBothSayWhatItCanDo() throws Exception {
        CimInstance host = server.only("Telvirt_HostSystem");
        CimInstance service = server.only("CIM_VirtualSystemManagementService");
        CimInstance capabilities = server.only("CIM_VirtualSystemManagementCapabilities");

        assertThat(server.associators(host.path(), "CIM_HostedService", "Antecedent"))
                .contains(service);
        assertThat(server.associators(host.path(), CAPABILITIES, "ManagedElement"))
                .contains(capabilities);
        assertThat(server.associators(service.path(), CAPABILITIES, "ManagedElement"))
                .containsExactly(capabilities);
        assertThat(server.associators(capabilities.path(), CAPABILITIES, "Capabilities"))
                .containsExactlyInAnyOrder(host, service);
    }

    @Test
    void theServiceManagesEverySystem() throws Exception {
        SystemId id = bench.define("hlr-2");
        CimInstance service = server.only("CIM_VirtualSystemManagementService");

        assertThat(server.associators(service.path(), "CIM_ServiceAffectsElement", "AffectingElement"))
                .containsExactly(server.system(id));
        assertThat(server.references(service.path(), "CIM_ServiceAffectsElement"))
                .extracting(link -> link.value(ManagementNames.ELEMENT_EFFECTS))
                .containsOnly(CimValues.uint16s(5));
        assertThat(server.associators(SystemPath.of(id), "CIM_ServiceAffectsElement", "AffectedElement"))
                .contains(service);
    }

    /** The trap that others fell into: 10 is AddResources, and 1 is nothing at all. */
    @Test
    void theCapabilitiesListTheMethodsByTheirNumbers() throws Exception {
        CimInstance capabilities = server.only("CIM_VirtualSystemManagementCapabilities");

        assertThat(capabilities.value(ManagementNames.SYNCHRONOUS_METHODS_SUPPORTED))
                .isEqualTo(CimValues.uint16s(2, 3, 5, 6, 7, 10));
        assertThat(capabilities.value(ManagementNames.ASYNCHRONOUS_METHODS_SUPPORTED))
                .isEqualTo(CimValues.uint16s(3, 5, 6, 7, 10));
        assertThat(capabilities.value(ManagementNames.VIRTUAL_SYSTEM_TYPES_SUPPORTED))
                .isEqualTo(CimValues.texts("Telvirt:Simulated"));
        assertThat(capabilities.value(CapabilitiesNames.ELEMENT_NAME_EDIT_SUPPORTED))
                .isEqualTo(CimValues.bool(true));
    }

    @Test
    void aMethodThatIsDeclaredButNotOfferedIsNotAvailable() {
        assertThatThrownBy(() -> server.manage("StopService"))
                .isInstanceOfSatisfying(
                        CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.METHOD_NOT_AVAILABLE));
    }

    @Test
    void everyReturnValueIsInTheValueMapOfItsMethod() {
        CimClass service = CimSchema.classOf(ManagementNames.TELVIRT_SERVICE);
        for (ManagementMethod method : List.of(
                new DefineSystem(bench.facility()),
                new DestroySystem(bench.facility()),
                new ModifySystemSettings(new Reconfiguration(bench.facility())),
                new AddResourceSettings(new Reconfiguration(bench.facility())),
                new ModifyResourceSettings(new Reconfiguration(bench.facility())),
                new RemoveResourceSettings(new Reconfiguration(bench.facility())))) {
            Set<String> map = valueMap(service.method(method.name()));
            for (ManagementReturn value : ManagementReturn.values()) {
                boolean possible = value != ManagementReturn.INVALID_STATE || method.hasInvalidState();
                assertThat(map.contains(String.valueOf(value.code())))
                        .as(method.name() + " " + value)
                        .isEqualTo(possible);
            }
        }
    }

    @Test
    void everyReturnValueOfAStateChangeIsInItsValueMap() {
        for (String className : List.of("CIM_ComputerSystem", "CIM_ConcreteJob")) {
            CimMethod method = CimSchema.classOf(CimName.of(className)).method(CimName.of("RequestStateChange"));
            for (StateChangeReturn value : StateChangeReturn.values()) {
                assertThat(valueMap(method)).as(className).contains(String.valueOf(value.code()));
            }
        }
    }

    private static Set<String> valueMap(CimMethod method) {
        CimQualifier qualifier = method.qualifier(QualifierNames.VALUE_MAP);
        Set<String> values = new TreeSet<>();
        if (qualifier.value() instanceof CimValue.Array array) {
            array.elements().forEach(element -> values.add(((CimValue.Text) element).value()));
        }
        return values;
    }
}
