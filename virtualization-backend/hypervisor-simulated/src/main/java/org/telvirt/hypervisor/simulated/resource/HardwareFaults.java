package org.telvirt.hypervisor.simulated.resource;

import org.telvirt.hypervisor.HypervisorException;

/** Makes the hardware of a simulated host fail and recover. Safe for use by many threads. */
public interface HardwareFaults {
    /**
     * Takes a logical processor away or gives it back.
     *
     * @throws HypervisorException NOT_FOUND: there is none of this number
     */
    void processor(int number, boolean online) throws HypervisorException;

    /**
     * Brings a network link up or down; there are {@code eth0} and, on a machine of two cells, {@code eth1}.
     *
     * @throws HypervisorException NOT_FOUND: there is none of this name
     */
    void link(String name, boolean up) throws HypervisorException;

    /** Lets the memory have errors. */
    void memoryErrors(long corrected, long uncorrected) throws HypervisorException;
}
