package org.telvirt.hypervisor.definition;

import java.util.Locale;

/** A device of the host that the domain has to itself while it runs. */
public sealed interface HostDevice {
    /** Names it on the host as people write it; unique in a domain. */
    String address();

    /** A PCI device, such as {@code 0000:06:12.5}. */
    record PciDevice(int domain, int bus, int slot, int function) implements HostDevice {
        @Override
        public String address() {
            return String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, slot, function);
        }
    }

    /** A USB device by what it is, such as {@code 046d:c52b}; there must be just one of it. */
    record UsbDevice(int vendor, int product) implements HostDevice {
        @Override
        public String address() {
            return String.format(Locale.ROOT, "%04x:%04x", vendor, product);
        }
    }
}
