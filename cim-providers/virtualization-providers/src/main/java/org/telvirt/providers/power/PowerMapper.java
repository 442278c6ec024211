package org.telvirt.providers.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** The power of a virtual system, and what can be done with it. */
final class PowerMapper {
    private static final int OTHER = 1;
    private static final int ON = 2;
    private static final int SLEEP_DEEP = 4;
    private static final int HIBERNATE = 7;
    private static final int OFF_SOFT = 8;

    private static final int REQUESTED_UNKNOWN = 0;
    private static final int NO_CHANGE = 19;

    private static final int SETTABLE = 3;
    private static final int RESET_SUPPORTED = 7;
    private static final int GRACEFUL_SHUTDOWN_SUPPORTED = 8;

    private PowerMapper() {}

    /** PowerState (DSP1057, virtual system states). */
    static int powerState(SystemState state) {
        return switch (state) {
            case ACTIVE, SHUTTING_DOWN -> ON;
            case PAUSED -> SLEEP_DEEP;
            case SUSPENDED -> HIBERNATE;
            case DEFINED -> OFF_SOFT;
            case CRASHED, UNKNOWN -> OTHER;
        };
    }

    private static @Nullable String otherPowerState(SystemState state) {
        return switch (state) {
            case CRASHED -> "Crashed";
            case UNKNOWN -> "Unknown";
            default -> null;
        };
    }

    /**
     * What CIM_AssociatedPowerManagementService says of a virtual system.
     *
     * @param available the transitions that are possible now
     */
    static List<CimProperty> power(VirtualSystem system, Set<Transition> available) {
        Transition requested = system.requested();
        Transition underway = system.underway();
        int last = requested == null
                ? REQUESTED_UNKNOWN
                : PowerRequest.of(requested).requestedCode();
        int goal = underway == null ? NO_CHANGE : PowerRequest.of(underway).code();
        List<CimProperty> properties = new ArrayList<>();
        properties.add(CimProperty.of(PowerNames.POWER_STATE, CimValues.uint16(powerState(system.state()))));
        properties.add(CimProperty.of(PowerNames.REQUESTED_POWER_STATE, CimValues.uint16(last)));
        properties.add(CimProperty.of(PowerNames.TRANSITIONING_TO_POWER_STATE, CimValues.uint16(goal)));
        properties.add(CimProperty.of(PowerNames.AVAILABLE_REQUESTED_POWER_STATES, PowerRequest.codes(available)));
        String other = otherPowerState(system.state());
        if (other != null) {
            properties.add(CimProperty.of(PowerNames.OTHER_POWER_STATE, CimValues.text(other)));
        }
        return properties;
    }

    static CimInstancePath capabilitiesPath() {
        return CimInstancePath.of(
                PowerNames.TELVIRT_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix("PowerManagementCapabilities"));
    }

    static CimInstance capabilities(HostSystem host) {
        CimInstancePath path = capabilitiesPath();
        List<Integer> changes = new ArrayList<>(List.of(SETTABLE));
        if (host.transitions().contains(Transition.RESET)) {
            changes.add(RESET_SUPPORTED);
        }
        if (host.transitions().contains(Transition.SHUT_DOWN)) {
            changes.add(GRACEFUL_SHUTDOWN_SUPPORTED);
        }
        return CimInstance.of(PowerNames.TELVIRT_CAPABILITIES)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, "Power control of virtual systems on " + host.name())
                .with(ElementNames.CAPTION, "Capabilities of power control")
                .with(
                        PowerNames.POWER_CHANGE_CAPABILITIES,
                        CimValues.uint16s(
                                changes.stream().mapToInt(Integer::intValue).toArray()))
                .with(PowerNames.POWER_STATES_SUPPORTED, CimValues.uint16s(ON, SLEEP_DEEP, HIBERNATE, OFF_SOFT))
                .with(PowerNames.REQUESTED_POWER_STATES_SUPPORTED, PowerRequest.codes(host.transitions()))
                .at(path);
    }
}
