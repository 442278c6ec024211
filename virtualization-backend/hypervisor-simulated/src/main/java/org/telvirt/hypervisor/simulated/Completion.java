package org.telvirt.hypervisor.simulated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/** Chooses what a definition leaves to the engine; the same choices after the same seed. */
final class Completion {
    /** Odd, so that multiplying by it visits each of the 2^24 addresses once before any comes again. */
    private static final int STRIDE = 0x9E3779;

    private final Random random;
    private final Virtualization virtualization;
    private final String architecture;
    private final int firstAddress;
    private int addresses;

    Completion(SimulatedHostSettings settings) {
        this.random = new Random(settings.seed());
        this.firstAddress = random.nextInt(1 << 24);
        this.virtualization =
                settings.capabilities().virtualizations().iterator().next();
        this.architecture = settings.facts().architecture();
    }

    DomainDefinition complete(DomainDefinition definition) {
        UUID uuid = definition.uuid();
        return definition
                .withUuid(uuid == null ? chooseUuid() : uuid)
                .withPlatform(completePlatform(definition.platform()))
                .withDisks(completeDisks(definition.disks()))
                .withNetworkPorts(completePorts(definition.networkPorts()));
    }

    private UUID chooseUuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private Platform completePlatform(Platform platform) {
        return new Platform(
                Objects.requireNonNullElse(platform.virtualization(), virtualization),
                Objects.requireNonNullElse(platform.architecture(), architecture),
                Objects.requireNonNullElse(platform.machine(), "simulated"),
                Objects.requireNonNullElse(platform.firmware(), Firmware.BIOS),
                platform.secureBoot());
    }

    private static List<Disk> completeDisks(List<Disk> disks) {
        Set<String> taken = disks.stream()
                .map(Disk::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        List<Disk> complete = new ArrayList<>(disks.size());
        for (Disk disk : disks) {
            Bus bus = Objects.requireNonNullElse(disk.bus(), usualBus(disk.device()));
            String target = disk.target() == null ? freeTarget(prefix(bus), taken) : disk.target();
            taken.add(target);
            complete.add(disk.withTarget(target, bus));
        }
        return complete;
    }

    private static Bus usualBus(Disk.DeviceType device) {
        return switch (device) {
            case DISK -> Bus.VIRTIO;
            case CDROM -> Bus.SATA;
            case FLOPPY -> Bus.FLOPPY;
        };
    }

    private static String prefix(Bus bus) {
        return switch (bus) {
            case VIRTIO -> "vd";
            case IDE -> "hd";
            case FLOPPY -> "fd";
            case XEN -> "xvd";
            case SATA, SCSI, USB, OTHER -> "sd";
        };
    }

    private static String freeTarget(String prefix, Set<String> taken) {
        int number = 0;
        String target = prefix + letters(number);
        while (taken.contains(target)) {
            number++;
            target = prefix + letters(number);
        }
        return target;
    }

    /** As block devices are counted: a to z, aa, ab and so on. */
    private static String letters(int number) {
        String last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letters(number / 26 - 1) + last;
    }

    private List<NetworkPort> completePorts(List<NetworkPort> ports) {
        List<NetworkPort> complete = new ArrayList<>(ports.size());
        for (NetworkPort port : ports) {
            String address = port.address() == null ? chooseAddress() : port.address();
            String model = Objects.requireNonNullElse(port.model(), "virtio");
            complete.add(port.withAddress(address).withModel(model));
        }
        return complete;
    }

    private String chooseAddress() {
        int number = (firstAddress + STRIDE * addresses++) & 0xFFFFFF;
        return String.format(Locale.ROOT, "52:54:00:%02x:%02x:%02x", number >> 16, (number >> 8) & 0xFF, number & 0xFF);
    }
}
