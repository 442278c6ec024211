package org.telvirt.facility.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRedefined;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.facility.view.Reading.Definitions;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.LifecycleAction;

/**
 * The virtual systems by id and by name. Readings may come in any order: one that is older than what is known changes
 * nothing. Whoever applies anything flushes the events afterwards. Safe for use by many threads.
 */
final class SystemTable {
    private final InstantSource clock;
    private final FacilityEvents events;
    private final Map<SystemId, Entry> byId = new ConcurrentHashMap<>();
    private final TreeMap<SortKey, VirtualSystem> byName = new TreeMap<>(SortKey.ORDER);
    private final Tickets tickets = new Tickets();
    private volatile @Nullable List<VirtualSystem> listing;
    private volatile long trustedFrom = 1;
    private @Nullable SystemObserver observer;

    private record SortKey(String name, SystemId id) {
        static final Comparator<SortKey> ORDER = Comparator.comparing(SortKey::name)
                .thenComparing(key -> key.id().uuid());

        static SortKey of(VirtualSystem system) {
            return new SortKey(system.name(), system.id());
        }
    }

    SystemTable(InstantSource clock, FacilityEvents events) {
        this.clock = clock;
        this.events = events;
    }

    /** Someone has to know of everything from now on; nothing is known yet. */
    synchronized void tellFirst(SystemObserver first) {
        observer = first;
    }

    @Nullable
    Entry find(SystemId id) {
        return byId.get(id);
    }

    /** All systems in the order of their names; made anew only after a change. */
    List<VirtualSystem> list() {
        List<VirtualSystem> present = listing;
        return present == null ? makeListing() : present;
    }

    private synchronized List<VirtualSystem> makeListing() {
        List<VirtualSystem> present = listing;
        if (present == null) {
            present = List.copyOf(byName.values());
            listing = present;
        }
        return present;
    }

    synchronized long begin() {
        return tickets.begin();
    }

    synchronized void end(long ticket) {
        tickets.end(ticket);
    }

    synchronized long lastTicket() {
        return tickets.last();
    }

    synchronized void apply(Reading reading) {
        applyOne(reading);
    }

    /** Applies a list of all domains: what is not in it is gone. */
    synchronized void applyAll(List<Domain> domains, long ticket) {
        Set<SystemId> absent = new HashSet<>(byId.keySet());
        for (Domain domain : domains) {
            Reading reading = Reading.listed(domain, ticket);
            applyOne(reading);
            absent.remove(reading.id());
        }
        absent.forEach(id -> applyOne(Reading.absent(id, ticket)));
    }

    /** All definitions that were read before this ticket was given are to be read again. */
    synchronized void distrustDefinitionsBefore(long ticket) {
        trustedFrom = ticket;
        byId.values().forEach(this::tell);
    }

    /** Whether the definitions of an entry can have changed only by what events tell. */
    boolean trustsDefinitionsOf(Entry entry) {
        return entry.definitionsTicket() >= trustedFrom;
    }

    /** Changes what the facility itself knows of a system; nothing if there is none. */
    synchronized void mark(SystemId id, UnaryOperator<VirtualSystem> change) {
        Entry entry = byId.get(id);
        if (entry != null) {
            put(entry, entry.with(change.apply(entry.system())));
        }
    }

    private void applyOne(Reading reading) {
        Entry known = byId.get(reading.id());
        Domain domain = reading.domain();
        if (domain == null) {
            applyAbsence(known, reading);
        } else if (known != null) {
            update(known, domain, reading);
        } else if (!tickets.isGone(reading.id(), reading.ticket())) {
            tickets.isBack(reading.id());
            update(null, domain, reading);
        }
    }

    private void applyAbsence(@Nullable Entry known, Reading reading) {
        if (known == null) {
            tickets.gone(reading.id(), reading.ticket());
        } else if (known.domainTicket() < reading.ticket()) {
            tickets.gone(reading.id(), reading.ticket());
            byId.remove(reading.id());
            byName.remove(SortKey.of(known.system()));
            listing = null;
            if (observer != null) {
                observer.absent(reading.id());
            }
            events.note(new SystemRemoved(clock.instant(), known.system()));
        }
    }

    private void update(@Nullable Entry known, Domain domain, Reading reading) {
        Instant now = clock.instant();
        Entry next = known == null ? Entry.first(domain, reading.ticket()) : known;
        if (next.domainTicket() < reading.ticket()) {
            next = next.with(domain, reading.ticket(), now);
        }
        Definitions definitions = reading.definitions();
        if (definitions != null && next.definitionsTicket() < reading.ticket()) {
            next = next.with(definitions, reading.ticket());
        }
        put(known, next);
    }

    private void put(@Nullable Entry known, Entry next) {
        byId.put(next.system().id(), next);
        tell(next);
        VirtualSystem previous = known == null ? null : known.system();
        if (!next.system().equals(previous)) {
            if (previous != null) {
                byName.remove(SortKey.of(previous));
            }
            byName.put(SortKey.of(next.system()), next.system());
            listing = null;
            Instant now = clock.instant();
            events.note(
                    previous == null
                            ? new SystemAdded(now, next.system())
                            : new SystemChanged(now, previous, next.system()));
        }
        noteRedefinition(known == null ? null : known.definitions(), next);
    }

    private void tell(Entry entry) {
        if (observer != null) {
            Definitions definitions = trustsDefinitionsOf(entry) ? entry.definitions() : null;
            observer.present(new SystemObserver.Known(
                    entry.system(),
                    LifecycleAction.STOP.possibleFrom(entry.domain().state()),
                    definitions == null ? null : definitions.active(),
                    entry.domainTicket(),
                    entry.definitionsTicket()));
        }
    }

    private void noteRedefinition(@Nullable Definitions previous, Entry next) {
        Definitions present = next.definitions();
        if (previous != null && present != null && !Objects.equals(previous.defined(), present.defined())) {
            events.note(new SystemRedefined(clock.instant(), next.system(), previous.defined(), present.defined()));
        }
    }
}
