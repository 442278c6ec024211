package org.telvirt.providers.management;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.host.HostMapper;

/** The management service of a host. It is there as long as Telvirt is, and cannot be stopped by itself. */
final class ServiceMapper {
    private static final String NAME = "VirtualSystemManagementService";

    private ServiceMapper() {}

    static CimInstancePath path(HostSystem host) {
        CimInstancePath system = HostMapper.path(host.uuid());
        return CimInstancePath.of(
                ManagementNames.TELVIRT_SERVICE,
                key(ElementNames.SYSTEM_CREATION_CLASS_NAME, system.className().toString()),
                key(ElementNames.SYSTEM_NAME, host.uuid().toString()),
                key(ElementNames.CREATION_CLASS_NAME, ManagementNames.TELVIRT_SERVICE.toString()),
                key(ElementNames.NAME, NAME));
    }

    private static CimKey key(CimName name, String value) {
        return new CimKey(name, CimValues.text(value));
    }

    static CimInstance toInstance(HostSystem host) {
        CimInstancePath path = path(host);
        return CimInstance.of(ManagementNames.TELVIRT_SERVICE)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, "Management of virtual systems on " + host.name())
                .with(ElementNames.CAPTION, "Virtual system management")
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(2))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(12))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(2))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(12))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1))
                .with(ManagementNames.STARTED, CimValues.bool(true))
                .at(path);
    }
}
