package org.telvirt.providers.logicaldevice;

import org.telvirt.cim.CimName;

/** The classes and properties of devices. */
final class DeviceNames {
    static final CimName CIM_CONTROLLED_BY = CimName.of("CIM_ControlledBy");
    static final CimName CIM_DEVICE_SAP_IMPLEMENTATION = CimName.of("CIM_DeviceSAPImplementation");
    static final CimName CIM_HOSTED_ACCESS_POINT = CimName.of("CIM_HostedAccessPoint");
    static final CimName CIM_SETTINGS_DEFINE_STATE = CimName.of("CIM_SettingsDefineState");
    static final CimName CIM_SYSTEM_DEVICE = CimName.of("CIM_SystemDevice");
    static final CimName TELVIRT_LAN_ENDPOINT = CimName.of("Telvirt_LANEndpoint");

    static final CimName DEVICE_ID = CimName.of("DeviceID");
    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");
    static final CimName SETTING_DATA = CimName.of("SettingData");

    static final CimName ADDRESS_WIDTH = CimName.of("AddressWidth");
    static final CimName CPU_STATUS = CimName.of("CPUStatus");
    static final CimName DATA_WIDTH = CimName.of("DataWidth");
    static final CimName FAMILY = CimName.of("Family");
    static final CimName ROLE = CimName.of("Role");

    static final CimName ACCESS = CimName.of("Access");
    static final CimName BLOCK_SIZE = CimName.of("BlockSize");
    static final CimName CONSUMABLE_BLOCKS = CimName.of("ConsumableBlocks");
    static final CimName DATA_ORGANIZATION = CimName.of("DataOrganization");
    static final CimName IS_COMPOSITE = CimName.of("IsComposite");
    static final CimName NUMBER_OF_BLOCKS = CimName.of("NumberOfBlocks");
    static final CimName THINLY_PROVISIONED = CimName.of("ThinlyProvisioned");
    static final CimName VOLATILE = CimName.of("Volatile");

    static final CimName CAPABILITIES = CimName.of("Capabilities");
    static final CimName NUMBER_OF_MEDIA_SUPPORTED = CimName.of("NumberOfMediaSupported");

    static final CimName FULL_DUPLEX = CimName.of("FullDuplex");
    static final CimName LINK_TECHNOLOGY = CimName.of("LinkTechnology");
    static final CimName MAC_ADDRESS = CimName.of("MACAddress");
    static final CimName NETWORK_ADDRESSES = CimName.of("NetworkAddresses");
    static final CimName OTHER_PORT_TYPE = CimName.of("OtherPortType");
    static final CimName PERMANENT_ADDRESS = CimName.of("PermanentAddress");
    static final CimName PORT_TYPE = CimName.of("PortType");
    static final CimName PROTOCOL_IF_TYPE = CimName.of("ProtocolIFType");

    static final CimName BUS_NUMBER = CimName.of("BusNumber");
    static final CimName DEVICE_NUMBER = CimName.of("DeviceNumber");
    static final CimName FUNCTION_NUMBER = CimName.of("FunctionNumber");
    static final CimName POINTING_TYPE = CimName.of("PointingType");
    static final CimName PROTOCOL_DESCRIPTION = CimName.of("ProtocolDescription");
    static final CimName PROTOCOL_SUPPORTED = CimName.of("ProtocolSupported");

    static final CimName ACTION_ON_EXPIRATION = CimName.of("ActionOnExpiration");
    static final CimName MONITORED_ENTITY = CimName.of("MonitoredEntity");

    private DeviceNames() {}
}
