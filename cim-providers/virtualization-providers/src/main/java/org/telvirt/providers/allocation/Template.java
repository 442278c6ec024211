package org.telvirt.providers.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.pool.PoolPath;

/**
 * One of the settings that say what capabilities allow (DSP1043, CIM_SettingsDefineCapabilities). Their values count one by
 * one (PropertyPolicy 0).
 *
 * @param name among the templates of the capabilities
 * @param valueRole 0 Default, 3 Supported
 * @param valueRange 0 Point, 1 Minimums, 2 Maximums, 3 Increments
 * @param subType that it stands for; null: for none
 */
record Template(
        CapabilitiesId capabilities,
        String name,
        int valueRole,
        int valueRange,
        @Nullable String subType) {
    private static final String KIND = "TEMPLATE";
    private static final String DEFAULT = "default";
    private static final String MINIMUM = "minimum";
    private static final String MAXIMUM = "maximum";
    private static final String INCREMENT = "increment";
    private static final int SUPPORTED = 3;
    private static final List<String> BUSES = List.of("virtio", "sata", "scsi", "ide", "usb");
    private static final CimValue FIXED = CimValues.uint16(0);

    /** The templates of the capabilities of a pool; empty: it allows nothing. */
    static List<Template> of(Pool pool, boolean current) {
        CapabilitiesId id = new CapabilitiesId(pool.id(), current);
        if (Bounds.of(pool, current) == null) {
            return List.of();
        }
        List<Template> all = new ArrayList<>(List.of(
                new Template(id, DEFAULT, 0, 0, null),
                new Template(id, MINIMUM, SUPPORTED, 1, null),
                new Template(id, MAXIMUM, SUPPORTED, 2, null),
                new Template(id, INCREMENT, SUPPORTED, 3, null)));
        if (pool.id().kind() == PoolKind.STORAGE) {
            BUSES.forEach(bus -> all.add(new Template(id, "bus-" + bus, SUPPORTED, 0, OrgId.prefix(bus))));
        }
        return all;
    }

    CimInstancePath path() {
        return CimInstancePath.of(
                AllocationNames.TELVIRT_TEMPLATE,
                ElementNames.INSTANCE_ID,
                OrgId.prefix(KIND + "/" + name + "/" + capabilities));
    }

    /** The capabilities whose template can be at this path; null: none can. */
    static @Nullable CapabilitiesId capabilities(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        int slash = local == null ? -1 : local.indexOf('/');
        return local == null || slash < 0 ? null : CapabilitiesId.parse(local.substring(slash + 1));
    }

    /** What the association to its capabilities says. */
    List<CimProperty> role() {
        return List.of(
                CimProperty.of(AllocationNames.PROPERTY_POLICY, CimValues.uint16(0)),
                CimProperty.of(AllocationNames.VALUE_ROLE, CimValues.uint16(valueRole)),
                CimProperty.of(AllocationNames.VALUE_RANGE, CimValues.uint16(valueRange)));
    }

    /** The settings, for a pool that allows something. */
    CimInstance toInstance(Pool pool) {
        PoolKind kind = pool.id().kind();
        CimInstance.Builder instance = CimInstance.of(AllocationNames.TELVIRT_TEMPLATE)
                .withKeys(path())
                .with(ElementNames.ELEMENT_NAME, pool.name() + ": " + name)
                .with(AllocationNames.CHANGEABLE_TYPE, FIXED)
                .with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(PoolPath.resourceType(kind)))
                .with(ResourceNames.RESOURCE_SUB_TYPE, subType)
                .with(ResourceNames.POOL_ID, pool.id().toString());
        if (subType == null) {
            amounts(instance, Objects.requireNonNull(Bounds.of(pool, capabilities.current())));
        }
        return instance.at(path());
    }

    private void amounts(CimInstance.Builder instance, Bounds bounds) {
        Long reservable = bounds.reservable();
        boolean reserves = reservable != null;
        instance.with(ResourceNames.ALLOCATION_UNITS, bounds.allocationUnits())
                .with(ResourceNames.VIRTUAL_QUANTITY_UNITS, bounds.quantityUnits())
                .with(ResourceNames.VIRTUAL_QUANTITY, CimValues.uint64(quantity(bounds)))
                .with(ResourceNames.RESERVATION, reserves ? CimValues.uint64(reservation(bounds, reservable)) : null);
    }

    private long quantity(Bounds bounds) {
        return switch (name) {
            case MINIMUM -> bounds.least();
            case MAXIMUM -> bounds.most();
            case INCREMENT -> bounds.step();
            default -> bounds.usual();
        };
    }

    private long reservation(Bounds bounds, long reservable) {
        return switch (name) {
            case MAXIMUM -> reservable;
            case INCREMENT -> bounds.reservationStep();
            default -> 0;
        };
    }
}
