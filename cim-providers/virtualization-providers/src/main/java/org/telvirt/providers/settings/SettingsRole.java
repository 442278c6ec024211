package org.telvirt.providers.settings;

import java.util.List;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;

/** What CIM_ElementSettingData says of defined settings beside those that are so now. */
public final class SettingsRole {
    private static final List<CimProperty> CURRENT = properties(1);
    private static final List<CimProperty> PENDING = properties(2);

    private SettingsRole() {}

    /**
     * The next start uses them, as every start does; they are current when what is so now is the same, so that a client
     * sees what waits for the next start.
     */
    public static List<CimProperty> defined(boolean current) {
        return current ? CURRENT : PENDING;
    }

    private static List<CimProperty> properties(int isCurrent) {
        return List.of(
                CimProperty.of(SettingsNames.IS_DEFAULT, CimValues.uint16(1)),
                CimProperty.of(SettingsNames.IS_CURRENT, CimValues.uint16(isCurrent)),
                CimProperty.of(SettingsNames.IS_NEXT, CimValues.uint16(1)));
    }
}
