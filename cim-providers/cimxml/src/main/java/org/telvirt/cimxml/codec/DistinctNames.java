package org.telvirt.cimxml.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/** Notices a name that comes twice. Made for the dozens of properties of an instance, safe with thousands. */
final class DistinctNames {
    private static final int FEW = 64;

    private final List<CimName> few = new ArrayList<>(32);
    private @Nullable Set<CimName> many;
    // one bit for each hash; only names that share a bit need to be compared
    private long bits;

    /** Adds a name; false: it is there already. */
    boolean add(CimName name) {
        if (many != null) {
            return many.add(name);
        }
        long bit = 1L << name.hashCode();
        if ((bits & bit) != 0 && few.contains(name)) {
            return false;
        }
        bits |= bit;
        few.add(name);
        if (few.size() == FEW) {
            many = new HashSet<>(few);
        }
        return true;
    }
}
