package org.telvirt.providers.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.DeviceMapper;
import org.telvirt.providers.settings.SettingsReader;

/**
 * Resources of which a definition has any number.
 *
 * @param <D> the device in a definition
 * @param inputClasses its own class first
 * @param prefix begins the names of its devices, such as {@code disk/}
 */
record DeviceKind<D>(List<CimName> inputClasses, String word, String prefix, Set<Integer> types, DeviceMapper<D> mapper)
        implements ResourceKind {

    @Override
    public CimName className() {
        return inputClasses.get(0);
    }

    @Override
    public boolean hasType(int resourceType) {
        return types.contains(resourceType);
    }

    @Override
    public boolean canName(String device) {
        return device.startsWith(prefix);
    }

    @Override
    public boolean isSingle() {
        return false;
    }

    @Override
    public int consumerVisibility() {
        return mapper.consumerVisibility();
    }

    @Override
    public List<String> devices(DomainDefinition definition) {
        List<D> all = mapper.in(definition);
        List<String> names = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            names.add(prefix + mapper.name(all.get(i), i));
        }
        return names;
    }

    @Override
    public void describe(CimInstance.Builder settings, DomainDefinition definition, String device) {
        mapper.describe(settings, mapper.in(definition).get(index(definition, device)));
    }

    private int index(DomainDefinition definition, String device) {
        return devices(definition).indexOf(device);
    }

    @Override
    public DomainDefinition with(DomainDefinition definition, SettingsReader settings) throws CimException {
        List<D> all = new ArrayList<>(mapper.in(definition));
        all.add(mapper.apply(null, settings));
        return mapper.put(definition, all);
    }

    @Override
    public DomainDefinition modified(DomainDefinition definition, String device, SettingsReader settings)
            throws CimException {
        List<D> all = new ArrayList<>(mapper.in(definition));
        int index = index(definition, device);
        D changed = mapper.apply(all.get(index), settings);
        String name = prefix + mapper.name(changed, index);
        if (!name.equals(device) && devices(definition).contains(name)) {
            throw settings.refuse(
                    "there is a " + word + " " + name + " already; give another or change that one first");
        }
        all.set(index, changed);
        return mapper.put(definition, all);
    }

    @Override
    public DomainDefinition without(DomainDefinition definition, Collection<String> devices) {
        List<D> all = mapper.in(definition);
        List<String> names = devices(definition);
        List<D> left = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (!devices.contains(names.get(i))) {
                left.add(all.get(i));
            }
        }
        return mapper.put(definition, left);
    }

    @Override
    public boolean isSame(DomainDefinition one, DomainDefinition other, String device) {
        D left = find(one, device);
        return left != null && left.equals(find(other, device));
    }

    private @Nullable D find(DomainDefinition definition, String device) {
        int index = index(definition, device);
        return index < 0 ? null : mapper.in(definition).get(index);
    }
}
