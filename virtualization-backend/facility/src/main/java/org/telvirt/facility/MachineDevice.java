package org.telvirt.facility;

import org.jspecify.annotations.Nullable;

/**
 * A device of the machine itself.
 *
 * @param name the engine's, such as {@code net_eth0_52_54_00_12_34_56}; stays as long as the device does
 * @param vendor for people; null: not known
 * @param product for people; null: not known
 * @param node its name for programs, such as {@code /dev/sda} or {@code eth0}; null: it has none
 * @param address of a network port, in six hexadecimal pairs with colons; null: it has none
 */
public record MachineDevice(
        String name,
        Kind kind,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String node,
        @Nullable String address) {
    /** What it is. */
    public enum Kind {
        /** A disk or the like. */
        DISK,
        /** An Ethernet port that is more than software. */
        NETWORK_PORT
    }
}
