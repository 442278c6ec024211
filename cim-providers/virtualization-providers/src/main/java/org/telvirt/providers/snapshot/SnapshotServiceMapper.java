package org.telvirt.providers.snapshot;

import java.util.EnumSet;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.snapshot.SnapshotKind;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.RunningService;

/** The snapshot service of a host, and what it can do. */
final class SnapshotServiceMapper {
    private static final RunningService SERVICE = new RunningService(
            SnapshotNames.TELVIRT_SERVICE, "VirtualSystemSnapshotService", "Snapshots of virtual systems");

    /** Create, Destroy, Apply: each may be over at once or go on as a job. */
    private static final CimValue ALL = CimValues.uint16s(2, 3, 4);

    private static final CimValue NONE = CimValues.uint16s();

    private SnapshotServiceMapper() {}

    static CimInstancePath path(HostSystem host) {
        return SERVICE.path(host);
    }

    static CimInstance toInstance(HostSystem host) {
        return SERVICE.toInstance(host);
    }

    static CimInstancePath capabilitiesPath() {
        return CimInstancePath.of(
                SnapshotNames.TELVIRT_SERVICE_CAPABILITIES,
                ElementNames.INSTANCE_ID,
                OrgId.prefix("VirtualSystemSnapshotServiceCapabilities"));
    }

    /**
     * What the service can do.
     *
     * @param offered whether the engine has snapshots
     */
    static CimInstance capabilities(HostSystem host, boolean offered) {
        CimInstancePath path = capabilitiesPath();
        return CimInstance.of(SnapshotNames.TELVIRT_SERVICE_CAPABILITIES)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, "Snapshots of virtual systems on " + host.name())
                .with(ElementNames.CAPTION, "Capabilities of the snapshot service")
                .with(SnapshotNames.SYNCHRONOUS_METHODS_SUPPORTED, offered ? ALL : NONE)
                .with(SnapshotNames.ASYNCHRONOUS_METHODS_SUPPORTED, offered ? ALL : NONE)
                .with(
                        SnapshotNames.SNAPSHOT_TYPES_SUPPORTED,
                        SnapshotTypes.values(
                                offered ? EnumSet.allOf(SnapshotKind.class) : EnumSet.noneOf(SnapshotKind.class)))
                .at(path);
    }
}
