package org.telvirt.providers.device;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.providers.settings.SettingsReader;

/** The place of a device in the order of booting; 0: it is not booted from. */
final class BootOrder {
    private static final int MOST = 0xFFFF;

    private BootOrder() {}

    static CimValue value(@Nullable Integer place) {
        return CimValues.uint16(place == null ? 0 : Math.min(place, MOST));
    }

    static @Nullable Integer read(SettingsReader settings, @Nullable Integer present) throws CimException {
        int place = settings.countOr(ResourceNames.BOOT_ORDER, present == null ? 0 : present, MOST);
        return place == 0 ? null : (Integer) place;
    }
}
