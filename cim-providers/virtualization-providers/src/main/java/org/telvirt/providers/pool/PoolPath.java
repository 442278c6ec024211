package org.telvirt.providers.pool;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** Where pools are: by their id, which is also their PoolID. */
public final class PoolPath {
    private static final String KIND = "POOL";

    private PoolPath() {}

    /** The class of pools of this kind. */
    static CimName className(PoolKind kind) {
        return switch (kind) {
            case PROCESSOR -> PoolNames.TELVIRT_PROCESSOR_POOL;
            case MEMORY -> PoolNames.TELVIRT_MEMORY_POOL;
            case STORAGE -> PoolNames.TELVIRT_STORAGE_POOL;
            case NETWORK -> PoolNames.TELVIRT_NETWORK_POOL;
            case OPTICAL, FLOPPY, SERIAL -> PoolNames.TELVIRT_DEVICE_POOL;
        };
    }

    /** The ResourceType of pools of this kind, and of what is allocated from them. */
    public static int resourceType(PoolKind kind) {
        return switch (kind) {
            case PROCESSOR -> 3;
            case MEMORY -> 4;
            case STORAGE -> 31;
            case NETWORK -> 10;
            case OPTICAL -> 15;
            case FLOPPY -> 14;
            case SERIAL -> 21;
        };
    }

    /** Where the pool is. */
    public static CimInstancePath of(PoolId id) {
        return CimInstancePath.of(className(id.kind()), ElementNames.INSTANCE_ID, instanceId(id));
    }

    /** The InstanceID of the pool. */
    static String instanceId(PoolId id) {
        return OrgId.prefix(KIND + "/" + id);
    }

    /** The pool that can be at this path; null: none can. */
    public static @Nullable PoolId id(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        PoolId id = local == null ? null : PoolId.parse(local);
        return id != null && path.className().equals(className(id.kind())) ? id : null;
    }

    /** The pool that a client names by its PoolID or its InstanceID; null: the text is neither. */
    public static @Nullable PoolId named(String text) {
        String local = OrgId.local(KIND, text);
        return PoolId.parse(local == null ? text : local);
    }
}
