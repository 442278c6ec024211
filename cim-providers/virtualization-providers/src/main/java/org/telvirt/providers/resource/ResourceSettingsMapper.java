package org.telvirt.providers.resource;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.SettingsNames;
import org.telvirt.providers.settings.SystemSettingsMapper;

/** What the settings of every kind of resource have. */
final class ResourceSettingsMapper {
    private static final CimValue TRUE = CimValues.bool(true);

    private ResourceSettingsMapper() {}

    /**
     * The settings of a resource that the definition has.
     *
     * @param pool that it comes from; null: from none
     */
    static CimInstance toInstance(
            ResourceKind kind,
            ConfigurationId configuration,
            DomainDefinition definition,
            String device,
            @Nullable PoolId pool) {
        CimInstancePath path = new ResourceId(configuration, device).path(kind);
        CimInstance.Builder settings = CimInstance.of(kind.className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, definition.name() + ": " + device)
                .with(SettingsNames.CONFIGURATION_NAME, configuration.word())
                .with(SettingsNames.CHANGEABLE_TYPE, SystemSettingsMapper.changeableType(configuration))
                .with(ResourceNames.POOL_ID, pool == null ? null : pool.toString())
                .with(ResourceNames.AUTOMATIC_ALLOCATION, TRUE)
                .with(ResourceNames.AUTOMATIC_DEALLOCATION, TRUE)
                .with(ResourceNames.CONSUMER_VISIBILITY, CimValues.uint16(kind.consumerVisibility()));
        kind.describe(settings, definition, device);
        return settings.at(path);
    }
}
