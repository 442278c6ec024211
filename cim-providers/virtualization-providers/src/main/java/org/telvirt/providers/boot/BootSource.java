package org.telvirt.providers.boot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.providers.device.DiskMapper;
import org.telvirt.providers.device.NetworkPortMapper;

/**
 * Something that a definition can boot from. Pure.
 *
 * @param name that of the device, such as {@code disk/vda}, or {@code kernel}
 * @param structured the name as DSP1012 writes it, such as {@code CIM:Hard-Disk:1}
 * @param place in the order of booting from 1; 0: it is not booted from
 * @param text for people
 */
record BootSource(String name, String structured, int place, String text) {
    static final String KERNEL = "kernel";

    private static final DiskMapper DISKS = new DiskMapper();
    private static final NetworkPortMapper PORTS = new NetworkPortMapper();
    private static final Map<DeviceType, String> WORDS = words();

    private static Map<DeviceType, String> words() {
        Map<DeviceType, String> words = new EnumMap<>(DeviceType.class);
        words.put(DeviceType.DISK, "Hard-Disk");
        words.put(DeviceType.CDROM, "CD/DVD");
        words.put(DeviceType.FLOPPY, "Floppy");
        return words;
    }

    /** Whether the next one is tried when this one cannot be booted from. */
    boolean failsThrough() {
        return !name.equals(KERNEL);
    }

    /**
     * All of a definition, in the guest's order. A kernel comes before all devices. Where nobody says what to boot from, it
     * is the first disk.
     */
    static List<BootSource> of(DomainDefinition definition) {
        Kernel kernel = definition.boot().kernel();
        int shift = kernel == null ? 0 : 1;
        List<BootSource> sources = new ArrayList<>();
        if (kernel != null) {
            sources.add(new BootSource(KERNEL, "Telvirt:Kernel:1", 1, "Kernel " + kernel.image()));
        }
        int first = isSaid(definition) ? -1 : firstDisk(definition);
        Map<DeviceType, Integer> counts = new EnumMap<>(DeviceType.class);
        List<Disk> disks = definition.disks();
        for (int i = 0; i < disks.size(); i++) {
            Disk disk = disks.get(i);
            String word = Objects.requireNonNull(WORDS.get(disk.device()));
            int number = counts.merge(disk.device(), 1, Integer::sum);
            Integer order = i == first ? (Integer) 1 : disk.bootOrder();
            String name = DISKS.name(disk, i);
            sources.add(new BootSource(
                    "disk/" + name, "CIM:" + word + ":" + number, place(order, shift), word + " " + name));
        }
        addPorts(sources, definition.networkPorts(), shift);
        return sources;
    }

    private static void addPorts(List<BootSource> sources, List<NetworkPort> ports, int shift) {
        for (int i = 0; i < ports.size(); i++) {
            String name = PORTS.name(ports.get(i), i);
            int place = place(ports.get(i).bootOrder(), shift);
            sources.add(new BootSource("network/" + name, "CIM:Network:" + (i + 1), place, "Network " + name));
        }
    }

    private static int place(@Nullable Integer order, int shift) {
        return order == null ? 0 : order + shift;
    }

    private static boolean isSaid(DomainDefinition definition) {
        return definition.boot().kernel() != null
                || Stream.concat(
                                definition.disks().stream().map(Disk::bootOrder),
                                definition.networkPorts().stream().map(NetworkPort::bootOrder))
                        .anyMatch(Objects::nonNull);
    }

    private static int firstDisk(DomainDefinition definition) {
        List<DeviceType> types = definition.disks().stream().map(Disk::device).toList();
        return types.indexOf(DeviceType.DISK);
    }

    /** The definition that boots from these devices in this order, and from no others. */
    static DomainDefinition ordered(DomainDefinition definition, List<String> names) {
        List<Disk> disks = new ArrayList<>(definition.disks());
        for (int i = 0; i < disks.size(); i++) {
            disks.set(i, disks.get(i).withBootOrder(order(names, "disk/" + DISKS.name(disks.get(i), i))));
        }
        List<NetworkPort> ports = new ArrayList<>(definition.networkPorts());
        for (int i = 0; i < ports.size(); i++) {
            ports.set(i, ports.get(i).withBootOrder(order(names, "network/" + PORTS.name(ports.get(i), i))));
        }
        return definition.withDisks(disks).withNetworkPorts(ports);
    }

    private static @Nullable Integer order(List<String> names, String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : (Integer) (index + 1);
    }

    /** The names of those that a definition boots from, in their order, without the kernel. */
    static List<String> order(DomainDefinition definition) {
        return of(definition).stream()
                .filter(source -> source.place() > 0 && source.failsThrough())
                .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                .map(BootSource::name)
                .toList();
    }
}
