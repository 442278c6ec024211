package org.telvirt.conformance.specimen;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;

/** Settings of resources as any client would write them: of the class that the DMTF has for them. */
public final class Resource {
    /** Values of ResourceType. */
    public static final int PROCESSOR = 3;

    public static final int MEMORY = 4;
    public static final int ETHERNET_ADAPTER = 10;
    public static final int SERIAL_PORT = 21;
    public static final int LOGICAL_DISK = 31;

    private static final String PLAIN = "CIM_ResourceAllocationSettingData";

    private Resource() {}

    /** Begins a setting of this type. */
    public static CimInstance.Builder of(String className, int type) {
        return CimInstance.of(CimName.of(className)).with(CimName.of("ResourceType"), CimValues.uint16(type));
    }

    /** So many processors. */
    public static CimInstance processors(int count) {
        return of(PLAIN, PROCESSOR)
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(count))
                .build();
    }

    /** Memory in MiB. */
    public static CimInstance memory(int mebibytes) {
        return of(PLAIN, MEMORY)
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(mebibytes))
                .with(CimName.of("AllocationUnits"), "byte*2^20")
                .build();
    }

    /** A disk in a file of the host. */
    public static CimInstance disk(String uri) {
        return of(PLAIN, LOGICAL_DISK)
                .with(CimName.of("HostResource"), CimValues.texts(uri))
                .build();
    }

    /** A network port, wherever the server connects it by itself. */
    public static CimInstance networkPort() {
        return of(PLAIN, ETHERNET_ADAPTER).build();
    }

    /** A serial port. */
    public static CimInstance serialPort() {
        return of(PLAIN, SERIAL_PORT).build();
    }
}
