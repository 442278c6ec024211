package org.telvirt.providers.element;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** What capabilities say of the names that virtual systems may have; the facility's own rules are stricter in bytes. */
public final class NameCapabilities {
    /** Characters. */
    public static final int MAX_LENGTH = 200;

    private static final CimValue MASK = CimValues.text("^[^/\\x00-\\x1F\\x7F]{1," + MAX_LENGTH + "}$");
    private static final CimValue LENGTH = CimValues.uint16(MAX_LENGTH);

    private NameCapabilities() {}

    /** Adds the three properties that say so. */
    public static CimInstance.Builder addTo(CimInstance.Builder instance) {
        return instance.with(CapabilitiesNames.ELEMENT_NAME_EDIT_SUPPORTED, CimValues.bool(true))
                .with(CapabilitiesNames.MAX_ELEMENT_NAME_LEN, LENGTH)
                .with(CapabilitiesNames.ELEMENT_NAME_MASK, MASK);
    }
}
