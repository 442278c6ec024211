package org.telvirt.providers.boot;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.boot.BootConfigId.SourceId;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.host.HostedService;
import org.telvirt.providers.job.Answers;

/** The boot service of the host, and what each virtual system boots from (DSP1012). */
public final class BootProfile {
    private static final HostedService SERVICE =
            new HostedService(BootNames.TELVIRT_SERVICE, "BootService", "Boot control of virtual systems");

    private final BootConfigurations configurations;
    private final BootConfigProvider configs;
    private final BootSourceProvider sources;
    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final BootOrderChange orderChange;
    private final BootUsageChange usageChange;

    public BootProfile(VirtualizationFacility facility, Answers answers) {
        this.configurations = new BootConfigurations(facility);
        this.configs = new BootConfigProvider(configurations);
        this.sources = new BootSourceProvider(configurations);
        this.service = new SoleInstance(
                BootNames.TELVIRT_SERVICE,
                () -> SERVICE.path(facility.host()),
                () -> SERVICE.describe(facility.host()).at(SERVICE.path(facility.host())));
        this.capabilities = new SoleInstance(
                BootNames.TELVIRT_CAPABILITIES,
                BootMapper::capabilitiesPath,
                () -> BootMapper.capabilities(facility.host()));
        this.orderChange = new BootOrderChange(facility, configurations, answers);
        this.usageChange = new BootUsageChange(facility, configurations, answers);
    }

    /** The boot configurations. */
    public InstanceProvider configurations() {
        return configs;
    }

    /** The boot service. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host of the service
     * @param systems that boot
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems) {
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(service, capabilities, configs, sources),
                List.of(
                        HostedService.hosting(hosts, service),
                        HostedService.managing(service, systems),
                        HostedService.capable(service, capabilities),
                        used(systems),
                        ordered()),
                List.of(orderChange, usageChange));
    }

    private AssociationProvider used(InstanceProvider systems) {
        return Associations.of(BootNames.CIM_ELEMENT_SETTING_DATA)
                .from(BootNames.MANAGED_ELEMENT, systems)
                .to(BootNames.SETTING_DATA, configs)
                .with((system, config, context) -> role(Objects.requireNonNull(BootConfigId.of(config))))
                .oneToMany((system, context) -> configsOf(system), (config, context) -> systemOf(config));
    }

    private List<CimProperty> role(BootConfigId id) {
        return BootMapper.role(id, configurations.hasNext(id.system()), configurations.isCurrent(id));
    }

    private List<CimInstancePath> configsOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return id == null
                ? List.of()
                : configurations.of(id).stream().map(BootConfigId::path).toList();
    }

    private static @Nullable CimInstancePath systemOf(CimInstancePath config) {
        BootConfigId id = BootConfigId.of(config);
        return id == null ? null : SystemPath.of(id.system());
    }

    private AssociationProvider ordered() {
        return Associations.of(BootNames.CIM_ORDERED_COMPONENT)
                .from(BootNames.GROUP_COMPONENT, configs)
                .to(BootNames.PART_COMPONENT, sources)
                .with((config, source, context) -> place(source))
                .oneToMany(
                        (config, context) -> sources.paths(Objects.requireNonNull(BootConfigId.of(config))),
                        (source, context) -> Objects.requireNonNull(SourceId.of(source))
                                .config()
                                .path());
    }

    private List<CimProperty> place(CimInstancePath path) {
        SourceId id = SourceId.of(path);
        BootSource source = id == null ? null : configurations.source(id);
        return source == null ? List.of() : BootMapper.place(source.place());
    }
}
