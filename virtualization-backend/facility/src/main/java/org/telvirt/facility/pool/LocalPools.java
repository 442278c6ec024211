package org.telvirt.facility.pool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.pool.Ledger.Claim;
import org.telvirt.facility.pool.Ledger.PoolState;
import org.telvirt.facility.pool.Ledger.Shortage;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;

/** The pools of the machine that one engine runs on. Safe for use by many threads. */
public final class LocalPools implements ResourcePools, AutoCloseable {
    private static final SystemId NOBODY = new SystemId(new UUID(0, 0));
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private static final Map<PoolKind, LiveChange.Kind> CHANGES = Map.of(
            PoolKind.PROCESSOR, LiveChange.Kind.PROCESSOR_COUNT,
            PoolKind.MEMORY, LiveChange.Kind.MEMORY_SIZE,
            PoolKind.STORAGE, LiveChange.Kind.DISK_ATTACHMENT,
            PoolKind.NETWORK, LiveChange.Kind.PORT_ATTACHMENT);

    private final Hypervisor engine;
    private final SystemView view;
    private final PoolRecords records;
    private final HostResources resources;
    private final Ledger ledger;
    private final Registration events;

    private LocalPools(Hypervisor engine, SystemView view, PoolRecords records) {
        this.engine = engine;
        this.view = view;
        this.records = records;
        this.resources = new HostResources(engine);
        this.ledger = new Ledger();
        view.tellFirst(ledger);
        this.events = engine.listen(resources);
    }

    /**
     * The pools of an engine's machine.
     *
     * @param view of its systems, into which nothing has been read yet
     * @param records of the pools that clients made
     * @throws FacilityException UNAVAILABLE: the records cannot be read
     */
    public static LocalPools open(Hypervisor engine, SystemView view, PoolRecords records) throws FacilityException {
        LocalPools pools = new LocalPools(engine, view, records);
        try {
            for (Map.Entry<String, String> record : records.read().entrySet()) {
                pools.ledger.restore(ChildPool.read(record.getKey(), record.getValue()));
            }
        } catch (IOException | IllegalArgumentException e) {
            pools.close();
            throw new FacilityException(
                    Reason.UNAVAILABLE, "The resource pools that were made cannot be read: " + e.getMessage(), e);
        }
        return pools;
    }

    /** The engine, which does nothing for which the pools have not enough. */
    public Hypervisor admitting() {
        return new AdmittingEngine(engine, this);
    }

    /** The ledger, with everything in it that is known or can be found out. */
    Ledger settled() {
        ledger.host(resources.shape());
        for (SystemId id : ledger.unread()) {
            var unused = view.definition(id, Configuration.ACTIVE);
        }
        return ledger;
    }

    /** The engine has done what a claim was for, or has refused to. */
    void conclude(Claim claim, boolean done) {
        if (done) {
            ledger.done(claim, view.lastTicket());
        } else {
            ledger.drop(claim);
        }
    }

    @Override
    public List<Pool> list() {
        Ledger now = settled();
        List<Pool> pools = new ArrayList<>();
        for (PoolId id : now.pools()) {
            Pool pool = pool(now, id);
            if (pool != null) {
                pools.add(pool);
            }
        }
        return pools;
    }

    @Override
    public List<PoolId> ids() {
        ledger.host(resources.shape());
        return ledger.pools();
    }

    @Override
    public @Nullable Pool find(PoolId id) {
        return pool(settled(), id);
    }

    private @Nullable Pool pool(Ledger now, PoolId id) {
        PoolState state = now.state(id);
        if (state == null) {
            return null;
        }
        ChildPool child = state.child();
        NumberSet processors = child == null ? NumberSet.of() : child.processors();
        if (id.equals(PoolId.host(PoolKind.PROCESSOR))) {
            Set<Integer> own = new TreeSet<>(processors().numbers());
            now.children().forEach(other -> other.processors().numbers().forEach(own::remove));
            processors = new NumberSet(List.copyOf(own));
        }
        return new Pool(
                id,
                child == null ? PoolWords.name(id) : child.name(),
                state.pageSize(),
                state.capacity(),
                state.reserved(),
                state.consumed(),
                child == null ? List.of() : child.shares(),
                processors);
    }

    @Override
    public List<Allocation> allocationsFrom(PoolId id) {
        return settled().allocationsFrom(id);
    }

    @Override
    public List<Allocation> allocationsOf(SystemId id) {
        return settled().allocationsOf(id);
    }

    @Override
    public List<Allocation> demand(SystemId id, DomainDefinition definition) {
        ledger.host(resources.shape());
        return ledger.demand(id, definition);
    }

    @Override
    public List<String> lacking(List<DomainDefinition> definitions) {
        Ledger now = settled();
        List<String> lacking = new ArrayList<>();
        List<Allocation> wanted = new ArrayList<>();
        Set<SystemId> systems = new HashSet<>();
        for (DomainDefinition definition : definitions) {
            SystemId id = definition.uuid() == null ? NOBODY : new SystemId(definition.uuid());
            List<Allocation> demand = now.demand(id, definition);
            lacking.addAll(unknown(definition));
            demand.forEach(each -> lacking.addAll(oversized(definition, each)));
            wanted.addAll(demand);
            systems.add(id);
        }
        for (Shortage shortage : now.shortagesNow(systems, wanted)) {
            lacking.add(words(shortage, definitions.size() > 1));
        }
        return lacking;
    }

    /** Memory without a reservation is promised to nobody, but more than the host has cannot be used either. */
    private List<String> oversized(DomainDefinition definition, Allocation wanted) {
        PoolId memory = PoolId.host(PoolKind.MEMORY);
        PoolState host = wanted.pool().kind() == PoolKind.MEMORY ? ledger.state(memory) : null;
        Long capacity = host == null ? null : host.capacity();
        return capacity == null || wanted.consumed() <= capacity || wanted.reserved() == wanted.consumed()
                ? List.of()
                : List.of(PoolWords.of(memory, null) + " has " + PoolKind.MEMORY.amount(capacity) + " in all, "
                        + PoolKind.MEMORY.amount(wanted.consumed()) + " are wanted by '" + definition.name() + "'");
    }

    /** The pools that a definition chose and that there are not, for people. */
    List<String> unknown(DomainDefinition definition) {
        List<String> unknown = new ArrayList<>();
        for (PoolKind kind : PoolKind.values()) {
            PoolId chosen = PoolChoice.of(definition, kind);
            if (chosen != null && !ledger.has(chosen)) {
                unknown.add("there is no resource pool " + chosen + "; give its definition another pool for "
                        + kind.word());
            }
        }
        unknown.addAll(ungranted(definition));
        return unknown;
    }

    @Override
    public List<String> ungranted(DomainDefinition definition) {
        Map<String, PoolId> wishes = PoolChoice.wishes(definition);
        List<String> ungranted = new ArrayList<>();
        if (!wishes.isEmpty()) {
            for (Allocation each : demand(NOBODY, definition)) {
                PoolId wish = wishes.getOrDefault(each.device(), each.pool());
                if (!wish.equals(each.pool()) && find(wish) == null) {
                    ungranted.add("there is no resource pool " + wish
                            + "; give the PoolID of one that is there, or leave" + " it out");
                } else if (!wish.equals(each.pool())) {
                    ungranted.add(each.device() + " comes from resource pool " + each.pool()
                            + " by what it uses, not from " + wish + "; change what it uses, or leave the pool out");
                }
            }
        }
        return ungranted;
    }

    /** Such as {@code memory pool has 1024 MiB free, 2048 MiB reserved by its definition}. */
    String words(Shortage shortage) {
        return words(shortage, false);
    }

    private String words(Shortage shortage, boolean byMany) {
        return PoolWords.of(shortage.pool(), nameOf(shortage.pool())) + " has "
                + PoolWords.pair(shortage.pool().kind(), shortage.free(), shortage.asked(), byMany);
    }

    @Override
    public Pool create(String name, List<Share> shares) throws FacilityException {
        return create(name, shares, NumberSet.of());
    }

    @Override
    public Pool createOf(String name, NumberSet processors) throws FacilityException {
        requireFree(null, processors);
        return create(name, List.of(share(processors)), processors);
    }

    private static Share share(NumberSet processors) {
        return new Share(PoolId.host(PoolKind.PROCESSOR), processors.numbers().size() * PoolKind.WHOLE_PROCESSOR);
    }

    private Pool create(String name, List<Share> shares, NumberSet processors) throws FacilityException {
        String attempt = "Cannot make a resource pool '" + name + "'";
        if (!NAME.matcher(name).matches()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, attempt + ": a name has 1 to 200 characters, none of them control");
        }
        PoolKind kind = kind(attempt, shares);
        PoolId id = PoolId.child(kind, UUID.randomUUID().toString());
        ChildPool child = new ChildPool(id, name, shares, processors);
        put(attempt, null, child);
        return present(id);
    }

    private PoolKind kind(String attempt, List<Share> shares) throws FacilityException {
        Set<PoolKind> kinds = new HashSet<>();
        for (Share share : shares) {
            kinds.add(share.from().kind());
            if (!settled().has(share.from())) {
                throw new FacilityException(Reason.NOT_FOUND, attempt + ": there is no resource pool " + share.from());
            }
            if (share.amount() <= 0) {
                throw new FacilityException(
                        Reason.INVALID_ARGUMENT, attempt + ": it cannot have nothing of " + share.from());
            }
        }
        if (kinds.size() != 1 || !kinds.iterator().next().isReservable()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT,
                    attempt + ": it needs parents of one kind, of processors, memory or storage, not " + kinds);
        }
        return kinds.iterator().next();
    }

    private void put(String attempt, @Nullable ChildPool before, ChildPool child) throws FacilityException {
        List<Shortage> shortages = settled().put(child);
        if (!shortages.isEmpty()) {
            Shortage first = shortages.get(0);
            throw new FacilityException(
                    Reason.INSUFFICIENT_RESOURCES,
                    attempt + ": " + PoolWords.of(first.pool(), nameOf(first.pool())) + " has "
                            + first.pool().kind().amount(first.free()) + " free, "
                            + first.pool().kind().amount(first.asked()) + " are asked for");
        }
        try {
            records.put(child.id().toString(), child.text());
        } catch (IOException e) {
            if (before == null) {
                ledger.withdraw(child.id());
            } else {
                ledger.restore(before);
            }
            throw new FacilityException(Reason.UNAVAILABLE, attempt + ": it cannot be kept: " + e.getMessage(), e);
        }
    }

    private @Nullable String nameOf(PoolId id) {
        ChildPool child = ledger.child(id);
        return child == null ? null : child.name();
    }

    private Pool present(PoolId id) {
        return Objects.requireNonNull(find(id));
    }

    private ChildPool child(String attempt, PoolId id) throws FacilityException {
        ChildPool child = settled().child(id);
        if (child == null) {
            boolean there = ledger.has(id);
            throw new FacilityException(
                    there ? Reason.INVALID_ARGUMENT : Reason.NOT_FOUND,
                    attempt + (there ? ": it is the host's own" : ": there is no such resource pool"));
        }
        return child;
    }

    @Override
    public Pool feed(PoolId id, List<Share> shares) throws FacilityException {
        String attempt = "Cannot change the parents of resource pool " + id;
        ChildPool child = child(attempt, id);
        if (kind(attempt, shares) != id.kind()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, attempt + ": it has " + id.kind().word() + " and the parents have not");
        } else if (!child.processors().isEmpty()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, attempt + ": it consists of certain processors; change these");
        } else if (shares.stream().anyMatch(share -> descends(share.from(), id))) {
            throw new FacilityException(Reason.INVALID_ARGUMENT, attempt + ": it would be a parent of itself");
        }
        put(attempt, child, child.withShares(shares));
        return present(id);
    }

    private boolean descends(PoolId id, PoolId ancestor) {
        ChildPool child = ledger.child(id);
        return id.equals(ancestor)
                || (child != null && child.shares().stream().anyMatch(share -> descends(share.from(), ancestor)));
    }

    @Override
    public Pool setProcessors(PoolId id, NumberSet processors) throws FacilityException {
        String attempt = "Cannot change the processors of resource pool " + id;
        ChildPool child = child(attempt, id);
        if (child.processors().isEmpty()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, attempt + ": it consists of no certain ones; change its parents");
        }
        requireFree(id, processors);
        put(attempt, child, new ChildPool(id, child.name(), List.of(share(processors)), processors));
        return present(id);
    }

    private void requireFree(@Nullable PoolId mine, NumberSet processors) throws FacilityException {
        if (processors.isEmpty() || !processors().numbers().containsAll(processors.numbers())) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT,
                    "The host has processors " + processors() + "; a pool needs at least one of them, not '"
                            + processors + "'");
        }
        for (ChildPool other : ledger.children()) {
            Set<Integer> common = new TreeSet<>(other.processors().numbers());
            common.retainAll(processors.numbers());
            if (!common.isEmpty() && !other.id().equals(mine)) {
                throw new FacilityException(
                        Reason.BUSY, "Processors " + common + " are those of resource pool '" + other.name() + "'");
            }
        }
    }

    @Override
    public void delete(PoolId id) throws FacilityException {
        ChildPool child = child("Cannot delete resource pool " + id, id);
        String attempt = "Cannot delete resource pool '" + child.name() + "'";
        if (!settled().removeUnused(id)) {
            throw new FacilityException(
                    Reason.BUSY,
                    attempt + ": active systems or other pools hold something of it; deactivate or delete"
                            + " them first");
        }
        try {
            records.put(id.toString(), null);
        } catch (IOException e) {
            ledger.restore(child);
            throw new FacilityException(Reason.UNAVAILABLE, attempt + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Set<PoolKind> changeable() {
        Set<PoolKind> kinds = EnumSet.noneOf(PoolKind.class);
        CHANGES.forEach((kind, change) -> {
            if (!engine.lackingChanges().containsKey(change)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    @Override
    public List<Network> networks() {
        return resources.networks();
    }

    /** The definition, on the processors of the pool that it chose if that consists of certain ones and it names none. */
    DomainDefinition placed(DomainDefinition definition) {
        PoolId chosen = PoolChoice.of(definition, PoolKind.PROCESSOR);
        ChildPool child = chosen == null ? null : ledger.child(chosen);
        Processors processors = definition.processors();
        return child == null
                        || child.processors().isEmpty()
                        || processors.placement().any() != null
                ? definition
                : definition.withProcessors(
                        processors.withPlacement(processors.placement().withAny(child.processors())));
    }

    @Override
    public NumberSet processors() {
        return new NumberSet(List.copyOf(resources.shape().processors()));
    }

    /** Listens to the engine no more. */
    @Override
    public void close() {
        events.close();
    }
}
