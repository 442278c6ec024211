package org.telvirt.facility.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.EventsLost;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRebooted;
import org.telvirt.facility.event.FacilityEvent.SystemRedefined;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshots;

/**
 * The snapshots as the engine last said. Engines tell nothing of snapshots that others take of a system that does not run,
 * so what is known is trusted for a while only. Safe for use by many threads.
 */
final class SnapshotCache {
    static final Duration TRUST = Duration.ofMinutes(1);

    private final Snapshots engine;
    private final InstantSource clock;
    private final Map<SystemId, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Known(List<SystemSnapshot> snapshots, Instant until) {}

    SnapshotCache(Snapshots engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Forgets what may have changed. */
    void observe(FacilityEvent event) {
        if (event instanceof SystemChanged changed) {
            forget(changed.present().id());
        } else if (event instanceof SystemRedefined redefined) {
            forget(redefined.system().id());
        } else if (event instanceof SystemRebooted rebooted) {
            forget(rebooted.system().id());
        } else if (event instanceof SystemRemoved removed) {
            forget(removed.system().id());
        } else if (event instanceof EventsLost) {
            changes.incrementAndGet();
            known.clear();
        }
    }

    void forget(SystemId id) {
        changes.incrementAndGet();
        known.remove(id);
    }

    /** Those of a system that there is; empty: none, or the engine does not answer. */
    List<SystemSnapshot> of(SystemId id) {
        Known now = known.get(id);
        if (now != null && clock.instant().isBefore(now.until())) {
            return now.snapshots();
        }
        long before = changes.get();
        try {
            List<SystemSnapshot> read = read(id);
            if (changes.get() == before) {
                known.put(id, new Known(read, clock.instant().plus(TRUST)));
            }
            return read;
        } catch (HypervisorException e) {
            // what was known before is the best answer there is
            return now == null ? List.of() : now.snapshots();
        }
    }

    private List<SystemSnapshot> read(SystemId id) throws HypervisorException {
        DomainId domain = new DomainId(id.uuid());
        List<SystemSnapshot> read = new ArrayList<>();
        for (Snapshot snapshot : engine.of(domain)) {
            read.add(new SystemSnapshot(
                    id,
                    snapshot.name(),
                    snapshot.description(),
                    snapshot.time(),
                    snapshot.scope() == Snapshot.Scope.MEMORY_AND_DISKS,
                    snapshot.parent(),
                    snapshot.isCurrent(),
                    engine.definition(domain, snapshot.name())));
        }
        return List.copyOf(read);
    }
}
