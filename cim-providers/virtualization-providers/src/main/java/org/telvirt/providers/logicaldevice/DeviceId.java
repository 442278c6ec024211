package org.telvirt.providers.logicaldevice;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.SystemId;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.element.SystemPath;

/**
 * Names a device of a virtual system, whatever the system is called and however often it starts.
 *
 * @param name the DeviceID, such as {@code disk/vda}
 */
record DeviceId(SystemId system, String name) {
    /** Where the device is. */
    CimInstancePath path(CimName className) {
        return ScopedPath.of(SystemPath.of(system), className, DeviceNames.DEVICE_ID, name);
    }

    /** The device of this class that can be at this path; null: none can. */
    static @Nullable DeviceId of(CimInstancePath path, CimName className) {
        return of(path, className, DeviceNames.DEVICE_ID);
    }

    /** What carries the name of a device and can be at this path; null: nothing can. */
    static @Nullable DeviceId of(CimInstancePath path, CimName className, CimName key) {
        String systemName = path.text(ElementNames.SYSTEM_NAME);
        String name = path.text(key);
        SystemId system = systemName == null ? null : SystemPath.id(systemName);
        if (system == null || name == null) {
            return null;
        }
        CimInstancePath canonical = ScopedPath.of(SystemPath.of(system), className, key, name);
        return canonical.equals(path.in(null).on(null)) ? new DeviceId(system, name) : null;
    }
}
