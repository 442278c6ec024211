package org.telvirt.hypervisor.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a domain is given when it starts, besides the devices that it boots from, which have their place in the boot order
 * themselves.
 *
 * @param kernel started at once instead of any device; null: none
 * @param firmwareEntries start parameters by name, such as {@code opt/com.example/role}, which the guest finds in its
 *     firmware configuration (QEMU's fw_cfg)
 * @param oemStrings start parameters that the guest finds in its SMBIOS tables, as type 11
 */
public record Boot(@Nullable Kernel kernel, SortedMap<String, String> firmwareEntries, List<String> oemStrings) {
    /** Nothing: the devices in their order. */
    public static final Boot FROM_DEVICES = new Boot(null, Collections.emptySortedMap(), List.of());

    /** Copies the map and the list. */
    public Boot {
        firmwareEntries = Collections.unmodifiableSortedMap(new TreeMap<>(firmwareEntries));
        oemStrings = List.copyOf(oemStrings);
    }

    public Boot withKernel(@Nullable Kernel other) {
        return new Boot(other, firmwareEntries, oemStrings);
    }

    /** With one more start parameter, or another value of it. */
    public Boot withFirmwareEntry(String name, String value) {
        SortedMap<String, String> other = new TreeMap<>(firmwareEntries);
        other.put(name, value);
        return new Boot(kernel, other, oemStrings);
    }

    public Boot withFirmwareEntries(SortedMap<String, String> other) {
        return new Boot(kernel, other, oemStrings);
    }

    public Boot withOemStrings(List<String> other) {
        return new Boot(kernel, firmwareEntries, other);
    }

    /**
     * An operating system that the engine loads itself.
     *
     * @param image absolute path on the host
     * @param initialRamDisk absolute path on the host; null: none
     * @param arguments the command line; null: none
     */
    public record Kernel(
            String image,
            @Nullable String initialRamDisk,
            @Nullable String arguments) {}
}
