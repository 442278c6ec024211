package org.telvirt.facility.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.telvirt.facility.SystemId;

/** How often a virtual system is started again before somebody has to look. Not safe for use by many threads. */
final class RestartLimit {
    /** So many restarts within so long. */
    static final int MOST = 3;

    static final Duration WITHIN = Duration.ofMinutes(5);

    private final Map<SystemId, Deque<Instant>> restarts = new HashMap<>();

    /** Whether one more is allowed, which then counts. */
    boolean allows(SystemId id, Instant now) {
        Deque<Instant> times = restarts.computeIfAbsent(id, any -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().plus(WITHIN).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= MOST) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    void forget(SystemId id) {
        restarts.remove(id);
    }
}
