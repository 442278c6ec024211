package org.telvirt.facility.pool;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NumberSet;

/**
 * The pools of the host's resources, and who holds what of them. Reads come from memory; the engine is asked only for what
 * an event said to have changed. Safe for use by many threads.
 */
public interface ResourcePools {
    /** All pools: the host's own by kind, then those that clients made, oldest first. */
    List<Pool> list();

    /** The ids of all pools, in the same order. */
    List<PoolId> ids();

    /** One pool; null: there is none. */
    @Nullable
    Pool find(PoolId id);

    /** What active systems hold of a pool; empty: nothing, or no such pool. */
    List<Allocation> allocationsFrom(PoolId id);

    /** What a system holds; empty: it is not active, or not there. */
    List<Allocation> allocationsOf(SystemId id);

    /** What a system would hold if it were active with this definition. */
    List<Allocation> demand(SystemId id, DomainDefinition definition);

    /**
     * Resources of which someone {@linkplain PoolChoice#with(DomainDefinition, String, PoolId) wants} that they come from a
     * pool from which they do not, for people; empty: none.
     */
    List<String> ungranted(DomainDefinition definition);

    /**
     * What the host lacks to have systems with these definitions active at once, beside those that are active now, for
     * people; empty: nothing. A definition with the UUID of an active system counts in place of what that one holds. Others
     * may be quicker to take what is left.
     */
    List<String> lacking(List<DomainDefinition> definitions);

    /** What the host lacks to activate a system with this definition now, for people; empty: nothing. */
    default List<String> lacking(DomainDefinition definition) {
        return lacking(List.of(definition));
    }

    /**
     * Makes a pool out of parts of others, which can be reserved there no more.
     *
     * @param shares at least one, all of one kind that is reservable
     * @throws FacilityException INVALID_ARGUMENT: the name or the shares; NOT_FOUND: a parent; INSUFFICIENT_RESOURCES: a
     *     parent has not so much left; UNAVAILABLE: it cannot be kept
     */
    Pool create(String name, List<Share> shares) throws FacilityException;

    /**
     * Makes a pool of these processors of the host, which no other pool has from now on.
     *
     * @param processors at least one
     * @throws FacilityException as {@link #create}; BUSY: another pool has one of them
     */
    Pool createOf(String name, NumberSet processors) throws FacilityException;

    /**
     * Feeds a pool that a client made from these parents with these amounts.
     *
     * @throws FacilityException NOT_FOUND; INVALID_ARGUMENT: it is the host's own, or the shares; INSUFFICIENT_RESOURCES: a
     *     parent has not so much left, or more than the new amount is held of the pool; UNAVAILABLE
     */
    Pool feed(PoolId id, List<Share> shares) throws FacilityException;

    /**
     * Gives a pool of certain processors others in their place.
     *
     * @param processors at least one
     * @throws FacilityException NOT_FOUND; INVALID_ARGUMENT: it has no certain processors, or the host has not these; BUSY:
     *     another pool has one of them; INSUFFICIENT_RESOURCES; UNAVAILABLE
     */
    Pool setProcessors(PoolId id, NumberSet processors) throws FacilityException;

    /**
     * Gives back what a pool has to its parents.
     *
     * @throws FacilityException NOT_FOUND; INVALID_ARGUMENT: it is the host's own; BUSY: something is held of it; UNAVAILABLE
     */
    void delete(PoolId id) throws FacilityException;

    /** The kinds of resource that active systems can be given more of, and less. */
    Set<PoolKind> changeable();

    /** The networks of the engine. */
    List<Network> networks();

    /** The processors of the machine that are online, by number. */
    NumberSet processors();
}
