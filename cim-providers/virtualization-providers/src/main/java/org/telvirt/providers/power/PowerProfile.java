package org.telvirt.providers.power;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.host.HostedService;
import org.telvirt.providers.system.TransitionRequests;

/** The power service of the host, its capabilities, and the power of each virtual system (DSP1027). */
public final class PowerProfile {
    private static final HostedService SERVICE =
            new HostedService(PowerNames.TELVIRT_SERVICE, "PowerManagementService", "Power control of virtual systems");

    private final VirtualizationFacility facility;
    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final PowerStateChange methods;

    public PowerProfile(VirtualizationFacility facility, TransitionRequests requests) {
        this.facility = facility;
        this.service = new SoleInstance(
                PowerNames.TELVIRT_SERVICE,
                () -> SERVICE.path(facility.host()),
                () -> SERVICE.describe(facility.host()).at(SERVICE.path(facility.host())));
        this.capabilities = new SoleInstance(
                PowerNames.TELVIRT_CAPABILITIES,
                PowerMapper::capabilitiesPath,
                () -> PowerMapper.capabilities(facility.host()));
        this.methods = new PowerStateChange(facility, requests);
    }

    /** The service. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host of the service
     * @param systems whose power it switches
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems) {
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(service, capabilities),
                List.of(
                        HostedService.hosting(hosts, service),
                        HostedService.managing(service, systems),
                        HostedService.capable(service, capabilities),
                        power(systems)),
                List.of(methods));
    }

    private AssociationProvider power(InstanceProvider systems) {
        return Associations.of(PowerNames.CIM_ASSOCIATED_POWER_MANAGEMENT_SERVICE)
                .from(PowerNames.USER_OF_SERVICE, systems)
                .to(PowerNames.SERVICE_PROVIDED, service)
                .with((system, same, context) -> powerOf(system))
                .everyToEvery();
    }

    private List<CimProperty> powerOf(CimInstancePath path) {
        SystemId id = SystemPath.id(path);
        VirtualSystem system = id == null ? null : facility.system(id);
        return system == null ? List.of() : PowerMapper.power(system, facility.availableTransitions(system.id()));
    }
}
