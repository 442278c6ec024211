package org.telvirt.providers.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.providers.element.ReturnValues;

/**
 * What clients do to settings by operations on instances instead of the management service's methods. Such operations have
 * no room for a job, so only what the next start uses can be changed by them.
 */
public final class Modification {
    private static final Set<CimName> UNITS = Set.of(CimName.of("AllocationUnits"), CimName.of("VirtualQuantityUnits"));

    private Modification() {}

    /**
     * The settings to change, as the methods take them: only those that differ from what is there, and what was set to NULL
     * takes away what can be away.
     *
     * @param changes as ModifyInstance has them
     * @param present the whole instance
     */
    public static SettingsReader reader(CimInstance changes, CimInstance present) {
        List<CimProperty> different = new ArrayList<>();
        for (CimProperty property : changes.properties()) {
            CimValue value = property.value();
            if (!Objects.equals(value, present.value(property.name()))) {
                different.add(value == null ? property.withValue(nothing(property.type())) : property);
            }
        }
        if (different.stream().noneMatch(property -> UNITS.contains(property.name()))) {
            // an amount that changes alone stays in the unit that it has
            different.addAll(present.properties().stream()
                    .filter(property -> UNITS.contains(property.name()))
                    .toList());
        }
        return new SettingsReader(
                changes.withProperties(different), changes.className().toString());
    }

    /** What stands for nothing in settings that methods take. */
    private static @Nullable CimValue nothing(CimDataType type) {
        CimType element = type.type();
        if (type.array()) {
            return new CimValue.Array(element, List.of());
        } else if (element.isInteger()) {
            return new CimValue.Int(element, 0);
        }
        return switch (element) {
            case STRING -> CimValues.text("");
            case BOOLEAN -> CimValues.bool(false);
            case DATETIME -> CimValues.dateTime(CimDateTime.ZERO_INTERVAL);
            default -> null;
        };
    }

    /**
     * Changes a configuration as an operation on an instance wishes.
     *
     * @param method of the management service that can do more
     * @throws CimException why not, with the status that says the same as the method's return value
     */
    public static void change(
            Reconfiguration reconfiguration, ConfigurationId id, String method, Reconfiguration.Change change)
            throws CimException {
        if (id.snapshot() != null) {
            throw CimException.notSupported(
                    id.instanceId() + " stays as it was taken; change what the next start uses, "
                            + id.defined().instanceId());
        } else if (!id.isForStarts()) {
            throw CimException.notSupported(id.instanceId() + " cannot be changed by operations on instances; " + method
                    + " changes the state configuration, and they what the next start uses, "
                    + id.defined().instanceId());
        }
        try {
            Outcome unused = reconfiguration.change(id, change);
        } catch (FacilityException e) {
            CimStatus status = ReturnValues.status(e.reason());
            throw new CimException(status, e.getMessage(), List.of(), e);
        }
    }
}
