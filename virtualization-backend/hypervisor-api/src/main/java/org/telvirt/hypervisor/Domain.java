package org.telvirt.hypervisor;

/**
 * A domain as it is now.
 *
 * @param persistent whether its definition outlives its run
 */
public record Domain(DomainId id, String name, DomainState state, StateReason reason, boolean persistent) {}
