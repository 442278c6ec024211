package org.telvirt.hypervisor.host;

import java.util.List;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;

/** What the machine is made of, read when asked. Safe for use by many threads. */
public interface HostInventory extends Offering<HostFeature> {
    /**
     * How processors and memory belong together.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE: the engine cannot be reached
     */
    Topology topology() throws HypervisorException;

    /**
     * What all its processors are like.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE
     */
    ProcessorModel processorModel() throws HypervisorException;

    /**
     * How much memory it has, and how much nobody uses.
     *
     * @throws HypervisorException UNAVAILABLE
     */
    HostMemory memory() throws HypervisorException;

    /**
     * Its devices.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE
     */
    List<HostDevice> devices() throws HypervisorException;
}
