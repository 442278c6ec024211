package org.telvirt.providers.snapshot;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of snapshots. */
final class SnapshotNames {
    static final CimName CIM_LAST_APPLIED_SNAPSHOT = CimName.of("CIM_LastAppliedSnapshot");
    static final CimName CIM_SNAPSHOT_OF_VIRTUAL_SYSTEM = CimName.of("CIM_SnapshotOfVirtualSystem");
    static final CimName CIM_VIRTUAL_SYSTEM_SETTING_DATA = CimName.of("CIM_VirtualSystemSettingData");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_VirtualSystemSnapshotCapabilities");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_VirtualSystemSnapshotService");
    static final CimName TELVIRT_SERVICE_CAPABILITIES = CimName.of("Telvirt_VirtualSystemSnapshotServiceCapabilities");

    static final CimName GUEST_OS_NOTIFICATION_ENABLED = CimName.of("GuestOSNotificationEnabled");
    static final CimName NOTIFY_GUEST = CimName.of("NotifyGuest");
    static final CimName SNAPSHOT_TYPES_ENABLED = CimName.of("SnapshotTypesEnabled");
    static final CimName SNAPSHOT_TYPES_SUPPORTED = CimName.of("SnapshotTypesSupported");
    static final CimName SYNCHRONOUS_METHODS_SUPPORTED = CimName.of("SynchronousMethodsSupported");

    /** The spelling is the standard's. */
    static final CimName ASYNCHRONOUS_METHODS_SUPPORTED = CimName.of("AynchronousMethodsSupported");

    static final CimName APPLY_SNAPSHOT = CimName.of("ApplySnapshot");
    static final CimName CREATE_SNAPSHOT = CimName.of("CreateSnapshot");
    static final CimName DESTROY_SNAPSHOT = CimName.of("DestroySnapshot");

    static final CimName AFFECTED_SNAPSHOT = CimName.of("AffectedSnapshot");
    static final CimName AFFECTED_SYSTEM = CimName.of("AffectedSystem");
    static final CimName RESULTING_SNAPSHOT = CimName.of("ResultingSnapshot");
    static final CimName SNAPSHOT = CimName.of("Snapshot");
    static final CimName SNAPSHOT_SETTINGS = CimName.of("SnapshotSettings");
    static final CimName SNAPSHOT_TYPE = CimName.of("SnapshotType");

    private SnapshotNames() {}
}
