package org.telvirt.providers.device;

import org.telvirt.cim.CimName;

/** The classes and properties of resource settings. */
public final class ResourceNames {
    public static final CimName CIM_VIRTUAL_SYSTEM_SETTING_DATA_COMPONENT =
            CimName.of("CIM_VirtualSystemSettingDataComponent");

    public static final CimName ADDRESS = CimName.of("Address");
    public static final CimName ADDRESS_ON_PARENT = CimName.of("AddressOnParent");
    public static final CimName ALLOCATION_UNITS = CimName.of("AllocationUnits");
    public static final CimName AUTOMATIC_ALLOCATION = CimName.of("AutomaticAllocation");
    public static final CimName AUTOMATIC_DEALLOCATION = CimName.of("AutomaticDeallocation");
    public static final CimName BOOT_ORDER = CimName.of("BootOrder");
    public static final CimName CONNECTION = CimName.of("Connection");
    public static final CimName CONSUMER_VISIBILITY = CimName.of("ConsumerVisibility");
    public static final CimName HOST_RESOURCE = CimName.of("HostResource");
    public static final CimName LIMIT = CimName.of("Limit");
    public static final CimName OTHER_RESOURCE_TYPE = CimName.of("OtherResourceType");
    public static final CimName POOL_ID = CimName.of("PoolID");
    public static final CimName RESERVATION = CimName.of("Reservation");
    public static final CimName RESOURCE_SUB_TYPE = CimName.of("ResourceSubType");
    public static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    public static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");
    public static final CimName VIRTUAL_QUANTITY_UNITS = CimName.of("VirtualQuantityUnits");

    public static final CimName INSTRUCTION_SET = CimName.of("InstructionSet");
    public static final CimName PROCESSOR_ARCHITECTURE = CimName.of("ProcessorArchitecture");

    public static final CimName ACCESS = CimName.of("Access");
    public static final CimName HOST_EXTENT_NAME = CimName.of("HostExtentName");
    public static final CimName HOST_EXTENT_NAME_FORMAT = CimName.of("HostExtentNameFormat");
    public static final CimName HOST_EXTENT_NAME_NAMESPACE = CimName.of("HostExtentNameNamespace");
    public static final CimName IMAGE_FORMAT = CimName.of("ImageFormat");

    public static final CimName DESIRED_VLAN_ENDPOINT_MODE = CimName.of("DesiredVLANEndpointMode");
    public static final CimName ISOLATED = CimName.of("Isolated");
    public static final CimName LINK_UP = CimName.of("LinkUp");
    public static final CimName PACKET_FILTER = CimName.of("PacketFilter");
    public static final CimName PORT_VID = CimName.of("PortVID");
    public static final CimName RECEIVE_BANDWIDTH_LIMIT = CimName.of("ReceiveBandwidthLimit");
    public static final CimName RECEIVE_BANDWIDTH_RESERVATION = CimName.of("ReceiveBandwidthReservation");
    public static final CimName RECEIVE_BANDWIDTH_PEAK = CimName.of("ReceiveBandwidthPeak");
    public static final CimName RECEIVE_BURST_SIZE = CimName.of("ReceiveBurstSize");
    public static final CimName SOURCE_MAC_FILTERING_ENABLED = CimName.of("SourceMACFilteringEnabled");
    public static final CimName TRANSMIT_BANDWIDTH_LIMIT = CimName.of("TransmitBandwidthLimit");
    public static final CimName TRANSMIT_BANDWIDTH_PEAK = CimName.of("TransmitBandwidthPeak");
    public static final CimName TRANSMIT_BURST_SIZE = CimName.of("TransmitBurstSize");

    public static final CimName PASSWORD = CimName.of("Password");
    public static final CimName PASSWORD_REQUIRED = CimName.of("PasswordRequired");
    public static final CimName PORT = CimName.of("Port");
    public static final CimName REGION_NAME = CimName.of("RegionName");

    public static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    public static final CimName PART_COMPONENT = CimName.of("PartComponent");

    private ResourceNames() {}
}
