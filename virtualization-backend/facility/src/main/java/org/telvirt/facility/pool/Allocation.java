package org.telvirt.facility.pool;

import org.telvirt.facility.SystemId;

/**
 * What a resource of an active system holds of a pool.
 *
 * @param device names the resource in its system: {@code processor}, {@code memory}, {@code disk/TARGET}, {@code
 *     network/ADDRESS}, {@code serial/NUMBER}; those that have no target or address have their number
 * @param reserved what it can count on, in the unit of the pool's kind
 * @param consumed what its guest sees: processors, bytes of memory, else 1
 */
public record Allocation(SystemId system, String device, PoolId pool, long reserved, long consumed) {}
