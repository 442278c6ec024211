package org.telvirt.providers.allocation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/**
 * Names the capabilities of a pool.
 *
 * @param current whether they say what is possible now; else what would be if nothing were reserved
 */
record CapabilitiesId(PoolId pool, boolean current) {
    private static final String KIND = "ALLOCATION";
    private static final String CURRENT = "current/";
    private static final String DEFAULT = "default/";

    CimInstancePath path() {
        return CimInstancePath.of(
                AllocationNames.TELVIRT_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix(KIND + "/" + this));
    }

    /** The capabilities that can be at this path; null: none can. */
    static @Nullable CapabilitiesId of(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        return local == null ? null : parse(local);
    }

    /** The capabilities that the text names; null: it has another form. */
    static @Nullable CapabilitiesId parse(String text) {
        boolean current = text.startsWith(CURRENT);
        if (!current && !text.startsWith(DEFAULT)) {
            return null;
        }
        PoolId pool = PoolId.parse(text.substring(current ? CURRENT.length() : DEFAULT.length()));
        return pool == null ? null : new CapabilitiesId(pool, current);
    }

    @Override
    public String toString() {
        return (current ? CURRENT : DEFAULT) + pool;
    }
}
