package org.telvirt.provider;

import java.util.List;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;

/**
 * One instance of an association.
 *
 * @param left the instance at the left end; without a namespace: that of its end, or of the call
 * @param right the instance at the right end; without a namespace: that of its end, or of the call
 * @param properties those besides the two references
 */
public record Link(CimInstancePath left, CimInstancePath right, List<CimProperty> properties) {
    /** Copies the properties. */
    public Link {
        properties = List.copyOf(properties);
    }

    /** A link without more properties. */
    public static Link between(CimInstancePath left, CimInstancePath right) {
        return new Link(left, right, List.of());
    }
}
