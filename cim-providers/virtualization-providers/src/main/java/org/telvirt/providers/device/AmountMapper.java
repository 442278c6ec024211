package org.telvirt.providers.device;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.settings.SettingsReader;

/** A resource of which a definition has one amount, and its settings, in both directions. Pure. */
public interface AmountMapper {
    /** Adds what the definition says of it. */
    void describe(CimInstance.Builder settings, DomainDefinition definition);

    /**
     * The definition with what the settings say; what they do not say stays.
     *
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException;

    /** The amount, to compare it. */
    Object amount(DomainDefinition definition);
}
