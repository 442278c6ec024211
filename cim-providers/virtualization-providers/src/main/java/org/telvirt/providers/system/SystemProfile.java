package org.telvirt.providers.system;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;

/** Virtual systems, their state changes and their capabilities (DSP1057). */
public final class SystemProfile {
    private final SystemProvider systems;
    private final SystemCapabilitiesProvider capabilities;
    private final StateChange stateChange;

    public SystemProfile(VirtualizationFacility facility, TransitionRequests requests) {
        this.systems = new SystemProvider(facility);
        this.capabilities = new SystemCapabilitiesProvider(facility);
        this.stateChange = new StateChange(systems, requests);
    }

    /** The virtual systems. */
    public InstanceProvider systems() {
        return systems;
    }

    /** The providers. */
    public ProviderSet providers() {
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(systems, capabilities),
                List.of(systemCapabilities()),
                List.of(stateChange));
    }

    private AssociationProvider systemCapabilities() {
        return Associations.of(CapabilitiesNames.CIM_ELEMENT_CAPABILITIES)
                .from(CapabilitiesNames.MANAGED_ELEMENT, systems)
                .to(CapabilitiesNames.CAPABILITIES, capabilities)
                .oneToOne((system, context) -> capabilitiesOf(system), (path, context) -> systemOf(path));
    }

    private static @Nullable CimInstancePath capabilitiesOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return id == null ? null : SystemCapabilitiesMapper.path(id);
    }

    private static @Nullable CimInstancePath systemOf(CimInstancePath path) {
        SystemId id = SystemCapabilitiesMapper.id(path);
        return id == null ? null : SystemPath.of(id);
    }
}
