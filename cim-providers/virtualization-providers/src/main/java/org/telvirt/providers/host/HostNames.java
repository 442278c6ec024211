package org.telvirt.providers.host;

import org.telvirt.cim.CimName;

/** The class of the host and the association to what it hosts. */
public final class HostNames {
    static final CimName CIM_HOSTED_DEPENDENCY = CimName.of("CIM_HostedDependency");
    static final CimName TELVIRT_HOST_CAPABILITIES = CimName.of("Telvirt_HostCapabilities");
    /** The class of the host; its key Name is the UUID of the machine. */
    public static final CimName TELVIRT_HOST_SYSTEM = CimName.of("Telvirt_HostSystem");

    private HostNames() {}
}
