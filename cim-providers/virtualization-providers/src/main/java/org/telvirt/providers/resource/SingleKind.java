package org.telvirt.providers.resource;

import java.util.Collection;
import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.AmountMapper;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.settings.SettingsReader;

/**
 * A resource of which every definition has one amount: processors, memory.
 *
 * @param inputClasses its own class first
 * @param device its name in every configuration
 */
record SingleKind(List<CimName> inputClasses, String word, String device, int type, AmountMapper mapper)
        implements ResourceKind {

    @Override
    public CimName className() {
        return inputClasses.get(0);
    }

    @Override
    public boolean hasType(int resourceType) {
        return type == resourceType;
    }

    @Override
    public boolean canName(String name) {
        return device.equals(name);
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public int consumerVisibility() {
        return 3;
    }

    @Override
    public List<String> devices(DomainDefinition definition) {
        return List.of(device);
    }

    @Override
    public void describe(CimInstance.Builder settings, DomainDefinition definition, String name) {
        settings.with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(type));
        mapper.describe(settings, definition);
    }

    @Override
    public DomainDefinition with(DomainDefinition definition, SettingsReader settings) throws CimException {
        return mapper.apply(definition, settings);
    }

    @Override
    public DomainDefinition modified(DomainDefinition definition, String name, SettingsReader settings)
            throws CimException {
        return mapper.apply(definition, settings);
    }

    @Override
    public DomainDefinition without(DomainDefinition definition, Collection<String> devices) {
        return definition;
    }

    @Override
    public boolean isSame(DomainDefinition one, DomainDefinition other, String name) {
        return mapper.amount(one).equals(mapper.amount(other));
    }
}
