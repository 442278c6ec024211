package org.telvirt.hypervisor.host;

/** What an engine may be unable to tell of its machine. */
public enum HostFeature {
    /** {@link HostInventory#topology}. */
    TOPOLOGY,
    /** {@link HostInventory#processorModel}. */
    PROCESSOR_MODEL,
    /** {@link HostMemory#free}, and that of cells and pages. */
    FREE_MEMORY,
    /** {@link HostInventory#devices}. */
    DEVICES,
    /** The {@link org.telvirt.hypervisor.HostEvent}s of processors, memory controllers and links. */
    EVENTS
}
