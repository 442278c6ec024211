package org.telvirt.facility.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.view.SystemObserver;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * Who holds what of which pool, kept as systems change. What is about to be held is claimed first, so that of two that ask
 * for the last of a pool only one gets it. It is called under the lock of the table of systems, so it calls nobody. Safe
 * for use by many threads.
 */
final class Ledger implements SystemObserver {
    private final Map<PoolId, Account> accounts = new HashMap<>();
    private final Map<SystemId, DomainDefinition> active = new HashMap<>();
    private final Map<SystemId, List<Allocation>> counted = new HashMap<>();
    private final Map<SystemId, Claim> claims = new HashMap<>();
    private final Set<SystemId> unread = new LinkedHashSet<>();
    private final Map<PoolId, ChildPool> children = new LinkedHashMap<>();
    private HostShape shape = HostShape.NOTHING;
    private HostShape.Layout layout = shape.layout();

    /** What a system will hold if the engine does as it is asked. */
    static final class Claim {
        private final SystemId system;
        private final List<Allocation> allocations;
        /** Readings that began later say what has become of it; -1: the engine is still at it. */
        private long done = -1;

        private Claim(SystemId system, List<Allocation> allocations) {
            this.system = system;
            this.allocations = allocations;
        }

        private boolean isSettledBy(Known known) {
            return done >= 0 && known.stateTicket() > done && (!known.runs() || known.definitionTicket() > done);
        }
    }

    /** A pool that has less than is asked of it. */
    record Shortage(PoolId pool, long free, long asked) {}

    @Override
    public synchronized void present(Known known) {
        SystemId id = known.system().id();
        DomainDefinition definition = known.active();
        Claim claim = claims.get(id);
        if (claim != null && claim.isSettledBy(known)) {
            claims.remove(id);
        }
        if (!known.runs()) {
            unread.remove(id);
            active.remove(id);
        } else if (definition == null) {
            unread.add(id);
        } else {
            unread.remove(id);
            DomainDefinition before = active.put(id, definition);
            if (definition.equals(before) && claim == null) {
                return;
            }
        }
        count(id);
    }

    @Override
    public synchronized void absent(SystemId id) {
        unread.remove(id);
        active.remove(id);
        claims.remove(id);
        count(id);
    }

    /** Counts anew what one system holds. */
    private void count(SystemId id) {
        List<Allocation> before = counted.remove(id);
        if (before != null) {
            before.forEach(allocation -> account(allocation.pool()).remove(allocation));
        }
        Claim claim = claims.get(id);
        DomainDefinition definition = active.get(id);
        List<Allocation> now = claim != null
                ? claim.allocations
                : definition == null ? List.<Allocation>of() : demand().of(id, definition);
        if (!now.isEmpty()) {
            counted.put(id, now);
            now.forEach(allocation -> account(allocation.pool()).add(allocation));
        }
    }

    private Demand demand() {
        return new Demand(layout, children::containsKey);
    }

    private Account account(PoolId pool) {
        return accounts.computeIfAbsent(pool, id -> new Account());
    }

    /** The host has this to give from now on. */
    @SuppressWarnings("ReferenceEquality") // it is asked at every question, and mostly nothing has been read anew
    synchronized void host(HostShape present) {
        if (present == shape) {
            return;
        }
        shape = present;
        HostShape.Layout now = present.layout();
        if (!now.equals(layout)) {
            layout = now;
            recount();
        }
    }

    private void recount() {
        List.copyOf(active.keySet()).forEach(this::count);
    }

    /** Active systems of which nobody has read what they consist of. */
    synchronized List<SystemId> unread() {
        return List.copyOf(unread);
    }

    /** What a definition would hold of which pools. */
    synchronized List<Allocation> demand(SystemId system, DomainDefinition definition) {
        return demand().of(system, definition);
    }

    /**
     * Takes what a system is about to hold, in place of what it holds.
     *
     * @return null: it is taken, and shortages says nothing
     */
    synchronized @Nullable Claim claim(SystemId system, List<Allocation> wanted, List<Shortage> shortages) {
        shortages.addAll(shortages(Set.of(system), wanted));
        if (!shortages.isEmpty()) {
            return null;
        }
        Claim claim = new Claim(system, wanted);
        claims.put(system, claim);
        count(system);
        return claim;
    }

    /** What pools lack now for these systems to hold this together in place of what they hold. */
    synchronized List<Shortage> shortagesNow(Set<SystemId> systems, List<Allocation> wanted) {
        return shortages(systems, wanted);
    }

    private List<Shortage> shortages(Set<SystemId> systems, List<Allocation> wanted) {
        Map<PoolId, Long> asked = sums(wanted);
        Map<PoolId, Long> held = sums(systems.stream()
                .flatMap(system -> counted.getOrDefault(system, List.of()).stream())
                .toList());
        List<Shortage> shortages = new ArrayList<>();
        asked.forEach((pool, amount) -> {
            long mine = held.getOrDefault(pool, 0L);
            Long capacity = capacity(pool);
            if (amount > mine && capacity != null) {
                long free = capacity - reserved(pool) + mine;
                if (amount > free) {
                    shortages.add(new Shortage(pool, Math.max(0, free), amount));
                }
            }
        });
        return shortages;
    }

    private static Map<PoolId, Long> sums(List<Allocation> allocations) {
        Map<PoolId, Long> sums = new LinkedHashMap<>();
        for (Allocation allocation : allocations) {
            if (allocation.reserved() > 0) {
                sums.merge(allocation.pool(), allocation.reserved(), Ledger::sum);
            }
        }
        return sums;
    }

    /** More than can be counted stays more than anybody has. */
    private static long sum(long one, long other) {
        return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
    }

    /** What pools could never give, even if no system were active. */
    synchronized List<Shortage> impossible(List<Allocation> wanted) {
        List<Shortage> shortages = new ArrayList<>();
        sums(wanted).forEach((pool, amount) -> {
            Long capacity = capacity(pool);
            if (capacity != null) {
                long most = capacity - lent(pool) - shape.used(pool);
                if (amount > most) {
                    shortages.add(new Shortage(pool, Math.max(0, most), amount));
                }
            }
        });
        return shortages;
    }

    /**
     * The engine has done what a claim was for, or part of it; the next reading says what.
     *
     * @param ticket of the last reading that had begun when the engine returned
     */
    synchronized void done(Claim claim, long ticket) {
        claim.done = ticket;
    }

    /** The engine has refused what a claim was for. */
    synchronized void drop(Claim claim) {
        if (claims.remove(claim.system, claim)) {
            count(claim.system);
        }
    }

    synchronized List<PoolId> pools() {
        List<PoolId> all = new ArrayList<>(shape.pools());
        all.addAll(children.keySet());
        return all;
    }

    synchronized boolean has(PoolId id) {
        return children.containsKey(id) || shape.has(id);
    }

    synchronized @Nullable ChildPool child(PoolId id) {
        return children.get(id);
    }

    synchronized List<ChildPool> children() {
        return List.copyOf(children.values());
    }

    /**
     * Takes a child pool away, unless systems or other pools hold something of it.
     *
     * @return whether it is gone
     */
    synchronized boolean removeUnused(PoolId id) {
        if (!account(id).isEmpty() || lent(id) > 0) {
            return false;
        }
        children.remove(id);
        return true;
    }

    /** A pool as it is; null: there is none. */
    synchronized @Nullable PoolState state(PoolId id) {
        return has(id)
                ? new PoolState(
                        children.get(id),
                        shape.pageSize(id),
                        capacity(id),
                        reserved(id),
                        account(id).consumed())
                : null;
    }

    /** What the ledger knows of a pool; child: null if it is the host's own. */
    record PoolState(
            @Nullable ChildPool child,
            @Nullable Long pageSize,
            @Nullable Long capacity,
            long reserved,
            long consumed) {}

    private @Nullable Long capacity(PoolId id) {
        ChildPool child = children.get(id);
        return child != null ? (Long) child.capacity() : shape.has(id) ? shape.capacity(id) : (Long) 0L;
    }

    private long reserved(PoolId id) {
        return account(id).reserved() + lent(id) + shape.used(id);
    }

    /** What child pools have of a pool. */
    private long lent(PoolId id) {
        return children.values().stream().mapToLong(child -> child.from(id)).sum();
    }

    /**
     * Puts a child pool in, in place of what was of its id, if its parents have enough for it and it has enough for what
     * is held of it.
     *
     * @return what is lacking; empty: it is in
     */
    synchronized List<Shortage> put(ChildPool wanted) {
        PoolId id = wanted.id();
        ChildPool before = children.get(id);
        List<Shortage> shortages = new ArrayList<>();
        for (Share share : wanted.shares()) {
            long mine = before == null ? 0 : before.from(share.from());
            Long capacity = capacity(share.from());
            long free = capacity == null ? Long.MAX_VALUE : capacity - reserved(share.from()) + mine;
            if (wanted.from(share.from()) > Math.max(mine, free)) {
                shortages.add(new Shortage(share.from(), Math.max(0, free), wanted.from(share.from())));
            }
        }
        if (before != null && wanted.capacity() < reserved(id)) {
            shortages.add(new Shortage(id, wanted.capacity(), reserved(id)));
        }
        if (shortages.isEmpty()) {
            restore(wanted);
        }
        return shortages;
    }

    /** Puts a pool in that was there before, whatever there is now. */
    synchronized void restore(ChildPool child) {
        if (children.put(child.id(), child) == null) {
            recount();
        }
    }

    /** Takes a pool away again that nobody has been told of. */
    synchronized void withdraw(PoolId id) {
        children.remove(id);
        recount();
    }

    /** What is held of a pool. */
    synchronized List<Allocation> allocationsFrom(PoolId pool) {
        Account account = accounts.get(pool);
        return account == null ? List.of() : account.allocations();
    }

    /** What a system holds; empty: it is not active. */
    synchronized List<Allocation> allocationsOf(SystemId system) {
        return Objects.requireNonNullElse(counted.get(system), List.of());
    }
}
