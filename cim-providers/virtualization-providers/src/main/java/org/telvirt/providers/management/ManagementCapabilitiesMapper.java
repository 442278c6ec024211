package org.telvirt.providers.management;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.NameCapabilities;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.VirtualSystemType;

/** What the management service can do on a host. */
final class ManagementCapabilitiesMapper {
    private static final int DEFINE_SYSTEM = 2;
    private static final int DESTROY_SYSTEM = 3;
    private static final int MODIFY_RESOURCE_SETTINGS = 5;
    private static final int MODIFY_SYSTEM_SETTINGS = 6;
    private static final int REMOVE_RESOURCES = 7;
    private static final int ADD_RESOURCES = 10;

    private static final CimValue SYNCHRONOUS = CimValues.uint16s(
            DEFINE_SYSTEM,
            DESTROY_SYSTEM,
            MODIFY_RESOURCE_SETTINGS,
            MODIFY_SYSTEM_SETTINGS,
            REMOVE_RESOURCES,
            ADD_RESOURCES);
    private static final CimValue ASYNCHRONOUS = CimValues.uint16s(
            DESTROY_SYSTEM, MODIFY_RESOURCE_SETTINGS, MODIFY_SYSTEM_SETTINGS, REMOVE_RESOURCES, ADD_RESOURCES);
    private static final CimValue NONE = CimValues.uint16s();

    private ManagementCapabilitiesMapper() {}

    static CimInstancePath path() {
        return CimInstancePath.of(
                ManagementNames.TELVIRT_CAPABILITIES,
                ElementNames.INSTANCE_ID,
                OrgId.prefix("VirtualSystemManagementCapabilities"));
    }

    static CimInstance toInstance(HostSystem host) {
        CimValue types = CimValues.texts(
                host.virtualizations().stream().map(VirtualSystemType::text).toList());
        CimInstance.Builder instance = CimInstance.of(ManagementNames.TELVIRT_CAPABILITIES)
                .withKeys(path())
                .with(ElementNames.ELEMENT_NAME, "Management of virtual systems on " + host.name())
                .with(ElementNames.CAPTION, "Capabilities of virtual system management")
                .with(ManagementNames.VIRTUAL_SYSTEM_TYPES_SUPPORTED, types)
                .with(ManagementNames.SYNCHRONOUS_METHODS_SUPPORTED, SYNCHRONOUS)
                .with(ManagementNames.ASYNCHRONOUS_METHODS_SUPPORTED, ASYNCHRONOUS)
                .with(ManagementNames.INDICATIONS_SUPPORTED, NONE);
        return NameCapabilities.addTo(instance).at(path());
    }
}
