package org.telvirt.hypervisor.statistics;

import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;

/** The statistics of an engine. Nothing is kept or sampled unless asked. Safe for use by many threads. */
public interface Statistics extends Offering<StatisticsFeature> {
    /**
     * What all active domains have used so far, by one call to the engine however many they are, which waits for no
     * domain. A domain that ends meanwhile may be left out.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE: the engine cannot be reached
     */
    DomainSample domains() throws HypervisorException;

    /**
     * What the machine has used so far.
     *
     * @throws HypervisorException UNSUPPORTED: the engine runs on a machine that we do not see into; UNAVAILABLE
     */
    HostSample host() throws HypervisorException;
}
