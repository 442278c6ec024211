package org.telvirt.providers.pool;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of resource pools. */
final class PoolNames {
    static final CimName CIM_CONCRETE_COMPONENT = CimName.of("CIM_ConcreteComponent");
    static final CimName CIM_ELEMENT_ALLOCATED_FROM_POOL = CimName.of("CIM_ElementAllocatedFromPool");
    static final CimName CIM_HOSTED_RESOURCE_POOL = CimName.of("CIM_HostedResourcePool");
    static final CimName CIM_RESOURCE_ALLOCATION_FROM_POOL = CimName.of("CIM_ResourceAllocationFromPool");
    static final CimName CIM_RESOURCE_POOL = CimName.of("CIM_ResourcePool");
    static final CimName CIM_SYSTEM_DEVICE = CimName.of("CIM_SystemDevice");

    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_ResourcePoolConfigurationCapabilities");
    static final CimName TELVIRT_DEVICE_POOL = CimName.of("Telvirt_DevicePool");
    static final CimName TELVIRT_HOST_PROCESSOR = CimName.of("Telvirt_HostProcessor");
    static final CimName TELVIRT_MEMORY_POOL = CimName.of("Telvirt_MemoryPool");
    static final CimName TELVIRT_NETWORK_POOL = CimName.of("Telvirt_NetworkPool");
    static final CimName TELVIRT_PROCESSOR_POOL = CimName.of("Telvirt_ProcessorPool");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_ResourcePoolConfigurationService");
    static final CimName TELVIRT_STORAGE_POOL = CimName.of("Telvirt_StoragePool");

    static final CimName ASYNCHRONOUS_METHODS_SUPPORTED = CimName.of("AsynchronousMethodsSupported");
    static final CimName CAPACITY = CimName.of("Capacity");
    static final CimName CONSUMED_RESOURCE_UNITS = CimName.of("ConsumedResourceUnits");
    static final CimName CPU_STATUS = CimName.of("CPUStatus");
    static final CimName CURRENTLY_CONSUMED_RESOURCE = CimName.of("CurrentlyConsumedResource");
    static final CimName DEVICE_ID = CimName.of("DeviceID");
    static final CimName POOL_ID = CimName.of("PoolID");
    static final CimName PRIMORDIAL = CimName.of("Primordial");
    static final CimName RESERVED = CimName.of("Reserved");
    static final CimName ROLE = CimName.of("Role");
    static final CimName SYNCHRONOUS_METHODS_SUPPORTED = CimName.of("SynchronousMethodsSupported");

    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");

    static final CimName ADD_RESOURCES = CimName.of("AddResourcesToResourcePool");
    static final CimName CHANGE_PARENT = CimName.of("ChangeParentResourcePool");
    static final CimName CREATE = CimName.of("CreateResourcePool");
    static final CimName CREATE_CHILD = CimName.of("CreateChildResourcePool");
    static final CimName DELETE = CimName.of("DeleteResourcePool");
    static final CimName REMOVE_RESOURCES = CimName.of("RemoveResourcesFromResourcePool");

    static final CimName CHILD_POOL = CimName.of("ChildPool");
    static final CimName HOST_RESOURCES = CimName.of("HostResources");
    static final CimName PARENT_POOL = CimName.of("ParentPool");
    static final CimName POOL = CimName.of("Pool");
    static final CimName SETTINGS = CimName.of("Settings");

    private PoolNames() {}
}
