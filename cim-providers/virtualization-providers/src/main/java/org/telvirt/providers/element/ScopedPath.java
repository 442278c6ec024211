package org.telvirt.providers.element;

import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Paths of what belongs to a system: the two keys of the system, its own class and its own name. */
public final class ScopedPath {
    private ScopedPath() {}

    /**
     * Where an element of a system is.
     *
     * @param system with the keys CreationClassName and Name
     * @param key what the class calls the name of its elements: DeviceID or Name
     */
    public static CimInstancePath of(CimInstancePath system, CimName className, CimName key, String name) {
        return CimInstancePath.of(
                className,
                new CimKey(ElementNames.SYSTEM_CREATION_CLASS_NAME, text(system.className())),
                new CimKey(ElementNames.SYSTEM_NAME, present(system, ElementNames.NAME)),
                new CimKey(ElementNames.CREATION_CLASS_NAME, text(className)),
                new CimKey(key, CimValues.text(name)));
    }

    private static CimValue text(CimName name) {
        return CimValues.text(name.toString());
    }

    private static CimValue present(CimInstancePath path, CimName key) {
        CimValue value = path.key(key);
        if (value == null) {
            throw new IllegalArgumentException(path + " has no key " + key);
        }
        return value;
    }
}
