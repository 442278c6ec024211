package org.telvirt.providers.host;

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

    public HostProfile(VirtualizationFacility facility) {
        this.provider = new SoleInstance(
                HostNames.TELVIRT_HOST_SYSTEM,
                () -> HostMapper.path(facility.host().uuid()),
                () -> HostMapper.toInstance(facility.host()));
        this.capabilities = new SoleInstance(
                HostNames.TELVIRT_HOST_CAPABILITIES,
                HostMapper::capabilitiesPath,
                () -> HostMapper.capabilities(facility.host()));
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
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(provider, capabilities),
                List.of(hosting, HostedService.capable(provider, capabilities)),
                List.of());
    }
}
