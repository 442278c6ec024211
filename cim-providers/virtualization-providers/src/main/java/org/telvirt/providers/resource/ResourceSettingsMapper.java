package org.telvirt.providers.resource;

import java.util.function.Consumer;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
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
     * @param origin adds where it comes from
     */
    static CimInstance toInstance(
            ResourceKind kind,
            ConfigurationId configuration,
            DomainDefinition definition,
            String device,
            Consumer<CimInstance.Builder> origin) {
        CimInstancePath path = new ResourceId(configuration, device).path(kind);
        CimInstance.Builder settings = CimInstance.of(kind.className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, definition.name() + ": " + device)
                .with(SettingsNames.CONFIGURATION_NAME, configuration.word())
                .with(SettingsNames.CHANGEABLE_TYPE, SystemSettingsMapper.changeableType(configuration))
                .with(ResourceNames.AUTOMATIC_ALLOCATION, TRUE)
                .with(ResourceNames.AUTOMATIC_DEALLOCATION, TRUE)
                .with(ResourceNames.CONSUMER_VISIBILITY, CimValues.uint16(kind.consumerVisibility()));
        kind.describe(settings, definition, device);
        origin.accept(settings);
        return settings.at(path);
    }
}
