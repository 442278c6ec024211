package org.telvirt.providers.host;

import java.util.UUID;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemNames;

/** The machine as a CIM_ComputerSystem. Its state is not for us to change. */
public final class HostMapper {
    private static final CimKey CLASS_KEY =
            new CimKey(ElementNames.CREATION_CLASS_NAME, CimValues.text(HostNames.TELVIRT_HOST_SYSTEM.toString()));

    private HostMapper() {}

    /** Where the host is. */
    public static CimInstancePath path(UUID uuid) {
        return CimInstancePath.of(
                HostNames.TELVIRT_HOST_SYSTEM,
                CLASS_KEY,
                new CimKey(ElementNames.NAME, CimValues.text(uuid.toString())));
    }

    static CimInstance toInstance(HostSystem host) {
        CimInstancePath path = path(host.uuid());
        return CimInstance.of(HostNames.TELVIRT_HOST_SYSTEM)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, host.name())
                .with(ElementNames.CAPTION, "Host of virtual systems")
                .with(ElementNames.DESCRIPTION, description(host))
                .with(SystemNames.NAME_FORMAT, "UUID")
                .with(SystemNames.DEDICATED, CimValues.uint16s(0))
                .with(
                        SystemNames.OTHER_IDENTIFYING_INFO,
                        CimValues.texts(host.uuid().toString(), host.name()))
                .with(SystemNames.IDENTIFYING_DESCRIPTIONS, CimValues.texts("UUID", "Host name"))
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(2))
                .with(ElementNames.AVAILABLE_REQUESTED_STATES, CimValues.uint16s())
                .with(ElementNames.TIME_OF_LAST_STATE_CHANGE, CimValues.dateTime(CimDateTime.ZERO_INTERVAL))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(12))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(5))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(12))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.OPERATING_STATUS, CimValues.uint16(16))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1))
                .at(path);
    }

    static CimInstancePath capabilitiesPath() {
        return CimInstancePath.of(
                HostNames.TELVIRT_HOST_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix("HostCapabilities"));
    }

    /** What the host allows to be done with itself: nothing. */
    static CimInstance capabilities(HostSystem host) {
        return CimInstance.of(HostNames.TELVIRT_HOST_CAPABILITIES)
                .withKeys(capabilitiesPath())
                .with(ElementNames.ELEMENT_NAME, host.name())
                .with(ElementNames.CAPTION, "State changes of the host")
                .with(CapabilitiesNames.REQUESTED_STATES_SUPPORTED, CimValues.uint16s())
                .with(CapabilitiesNames.ELEMENT_NAME_EDIT_SUPPORTED, CimValues.bool(false))
                .at(capabilitiesPath());
    }

    private static String description(HostSystem host) {
        return host.architecture() + ", " + host.processors() + " x " + host.processorModel() + ", " + host.memory()
                + ", " + host.engine();
    }
}
