package org.telvirt.providers.management;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.settings.Reconfiguration;

/** The management service, its capabilities and what it acts on (DSP1042). */
public final class ManagementProfile {
    private static final int MANAGES = 5;

    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final ManagementMethods methods;

    public ManagementProfile(VirtualizationFacility facility, Answers answers) {
        this.service = new SoleInstance(
                ManagementNames.TELVIRT_SERVICE,
                () -> ServiceMapper.path(facility.host()),
                () -> ServiceMapper.toInstance(facility.host()));
        this.capabilities = new SoleInstance(
                ManagementNames.TELVIRT_CAPABILITIES,
                ManagementCapabilitiesMapper::path,
                () -> ManagementCapabilitiesMapper.toInstance(facility.host()));
        Reconfiguration reconfiguration = new Reconfiguration(facility);
        this.methods = new ManagementMethods(
                facility,
                answers,
                List.of(
                        new CheckSystems(facility),
                        new DefineSystem(facility),
                        new DestroySystem(facility),
                        new ModifySystemSettings(reconfiguration),
                        new AddResourceSettings(reconfiguration),
                        new ModifyResourceSettings(reconfiguration),
                        new RemoveResourceSettings(reconfiguration)));
    }

    /** The service. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host of the service
     * @param systems the virtual systems, which the service manages
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems) {
        AssociationProvider hosting = Associations.of(ManagementNames.CIM_HOSTED_SERVICE)
                .from(ElementNames.ANTECEDENT, hosts)
                .to(ElementNames.DEPENDENT, service)
                .everyToEvery();
        AssociationProvider managing = Associations.of(ManagementNames.CIM_SERVICE_AFFECTS_ELEMENT)
                .from(ManagementNames.AFFECTED_ELEMENT, systems)
                .to(ManagementNames.AFFECTING_ELEMENT, service)
                .with(CimProperty.of(ManagementNames.ELEMENT_EFFECTS, CimValues.uint16s(MANAGES)))
                .everyToEvery();
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(service, capabilities),
                List.of(hosting, managing, capabilitiesOf(hosts), capabilitiesOf(service)),
                List.of(methods));
    }

    private AssociationProvider capabilitiesOf(InstanceProvider elements) {
        CimName association = CapabilitiesNames.CIM_ELEMENT_CAPABILITIES;
        return Associations.of(association)
                .from(CapabilitiesNames.MANAGED_ELEMENT, elements)
                .to(CapabilitiesNames.CAPABILITIES, capabilities)
                .everyToEvery();
    }
}
