package org.telvirt.sdk;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;

/**
 * Settings of the usual resources, as CIM_ResourceAllocationSettingData that every server of DSP1041 understands. What is not
 * here is said by an instance of one's own.
 */
public final class Resources {
    static final CimName CLASS = CimName.of("CIM_ResourceAllocationSettingData");
    static final CimName RESOURCE_TYPE = CimName.of("ResourceType");

    private static final CimName ALLOCATION_UNITS = CimName.of("AllocationUnits");
    private static final CimName CONNECTION = CimName.of("Connection");
    private static final CimName HOST_RESOURCE = CimName.of("HostResource");
    private static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");

    private static final int PROCESSOR = 3;
    private static final int MEMORY = 4;
    private static final int ETHERNET_ADAPTER = 10;
    private static final int CD_DRIVE = 15;
    private static final int SERIAL_PORT = 21;
    private static final int LOGICAL_DISK = 31;

    private Resources() {}

    /** Settings to which more can be added, of a resource of this type (CIM_ResourceAllocationSettingData.ResourceType). */
    public static CimInstance.Builder of(int resourceType) {
        return CimInstance.of(CLASS).with(RESOURCE_TYPE, CimValues.uint16(resourceType));
    }

    public static CimInstance processors(int count) {
        return of(PROCESSOR).with(VIRTUAL_QUANTITY, CimValues.uint64(count)).build();
    }

    public static CimInstance memory(int mebibytes) {
        return of(MEMORY)
                .with(VIRTUAL_QUANTITY, CimValues.uint64(mebibytes))
                .with(ALLOCATION_UNITS, "byte*2^20")
                .build();
    }

    /**
     * A disk.
     *
     * @param image the file or block device on the host, as a URI or an absolute path
     */
    public static CimInstance disk(String image) {
        return of(LOGICAL_DISK).with(HOST_RESOURCE, CimValues.texts(image)).build();
    }

    /** A drive for CDs with a medium in it. */
    public static CimInstance cdDrive(String image) {
        return of(CD_DRIVE).with(HOST_RESOURCE, CimValues.texts(image)).build();
    }

    /**
     * A network port.
     *
     * @param connection what it is plugged into, as the server names it: a network, or such as {@code bridge:oam}
     */
    public static CimInstance networkPort(String connection) {
        return of(ETHERNET_ADAPTER)
                .with(CONNECTION, CimValues.texts(connection))
                .build();
    }

    /**
     * A serial port.
     *
     * @param file of the host that it writes to
     */
    public static CimInstance serialPort(String file) {
        return of(SERIAL_PORT).with(HOST_RESOURCE, CimValues.texts(file)).build();
    }
}
