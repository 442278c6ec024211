package org.telvirt.facility.pool;

/**
 * What a pool has from another one.
 *
 * @param from its parent
 * @param amount more than zero, in the unit of their kind
 */
public record Share(PoolId from, long amount) {}
