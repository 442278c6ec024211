package org.telvirt.providers.migration;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.host.HostedService;
import org.telvirt.providers.job.Answers;

/** The migration service, its capabilities, its default settings and what it acts on (DSP1081). */
public final class MigrationProfile {
    private static final HostedService SERVICE = new HostedService(
            MigrationNames.TELVIRT_SERVICE, "VirtualSystemMigrationService", "Migration of virtual systems");
    private static final int IS_DEFAULT = 1;

    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final InstanceProvider defaults;
    private final MigrationMethods methods;

    public MigrationProfile(VirtualizationFacility facility, Answers answers) {
        this.service = new SoleInstance(
                MigrationNames.TELVIRT_SERVICE,
                () -> SERVICE.path(facility.host()),
                () -> SERVICE.describe(facility.host()).at(SERVICE.path(facility.host())));
        this.capabilities = new SoleInstance(
                MigrationNames.TELVIRT_CAPABILITIES,
                MigrationCapabilitiesMapper::path,
                () -> MigrationCapabilitiesMapper.toInstance(facility.migrations()));
        this.defaults = new SoleInstance(
                MigrationNames.TELVIRT_SETTINGS, MigrationSettings::defaultsPath, MigrationSettings::defaults);
        this.methods = new MigrationMethods(facility, answers);
    }

    /** The service, which is the central instance of the profile. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host of the service
     * @param systems that it moves
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems) {
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(service, capabilities, defaults),
                List.of(
                        HostedService.hosting(hosts, service),
                        HostedService.managing(service, systems),
                        HostedService.capable(service, capabilities),
                        usual()),
                List.of(methods));
    }

    private AssociationProvider usual() {
        return Associations.of(MigrationNames.CIM_ELEMENT_SETTING_DATA)
                .from(MigrationNames.MANAGED_ELEMENT, service)
                .to(MigrationNames.SETTING_DATA, defaults)
                .with(CimProperty.of(MigrationNames.IS_DEFAULT, CimValues.uint16(IS_DEFAULT)))
                .everyToEvery();
    }
}
