package org.telvirt.facility.view;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.telvirt.facility.SystemId;

/**
 * The order of readings, and what is gone: a reading that began before a system was seen to be gone must not bring it
 * back. That is remembered for as long as such a reading is on its way. Touched only under the table's lock.
 */
final class Tickets {
    private final TreeSet<Long> open = new TreeSet<>();
    private final Map<SystemId, Long> gone = new HashMap<>();
    private long last;

    /** A ticket for a reading that begins now. */
    long begin() {
        last++;
        open.add(last);
        return last;
    }

    /** The reading has been applied, or given up. */
    void end(long ticket) {
        open.remove(ticket);
        if (!gone.isEmpty()) {
            long oldest = open.isEmpty() ? Long.MAX_VALUE : open.first();
            gone.values().removeIf(seen -> seen < oldest);
        }
    }

    /** The last ticket that was given: a reading with a greater one begins after now. */
    long last() {
        return last;
    }

    void gone(SystemId id, long ticket) {
        gone.merge(id, ticket, Math::max);
    }

    /** Whether a newer reading than this one saw the system gone. */
    boolean isGone(SystemId id, long ticket) {
        return gone.getOrDefault(id, 0L) > ticket;
    }

    void isBack(SystemId id) {
        gone.remove(id);
    }
}
