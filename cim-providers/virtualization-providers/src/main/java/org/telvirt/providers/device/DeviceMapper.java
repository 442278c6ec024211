package org.telvirt.providers.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.settings.SettingsReader;

/**
 * One sort of device and its settings, in both directions. Pure.
 *
 * @param <D> the device in a definition
 */
public interface DeviceMapper<D> {
    /** Those that a definition has. */
    List<D> in(DomainDefinition definition);

    /** The definition with these in place of its own. */
    DomainDefinition put(DomainDefinition definition, List<D> devices);

    /**
     * What names the device among its sort, whatever else changes.
     *
     * @param index its place, for devices that nothing else names
     */
    String name(D device, int index);

    /** ConsumerVisibility: 3, virtualized, or 2, a thing of the host that is passed through. */
    default int consumerVisibility() {
        return 3;
    }

    /** Adds what there is to say of the device, its ResourceType among it. */
    void describe(CimInstance.Builder settings, D device);

    /**
     * A device as the settings say.
     *
     * @param present the one to change, of which all that they do not say stays; null: a new one
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    D apply(@Nullable D present, SettingsReader settings) throws CimException;
}
