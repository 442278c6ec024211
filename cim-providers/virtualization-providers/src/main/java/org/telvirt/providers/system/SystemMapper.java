package org.telvirt.providers.system;

import java.time.Instant;
import java.util.Set;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemNames;
import org.telvirt.providers.element.SystemPath;

/** A virtual system of the facility as a CIM_ComputerSystem. */
final class SystemMapper {
    private static final CimValue CAPTION = CimValues.text("Virtual system");
    private static final CimValue IDENTIFYING_DESCRIPTIONS = CimValues.texts("UUID", "Name in the hypervisor");
    private static final CimValue NAME_FORMAT = CimValues.text("UUID");
    private static final CimValue NEVER = CimValues.dateTime(CimDateTime.ZERO_INTERVAL);
    private static final CimValue NOT_DEDICATED = CimValues.uint16s(0);
    private static final CimValue NO_DEFAULT = CimValues.uint16(7);

    private SystemMapper() {}

    /**
     * The virtual system as it is now.
     *
     * @param available the transitions that are possible now
     */
    static CimInstance toInstance(VirtualSystem system, Set<Transition> available) {
        CimInstancePath path = SystemPath.of(system.id());
        String uuid = system.id().toString();
        CimInstance.Builder instance = CimInstance.of(SystemPath.TELVIRT_COMPUTER_SYSTEM)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, system.name())
                .with(ElementNames.CAPTION, CAPTION)
                .with(SystemNames.NAME_FORMAT, NAME_FORMAT)
                .with(SystemNames.DEDICATED, NOT_DEDICATED)
                .with(SystemNames.OTHER_IDENTIFYING_INFO, CimValues.texts(uuid, system.name()))
                .with(SystemNames.IDENTIFYING_DESCRIPTIONS, IDENTIFYING_DESCRIPTIONS)
                .with(ElementNames.ENABLED_DEFAULT, NO_DEFAULT);
        addStates(instance, system);
        addHealth(instance, system.state(), system.health());
        return instance.with(ElementNames.AVAILABLE_REQUESTED_STATES, RequestedState.codes(available))
                .at(path);
    }

    private static void addStates(CimInstance.Builder instance, VirtualSystem system) {
        Transition requested = system.requested();
        Transition underway = system.underway();
        instance.with(ElementNames.ENABLED_STATE, CimValues.uint16(StateMapper.enabledState(system.state(), underway)))
                .with(
                        ElementNames.REQUESTED_STATE,
                        CimValues.uint16(requested == null ? RequestedState.UNKNOWN : RequestedState.code(requested)))
                .with(
                        ElementNames.TRANSITIONING_TO_STATE,
                        CimValues.uint16(underway == null ? RequestedState.NO_CHANGE : RequestedState.code(underway)))
                .with(
                        ElementNames.OPERATING_STATUS,
                        CimValues.uint16(StateMapper.operatingStatus(system.state(), underway, system.activity())));
        Instant changed = system.lastStateChange();
        instance.with(
                ElementNames.TIME_OF_LAST_STATE_CHANGE,
                changed == null ? NEVER : CimValues.dateTime(CimDateTime.of(changed)));
    }

    private static void addHealth(CimInstance.Builder instance, SystemState state, Health health) {
        instance.with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(StateMapper.operationalStatus(state, health)))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(StateMapper.healthState(health)))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(StateMapper.primaryStatus(health)));
    }
}
