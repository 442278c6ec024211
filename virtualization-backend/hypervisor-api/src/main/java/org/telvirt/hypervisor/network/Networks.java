package org.telvirt.hypervisor.network;

import java.util.List;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;

/** The networks of an engine, by name. Safe for use by many threads. */
public interface Networks extends Offering<NetworkFeature> {
    /**
     * All of them.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE: the engine cannot be reached
     */
    List<HostNetwork> networks() throws HypervisorException;

    /**
     * Defines a network that connects domains with one another and with nothing else; it is inactive.
     *
     * @throws HypervisorException UNSUPPORTED; ALREADY_EXISTS: the name is taken; INVALID_DEFINITION
     */
    HostNetwork defineIsolated(String network) throws HypervisorException;

    /**
     * Activates a network.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_STATE: it is active
     */
    HostNetwork start(String network) throws HypervisorException;

    /**
     * Deactivates a network; ports that are attached to it lose it.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_STATE: it is not active
     */
    HostNetwork stop(String network) throws HypervisorException;

    /**
     * Forgets a network that is not active.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_STATE: it is active
     */
    void undefine(String network) throws HypervisorException;
}
