package org.telvirt.providers.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;

/** The host and the virtual systems on it (DSP1042). */
public final class HostProfile {
    private final InstanceProvider provider;
    private final InstanceProvider capabilities;
    private final List<InstanceProvider> devices;

    public HostProfile(VirtualizationFacility facility) {
        this.provider = new SoleInstance(
                HostNames.TELVIRT_HOST_SYSTEM,
                () -> HostMapper.path(facility.host().uuid()),
                () -> HostMapper.toInstance(facility.host()));
        this.capabilities = new SoleInstance(
                HostNames.TELVIRT_HOST_CAPABILITIES,
                HostMapper::capabilitiesPath,
                () -> HostMapper.capabilities(facility.host()));
        this.devices = List.of(
                new SoleInstance(
                        HostNames.TELVIRT_HOST_MEMORY,
                        () -> HostDeviceKind.memoryPath(facility.host()),
                        () -> HostDeviceKind.memory(facility.host())),
                new HostDeviceProvider(HostDeviceKind.DISK, facility),
                new HostDeviceProvider(HostDeviceKind.NETWORK_PORT, facility));
    }

    /** The host. */
    public InstanceProvider hosts() {
        return provider;
    }

    /**
     * The providers.
     *
     * @param systems the virtual systems, all of which the host hosts
     */
    public ProviderSet providers(InstanceProvider systems) {
        AssociationProvider hosting = Associations.of(HostNames.CIM_HOSTED_DEPENDENCY)
                .from(ElementNames.ANTECEDENT, provider)
                .to(ElementNames.DEPENDENT, systems)
                .everyToEvery();
        List<AssociationProvider> associations = new ArrayList<>();
        associations.add(hosting);
        associations.add(HostedService.capable(provider, capabilities));
        devices.forEach(device -> associations.add(Associations.of(HostNames.CIM_SYSTEM_DEVICE)
                .from(HostNames.GROUP_COMPONENT, provider)
                .to(HostNames.PART_COMPONENT, device)
                .everyToEvery()));
        List<InstanceProvider> instances = new ArrayList<>(List.of(provider, capabilities));
        instances.addAll(devices);
        return new ProviderSet(Set.of(Namespaces.VIRT), instances, associations, List.of());
    }
}
