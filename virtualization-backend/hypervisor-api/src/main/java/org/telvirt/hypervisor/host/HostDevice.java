package org.telvirt.hypervisor.host;

import org.jspecify.annotations.Nullable;

/**
 * A device of the machine.
 *
 * @param name the engine's, such as {@code pci_0000_00_1f_2}
 * @param parent the name of what it is attached to; null: nothing that is known
 * @param driver of the kernel; null: none holds it
 * @param vendor for people; null: not known
 * @param product for people; null: not known
 * @param node its name for programs: the interface of a network device, the file of a disk; null: it has none
 * @param address on its bus, such as {@code 0000:00:1f.2} or {@code 001:003}, or the address of a network device; null: it has none
 */
public record HostDevice(
        String name,
        Kind kind,
        @Nullable String parent,
        @Nullable String driver,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String node,
        @Nullable String address) {
    /** What it is. */
    public enum Kind {
        /** A function on the PCI bus. */
        PCI,
        /** On the USB. */
        USB,
        /** A network interface. */
        NETWORK,
        /** A disk or the like. */
        STORAGE,
        /** Anything else. */
        OTHER
    }
}
