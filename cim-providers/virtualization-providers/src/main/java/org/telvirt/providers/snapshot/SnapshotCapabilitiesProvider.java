package org.telvirt.providers.snapshot;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemPath;

/** Answers for what snapshots can be taken of each virtual system now. Safe for use by many threads. */
final class SnapshotCapabilitiesProvider implements InstanceProvider {
    private static final String KIND = "VirtualSystemSnapshotCapabilities";

    private final VirtualizationFacility facility;

    SnapshotCapabilitiesProvider(VirtualizationFacility facility) {
        this.facility = facility;
    }

    static CimInstancePath path(SystemId id) {
        return CimInstancePath.of(
                SnapshotNames.TELVIRT_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix(KIND + "/" + id));
    }

    /** The system whose capabilities can be at this path; null: none. */
    static @Nullable SystemId id(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        return local == null ? null : SystemPath.id(local);
    }

    @Override
    public CimName className() {
        return SnapshotNames.TELVIRT_CAPABILITIES;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(facility.systems()).map(this::toInstance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(facility.systems()).map(system -> path(system.id()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        SystemId id = id(path);
        VirtualSystem system = id == null ? null : facility.system(id);
        return system == null ? null : toInstance(system);
    }

    private CimInstance toInstance(VirtualSystem system) {
        CimInstancePath path = path(system.id());
        return CimInstance.of(SnapshotNames.TELVIRT_CAPABILITIES)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, "Snapshots of " + system.name())
                .with(ElementNames.CAPTION, "Snapshot capabilities")
                .with(
                        SnapshotNames.SNAPSHOT_TYPES_ENABLED,
                        SnapshotTypes.values(facility.snapshots().possible(system.id())))
                .with(
                        SnapshotNames.GUEST_OS_NOTIFICATION_ENABLED,
                        CimValues.bool(facility.snapshots().canQuiesce(system.id())))
                .at(path);
    }
}
