package org.telvirt.hypervisor.network;

import org.jspecify.annotations.Nullable;

/**
 * A network that ports can be attached to.
 *
 * @param persistent whether its definition outlives its activity
 * @param bridge the machine's bridge behind it; null: none, or none yet
 */
public record HostNetwork(
        String name,
        boolean active,
        boolean persistent,
        @Nullable String bridge,
        Forwarding forwarding) {
    /** How it is connected with the world outside the machine. */
    public enum Forwarding {
        /** Not at all. */
        ISOLATED,
        /** With the machine's own address. */
        NAT,
        /** As a network of its own behind the machine. */
        ROUTED,
        /** As routed, without rules that would forbid anything. */
        OPEN,
        /** As part of a network of the machine's. */
        BRIDGED,
        /** By other means. */
        OTHER
    }
}
