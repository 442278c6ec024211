package org.telvirt.cim.operation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/**
 * How much of each instance an answer shows. LocalOnly and IncludeQualifiers of DSP0200 are deprecated for instances and
 * mean nothing here.
 *
 * @param propertyList the properties to show, unknown names included; null: all; empty: none
 * @param includeClassOrigin whether each property names the class that introduced it
 */
public record InstanceView(@Nullable Set<CimName> propertyList, boolean includeClassOrigin) {
    /** All properties, without class origins. */
    public static final InstanceView ALL = new InstanceView(null, false);

    /** Copies the list. */
    public InstanceView {
        propertyList = propertyList == null ? null : Set.copyOf(propertyList);
    }
}
