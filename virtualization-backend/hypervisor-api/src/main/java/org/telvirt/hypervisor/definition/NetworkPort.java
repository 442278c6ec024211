package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * A network port of a domain.
 *
 * @param address the MAC address in six lower-case hexadecimal pairs with colons; unique; null: the engine chooses
 * @param connection what it is plugged into
 * @param model the device that the guest sees, such as {@code virtio}; null: the engine chooses
 * @param bootOrder its place in the boot order from 1; null: not booted from
 */
public record NetworkPort(
        @Nullable String address,
        Connection connection,
        @Nullable String model,
        @Nullable Integer bootOrder) {

    /** What a port is plugged into. */
    public sealed interface Connection {
        /** The name of the far side; empty if it has none. */
        String name();
    }

    /**
     * A network that the engine manages.
     *
     * @param name as the engine knows it
     */
    public record VirtualNetwork(String name) implements Connection {}

    /**
     * A bridge of the host.
     *
     * @param name the bridge's interface
     */
    public record Bridge(String name) implements Connection {}

    /** The host's own network by address translation in user space; reaches out, is not reached. */
    public record UserNetwork() implements Connection {
        @Override
        public String name() {
            return "";
        }
    }

    /**
     * A connection that the port has no record for yet; the engine keeps its details.
     *
     * @param name as the engine writes it
     */
    public record OtherConnection(String name) implements Connection {}
}
