package org.telvirt.providers.resource;

import org.telvirt.cim.CimName;

/** The classes and properties of resource settings. */
final class ResourceNames {
    static final CimName CIM_VIRTUAL_SYSTEM_SETTING_DATA_COMPONENT =
            CimName.of("CIM_VirtualSystemSettingDataComponent");

    static final CimName ADDRESS = CimName.of("Address");
    static final CimName ADDRESS_ON_PARENT = CimName.of("AddressOnParent");
    static final CimName ALLOCATION_UNITS = CimName.of("AllocationUnits");
    static final CimName AUTOMATIC_ALLOCATION = CimName.of("AutomaticAllocation");
    static final CimName AUTOMATIC_DEALLOCATION = CimName.of("AutomaticDeallocation");
    static final CimName CONNECTION = CimName.of("Connection");
    static final CimName CONSUMER_VISIBILITY = CimName.of("ConsumerVisibility");
    static final CimName HOST_RESOURCE = CimName.of("HostResource");
    static final CimName LIMIT = CimName.of("Limit");
    static final CimName RESERVATION = CimName.of("Reservation");
    static final CimName RESOURCE_SUB_TYPE = CimName.of("ResourceSubType");
    static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");
    static final CimName VIRTUAL_QUANTITY_UNITS = CimName.of("VirtualQuantityUnits");

    static final CimName INSTRUCTION_SET = CimName.of("InstructionSet");
    static final CimName PROCESSOR_ARCHITECTURE = CimName.of("ProcessorArchitecture");

    static final CimName ACCESS = CimName.of("Access");
    static final CimName HOST_EXTENT_NAME = CimName.of("HostExtentName");
    static final CimName HOST_EXTENT_NAME_FORMAT = CimName.of("HostExtentNameFormat");
    static final CimName HOST_EXTENT_NAME_NAMESPACE = CimName.of("HostExtentNameNamespace");
    static final CimName IMAGE_FORMAT = CimName.of("ImageFormat");

    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");

    private ResourceNames() {}
}
