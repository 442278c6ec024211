package org.telvirt.providers.power;

import org.telvirt.cim.CimName;

/** The classes, properties and parameters of power control. */
final class PowerNames {
    static final CimName CIM_ASSOCIATED_POWER_MANAGEMENT_SERVICE = CimName.of("CIM_AssociatedPowerManagementService");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_PowerManagementCapabilities");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_PowerManagementService");

    static final CimName AVAILABLE_REQUESTED_POWER_STATES = CimName.of("AvailableRequestedPowerStates");
    static final CimName OTHER_POWER_STATE = CimName.of("OtherPowerState");
    static final CimName POWER_CHANGE_CAPABILITIES = CimName.of("PowerChangeCapabilities");
    static final CimName POWER_STATE = CimName.of("PowerState");
    static final CimName POWER_STATES_SUPPORTED = CimName.of("PowerStatesSupported");
    static final CimName REQUESTED_POWER_STATE = CimName.of("RequestedPowerState");
    static final CimName REQUESTED_POWER_STATES_SUPPORTED = CimName.of("RequestedPowerStatesSupported");
    static final CimName SERVICE_PROVIDED = CimName.of("ServiceProvided");
    static final CimName TRANSITIONING_TO_POWER_STATE = CimName.of("TransitioningToPowerState");
    static final CimName USER_OF_SERVICE = CimName.of("UserOfService");

    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName REQUEST_POWER_STATE_CHANGE = CimName.of("RequestPowerStateChange");
    static final CimName TIME = CimName.of("Time");

    private PowerNames() {}
}
