package org.telvirt.query.condition;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/**
 * Whether two paths mean the same object. A host or namespace that one leaves out is taken from the other. Keys written
 * in text have no types, so that keys are compared by what they say.
 */
final class PathIdentity {
    private PathIdentity() {}

    static boolean same(CimObjectPath a, CimObjectPath b) {
        return a.className().equals(b.className())
                && (a.namespace() == null || b.namespace() == null || Objects.equals(a.namespace(), b.namespace()))
                && sameHost(a.host(), b.host())
                && sameKeys(a, b);
    }

    private static boolean sameHost(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equalsIgnoreCase(b);
    }

    private static boolean sameKeys(CimObjectPath a, CimObjectPath b) {
        if (!(a instanceof CimInstancePath x) || !(b instanceof CimInstancePath y)) {
            return !(a instanceof CimInstancePath) && !(b instanceof CimInstancePath);
        }
        if (x.keys().size() != y.keys().size()) {
            return false;
        }
        for (CimKey key : x.keys()) {
            CimValue other = y.key(key.name());
            if (other == null || !sameKey(key.value(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameKey(CimValue a, CimValue b) {
        if (a instanceof CimValue.Reference x && b instanceof CimValue.Reference y) {
            return same(x.path(), y.path());
        }
        boolean numbers = NumberOrder.isNumber(a) && NumberOrder.isNumber(b);
        return numbers
                ? NumberOrder.compare(a, b) == ValueOrder.EQUAL
                : CimValues.plain(a).equals(CimValues.plain(b));
    }
}
