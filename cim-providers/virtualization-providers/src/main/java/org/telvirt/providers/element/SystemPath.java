package org.telvirt.providers.element;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;

/** Where virtual systems are: by UUID, so that a path outlives every change of name. */
public final class SystemPath {
    public static final CimName TELVIRT_COMPUTER_SYSTEM = CimName.of("Telvirt_ComputerSystem");

    private static final CimKey CLASS_KEY =
            new CimKey(ElementNames.CREATION_CLASS_NAME, CimValues.text(TELVIRT_COMPUTER_SYSTEM.toString()));

    private SystemPath() {}

    /** Where the virtual system is. */
    public static CimInstancePath of(SystemId id) {
        return CimInstancePath.of(
                TELVIRT_COMPUTER_SYSTEM, CLASS_KEY, new CimKey(ElementNames.NAME, CimValues.text(id.toString())));
    }

    /** The virtual system that can be at this path; null: none can. */
    public static @Nullable SystemId id(CimInstancePath path) {
        CimValue creationClass = path.key(ElementNames.CREATION_CLASS_NAME);
        String name = path.text(ElementNames.NAME);
        return name != null && CLASS_KEY.value().equals(creationClass) ? id(name) : null;
    }

    /** The virtual system that this text names in its canonical form; null: it has another form. */
    public static @Nullable SystemId id(String text) {
        SystemId id = SystemId.parse(text);
        return id != null && id.toString().equals(text) ? id : null;
    }
}
