package org.telvirt.providers.element;

import org.telvirt.cim.CimName;

/** The properties of CIM_ManagedElement, CIM_ManagedSystemElement and CIM_EnabledLogicalElement, and common keys. */
public final class ElementNames {
    public static final CimName AVAILABLE_REQUESTED_STATES = CimName.of("AvailableRequestedStates");
    public static final CimName CAPTION = CimName.of("Caption");
    public static final CimName CREATION_CLASS_NAME = CimName.of("CreationClassName");
    public static final CimName DESCRIPTION = CimName.of("Description");
    public static final CimName ELEMENT_NAME = CimName.of("ElementName");
    public static final CimName ENABLED_DEFAULT = CimName.of("EnabledDefault");
    public static final CimName ENABLED_STATE = CimName.of("EnabledState");
    public static final CimName HEALTH_STATE = CimName.of("HealthState");
    public static final CimName INSTANCE_ID = CimName.of("InstanceID");
    public static final CimName NAME = CimName.of("Name");
    public static final CimName OPERATING_STATUS = CimName.of("OperatingStatus");
    public static final CimName OPERATIONAL_STATUS = CimName.of("OperationalStatus");
    public static final CimName PRIMARY_STATUS = CimName.of("PrimaryStatus");
    public static final CimName REQUESTED_STATE = CimName.of("RequestedState");
    public static final CimName REQUEST_STATE_CHANGE = CimName.of("RequestStateChange");
    public static final CimName SYSTEM_CREATION_CLASS_NAME = CimName.of("SystemCreationClassName");
    public static final CimName SYSTEM_NAME = CimName.of("SystemName");
    public static final CimName TIMEOUT_PERIOD = CimName.of("TimeoutPeriod");
    public static final CimName TIME_OF_LAST_STATE_CHANGE = CimName.of("TimeOfLastStateChange");
    public static final CimName TRANSITIONING_TO_STATE = CimName.of("TransitioningToState");

    /** The references of CIM_Dependency. */
    public static final CimName ANTECEDENT = CimName.of("Antecedent");

    public static final CimName DEPENDENT = CimName.of("Dependent");

    private ElementNames() {}
}
