package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * A network port of a domain.
 *
 * @param address the MAC address in six lower-case hexadecimal pairs with colons; unique; null: the engine chooses
 * @param connection what it is plugged into
 * @param model the device that the guest sees, such as {@code virtio}; null: the engine chooses
 * @param bootOrder its place in the boot order from 1; null: not booted from
 * @param linkUp whether the cable is in
 * @param traffic what passes
 */
public record NetworkPort(
        @Nullable String address,
        Connection connection,
        @Nullable String model,
        @Nullable Integer bootOrder,
        boolean linkUp,
        Traffic traffic) {

    /** A port with its cable in, through which everything passes. */
    public NetworkPort(
            @Nullable String address, Connection connection, @Nullable String model, @Nullable Integer bootOrder) {
        this(address, connection, model, bootOrder, true, Traffic.FREE);
    }

    public NetworkPort withAddress(@Nullable String other) {
        return new NetworkPort(other, connection, model, bootOrder, linkUp, traffic);
    }

    public NetworkPort withConnection(Connection other) {
        return new NetworkPort(address, other, model, bootOrder, linkUp, traffic);
    }

    public NetworkPort withModel(@Nullable String other) {
        return new NetworkPort(address, connection, other, bootOrder, linkUp, traffic);
    }

    public NetworkPort withBootOrder(@Nullable Integer other) {
        return new NetworkPort(address, connection, model, other, linkUp, traffic);
    }

    public NetworkPort withLinkUp(boolean other) {
        return new NetworkPort(address, connection, model, bootOrder, other, traffic);
    }

    public NetworkPort withTraffic(Traffic other) {
        return new NetworkPort(address, connection, model, bootOrder, linkUp, other);
    }

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

    /**
     * What passes a port.
     *
     * @param inbound what the guest receives; null: no limit
     * @param outbound what the guest sends; null: no limit
     * @param vlan the tag of the virtual network that it is in, 1 to 4094; null: none
     * @param filter the name of a packet filter of the host, such as {@code clean-traffic} or {@code no-mac-spoofing};
     *     null: none
     * @param isolated whether it reaches no other isolated port of the same bridge
     * @param reservedInbound what of the inbound bandwidth of its network is set aside for it, which it gets whatever the
     *     others receive; null: nothing
     */
    public record Traffic(
            @Nullable Bandwidth inbound,
            @Nullable Bandwidth outbound,
            @Nullable Integer vlan,
            @Nullable String filter,
            boolean isolated,
            @Nullable DataRate reservedInbound) {
        /** Everything, without limit. */
        public static final Traffic FREE = new Traffic(null, null, null, null, false, null);

        /** The filter that every Linux host with libvirt knows: nobody can send under a foreign MAC address. */
        public static final String NO_MAC_SPOOFING = "no-mac-spoofing";

        /** The filter that keeps MAC addresses, IP addresses and ARP honest. */
        public static final String CLEAN_TRAFFIC = "clean-traffic";

        public Traffic withBandwidth(@Nullable Bandwidth otherInbound, @Nullable Bandwidth otherOutbound) {
            return new Traffic(otherInbound, otherOutbound, vlan, filter, isolated, reservedInbound);
        }

        public Traffic withVlan(@Nullable Integer other) {
            return new Traffic(inbound, outbound, other, filter, isolated, reservedInbound);
        }

        public Traffic withFilter(@Nullable String other) {
            return new Traffic(inbound, outbound, vlan, other, isolated, reservedInbound);
        }

        public Traffic withIsolated(boolean other) {
            return new Traffic(inbound, outbound, vlan, filter, other, reservedInbound);
        }

        public Traffic withReservedInbound(@Nullable DataRate other) {
            return new Traffic(inbound, outbound, vlan, filter, isolated, other);
        }
    }

    /**
     * A limit of traffic in one direction.
     *
     * @param average in the long run, at least 1 KiB/s
     * @param peak for a burst; null: not said
     * @param burst how much may come at the peak; null: not said
     */
    public record Bandwidth(
            DataRate average,
            @Nullable DataRate peak,
            @Nullable ByteSize burst) {
        /** A limit without bursts. */
        public static Bandwidth of(DataRate average) {
            return new Bandwidth(average, null, null);
        }
    }
}
