package org.telvirt.providers.vswitch;

import org.telvirt.cim.CimName;

/** The classes and properties of virtual switches. */
final class SwitchNames {
    static final CimName CIM_ACTIVE_CONNECTION = CimName.of("CIM_ActiveConnection");
    static final CimName CIM_DEVICE_SAP_IMPLEMENTATION = CimName.of("CIM_DeviceSAPImplementation");
    static final CimName CIM_HOSTED_ACCESS_POINT = CimName.of("CIM_HostedAccessPoint");
    static final CimName CIM_HOSTED_DEPENDENCY = CimName.of("CIM_HostedDependency");
    static final CimName CIM_SETTINGS_DEFINE_STATE = CimName.of("CIM_SettingsDefineState");
    static final CimName CIM_SYSTEM_DEVICE = CimName.of("CIM_SystemDevice");
    static final CimName TELVIRT_ENDPOINT = CimName.of("Telvirt_SwitchLANEndpoint");
    static final CimName TELVIRT_PORT = CimName.of("Telvirt_EthernetSwitchPort");
    static final CimName TELVIRT_SETTINGS = CimName.of("Telvirt_VirtualEthernetSwitchSettingData");
    static final CimName TELVIRT_SWITCH = CimName.of("Telvirt_VirtualEthernetSwitch");

    static final CimName ASSOCIATED_RESOURCE_POOL = CimName.of("AssociatedResourcePool");
    static final CimName CHANGEABLE_TYPE = CimName.of("ChangeableType");
    static final CimName DEVICE_ID = CimName.of("DeviceID");
    static final CimName EVB_MODE = CimName.of("EVBMode");
    static final CimName LINK_TECHNOLOGY = CimName.of("LinkTechnology");
    static final CimName PROTOCOL_IF_TYPE = CimName.of("ProtocolIFType");
    static final CimName VIRTUAL_SYSTEM_IDENTIFIER = CimName.of("VirtualSystemIdentifier");
    static final CimName VIRTUAL_SYSTEM_TYPE = CimName.of("VirtualSystemType");

    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");
    static final CimName SETTING_DATA = CimName.of("SettingData");

    private SwitchNames() {}
}
