package org.telvirt.providers.settings;

import java.util.List;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;

/**
 * What CIM_ElementSettingData says of settings beside those that are so now. The next start uses those with IsNext 3,
 * else those with IsNext 1 (DSP1057 7.3.11).
 */
public final class SettingsRole {
    private static final int YES = 1;
    private static final int NO = 2;
    private static final int ONCE = 3;

    private static final List<CimProperty> CURRENT = properties(YES, YES, YES);
    private static final List<CimProperty> PENDING = properties(YES, NO, YES);
    private static final List<CimProperty> CURRENT_ONCE = properties(NO, YES, ONCE);
    private static final List<CimProperty> PENDING_ONCE = properties(NO, NO, ONCE);

    private SettingsRole() {}

    /**
     * The role of the settings in a configuration that a start uses; they are current when what is so now is the same, so
     * that a client sees what waits for the next start.
     */
    public static List<CimProperty> of(ConfigurationId configuration, boolean current) {
        if (configuration.isNext()) {
            return current ? CURRENT_ONCE : PENDING_ONCE;
        }
        return current ? CURRENT : PENDING;
    }

    private static List<CimProperty> properties(int isDefault, int isCurrent, int isNext) {
        return List.of(
                CimProperty.of(SettingsNames.IS_DEFAULT, CimValues.uint16(isDefault)),
                CimProperty.of(SettingsNames.IS_CURRENT, CimValues.uint16(isCurrent)),
                CimProperty.of(SettingsNames.IS_NEXT, CimValues.uint16(isNext)));
    }
}
