package org.telvirt.providers.element;

import org.telvirt.cim.CimName;

/** CIM_ElementCapabilities and what CIM_EnabledLogicalElementCapabilities declares. */
public final class CapabilitiesNames {
    public static final CimName CAPABILITIES = CimName.of("Capabilities");
    public static final CimName CIM_ELEMENT_CAPABILITIES = CimName.of("CIM_ElementCapabilities");
    public static final CimName ELEMENT_NAME_EDIT_SUPPORTED = CimName.of("ElementNameEditSupported");
    public static final CimName ELEMENT_NAME_MASK = CimName.of("ElementNameMask");
    public static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    public static final CimName MAX_ELEMENT_NAME_LEN = CimName.of("MaxElementNameLen");
    public static final CimName REQUESTED_STATES_SUPPORTED = CimName.of("RequestedStatesSupported");
    public static final CimName STATE_AWARENESS = CimName.of("StateAwareness");

    private CapabilitiesNames() {}
}
