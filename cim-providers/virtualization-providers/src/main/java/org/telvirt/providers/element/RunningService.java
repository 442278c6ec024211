package org.telvirt.providers.element;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;

/**
 * A service of the host that is there as long as Telvirt is, and cannot be stopped by itself.
 *
 * @param name its key on the host
 * @param caption what it is, for people
 */
public record RunningService(CimName className, String name, String caption) {
    private static final CimName STARTED = CimName.of("Started");
    private static final String HOST_CLASS = "Telvirt_HostSystem";

    /** Where it is. */
    public CimInstancePath path(HostSystem host) {
        return CimInstancePath.of(
                className,
                key(ElementNames.SYSTEM_CREATION_CLASS_NAME, HOST_CLASS),
                key(ElementNames.SYSTEM_NAME, host.uuid().toString()),
                key(ElementNames.CREATION_CLASS_NAME, className.toString()),
                key(ElementNames.NAME, name));
    }

    private static CimKey key(CimName name, String value) {
        return new CimKey(name, CimValues.text(value));
    }

    public CimInstance toInstance(HostSystem host) {
        CimInstancePath path = path(host);
        return CimInstance.of(className)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, caption + " on " + host.name())
                .with(ElementNames.CAPTION, caption)
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(2))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(12))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(2))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(12))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1))
                .with(STARTED, CimValues.bool(true))
                .at(path);
    }
}
