package org.telvirt.providers.allocation;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.pool.PoolPath;

/** What can be allocated from a pool, and when (DSP1043). */
final class CapabilitiesMapper {
    private static final int SPECIFIC = 2;
    private static final int GENERAL = 3;
    private static final int BOTH = 4;
    private static final int DEDICATED = 2;
    private static final int SHARED = 3;

    /** A defined system has everything at its next start; an active one only what the engine can change. */
    private static final CimValue WHILE_DEFINED = CimValues.uint16s(3);

    private static final CimValue ALWAYS = CimValues.uint16s(2, 3);

    private CapabilitiesMapper() {}

    /**
     * The capabilities of a pool.
     *
     * @param changeable whether active systems can be given more of it, and less
     */
    static CimInstance toInstance(CapabilitiesId id, Pool pool, boolean changeable) {
        PoolKind kind = pool.id().kind();
        CimValue states = changeable ? ALWAYS : WHILE_DEFINED;
        return CimInstance.of(AllocationNames.TELVIRT_CAPABILITIES)
                .withKeys(id.path())
                .with(ElementNames.ELEMENT_NAME, pool.name())
                .with(ElementNames.CAPTION, id.current() ? "What can be allocated now" : "What can be allocated at all")
                .with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(PoolPath.resourceType(kind)))
                .with(AllocationNames.REQUEST_TYPES_SUPPORTED, CimValues.uint16(requestTypes(kind)))
                .with(AllocationNames.SHARING_MODE, CimValues.uint16(sharingMode(pool)))
                .with(AllocationNames.SUPPORTED_ADD_STATES, states)
                .with(AllocationNames.SUPPORTED_REMOVE_STATES, states)
                .at(id.path());
    }

    /** A disk names its file or device, a network port may name its network. */
    private static int requestTypes(PoolKind kind) {
        return switch (kind) {
            case STORAGE -> SPECIFIC;
            case NETWORK, OPTICAL, FLOPPY, SERIAL -> BOTH;
            case PROCESSOR, MEMORY -> GENERAL;
        };
    }

    private static int sharingMode(Pool pool) {
        return switch (pool.id().kind()) {
            case PROCESSOR, NETWORK -> SHARED;
            case MEMORY, STORAGE, OPTICAL, FLOPPY, SERIAL -> DEDICATED;
        };
    }
}
