package org.telvirt.providers.logicaldevice;

import java.time.Instant;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.logicaldevice.Devices.Running;

/** What every device says, and that its state follows the system that it belongs to. */
final class DeviceMapper {
    private static final int UNKNOWN = 0;
    private static final int ENABLED = 2;
    private static final int ENABLED_BUT_OFFLINE = 6;
    private static final int QUIESCE = 9;
    private static final int NOT_APPLICABLE = 12;

    private static final int OK = 2;
    private static final int DORMANT = 15;
    private static final int HEALTHY = 5;
    private static final int GREEN = 1;

    private static final CimValue NEVER = CimValues.dateTime(CimDateTime.ZERO_INTERVAL);

    private DeviceMapper() {}

    static CimInstance toInstance(DeviceKind kind, Running running, String device) {
        CimInstancePath path = new DeviceId(running.system().id(), device).path(kind.className());
        CimInstance.Builder instance = described(kind.className(), path, running, device, kind.caption());
        addState(instance, running.system(), kind.isOffline(running.definition(), device));
        kind.describe(instance, running.definition(), device);
        return instance.at(path);
    }

    /** The beginning of a device or of what it carries. */
    static CimInstance.Builder described(
            CimName className, CimInstancePath path, Running running, String device, String caption) {
        return CimInstance.of(className)
                .withKeys(path)
                .with(ElementNames.NAME, device)
                .with(ElementNames.ELEMENT_NAME, device)
                .with(ElementNames.CAPTION, caption)
                .with(
                        ElementNames.DESCRIPTION,
                        caption + " of " + running.system().name());
    }

    /** A device cannot be switched by itself, and comes and goes with its system. */
    static void addState(CimInstance.Builder instance, VirtualSystem system, boolean offline) {
        Instant changed = system.lastStateChange();
        instance.with(ElementNames.ENABLED_STATE, CimValues.uint16(enabledState(system.state(), offline)))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(ENABLED))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(
                        ElementNames.TIME_OF_LAST_STATE_CHANGE,
                        changed == null ? NEVER : CimValues.dateTime(CimDateTime.of(changed)));
        // a system that is not well does not say which of its devices is to blame
        boolean healthy = system.health() == Health.OK;
        instance.with(ElementNames.HEALTH_STATE, CimValues.uint16(healthy ? HEALTHY : UNKNOWN))
                .with(ElementNames.OPERATIONAL_STATUS, operationalStatus(system, healthy))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(healthy ? GREEN : UNKNOWN));
    }

    private static int enabledState(SystemState state, boolean offline) {
        return switch (state) {
            case PAUSED, CRASHED -> QUIESCE;
            default -> offline ? ENABLED_BUT_OFFLINE : ENABLED;
        };
    }

    private static CimValue operationalStatus(VirtualSystem system, boolean healthy) {
        int first = healthy ? OK : UNKNOWN;
        return system.state() == SystemState.PAUSED ? CimValues.uint16s(first, DORMANT) : CimValues.uint16s(first);
    }
}
