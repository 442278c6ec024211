package org.telvirt.facility.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telvirt.facility.SystemId;

/** What systems hold of one pool. */
final class Account {
    private final Map<SystemId, List<Allocation>> holders = new LinkedHashMap<>();
    private long reserved;
    private long consumed;

    void add(Allocation allocation) {
        holders.computeIfAbsent(allocation.system(), system -> new ArrayList<>(1))
                .add(allocation);
        reserved += allocation.reserved();
        consumed += allocation.consumed();
    }

    void remove(Allocation allocation) {
        List<Allocation> held = holders.get(allocation.system());
        if (held != null && held.remove(allocation)) {
            reserved -= allocation.reserved();
            consumed -= allocation.consumed();
            if (held.isEmpty()) {
                holders.remove(allocation.system());
            }
        }
    }

    long reserved() {
        return reserved;
    }

    long consumed() {
        return consumed;
    }

    boolean isEmpty() {
        return holders.isEmpty();
    }

    List<Allocation> allocations() {
        return holders.values().stream().flatMap(List::stream).toList();
    }
}
