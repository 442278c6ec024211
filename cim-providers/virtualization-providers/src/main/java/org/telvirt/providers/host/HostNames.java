package org.telvirt.providers.host;

import org.telvirt.cim.CimName;

/** The class of the host and the association to what it hosts. */
public final class HostNames {
    static final CimName CIM_HOSTED_DEPENDENCY = CimName.of("CIM_HostedDependency");
    static final CimName CIM_SYSTEM_DEVICE = CimName.of("CIM_SystemDevice");
    static final CimName TELVIRT_HOST_DISK_DRIVE = CimName.of("Telvirt_HostDiskDrive");
    static final CimName TELVIRT_HOST_ETHERNET_PORT = CimName.of("Telvirt_HostEthernetPort");
    static final CimName TELVIRT_HOST_MEMORY = CimName.of("Telvirt_HostMemory");
    static final CimName TELVIRT_HOST_CAPABILITIES = CimName.of("Telvirt_HostCapabilities");
    /** The class of the host; its key Name is the UUID of the machine. */
    public static final CimName TELVIRT_HOST_SYSTEM = CimName.of("Telvirt_HostSystem");

    static final CimName ACCESS = CimName.of("Access");
    static final CimName BLOCK_SIZE = CimName.of("BlockSize");
    static final CimName DEVICE_ID = CimName.of("DeviceID");
    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName IS_COMPOSITE = CimName.of("IsComposite");
    static final CimName LINK_TECHNOLOGY = CimName.of("LinkTechnology");
    static final CimName NETWORK_ADDRESSES = CimName.of("NetworkAddresses");
    static final CimName NUMBER_OF_BLOCKS = CimName.of("NumberOfBlocks");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");
    static final CimName PERMANENT_ADDRESS = CimName.of("PermanentAddress");
    static final CimName VOLATILE = CimName.of("Volatile");

    private HostNames() {}
}
