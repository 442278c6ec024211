package org.telvirt.hypervisor.libvirt.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;

/** The guests that beat on a private host, as definitions of the port. */
public final class RigGuests {
    private static final Logger LOG = LoggerFactory.getLogger(RigGuests.class);

    private final PrivateLibvirtd host;
    private final Map<String, HeartbeatGuest> guests = new ConcurrentHashMap<>();
    private final Map<Integer, Path> bulks = new ConcurrentHashMap<>();

    public RigGuests(PrivateLibvirtd host) {
        this.host = host;
    }

    /** A guest of this name; asked for again, it is the same, which may be running. */
    public DomainDefinition definition(String name) {
        HeartbeatGuest guest = guests.computeIfAbsent(name, each -> HeartbeatGuest.in(host.guests(), each));
        Disk disk = new Disk(
                "vda",
                Disk.DeviceType.DISK,
                Disk.Bus.VIRTIO,
                new Disk.FileMedium(guest.image().toString(), "raw"),
                false,
                1);
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(32)))
                .withDisks(List.of(disk))
                .withConsoles(List.of(new Console(guest.log().toString())));
    }

    /** A new guest of this name that changes more of its memory than a slow migration can copy. */
    public DomainDefinition restless(String name) {
        DomainDefinition definition = definition(name);
        HeartbeatGuest.boot("dirty", guest(name).image());
        return definition;
    }

    /** A new guest of this name whose disk can keep snapshots. */
    public DomainDefinition onQcow2(String name) {
        DomainDefinition raw = definition(name);
        Path image = guest(name).qcow2("");
        Disk disk = new Disk(
                "vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.FileMedium(image.toString(), "qcow2"), false, 1);
        return raw.withDisks(List.of(disk));
    }

    /** A new guest of this name that has another disk, {@code vdb}, and a drive for CDs. */
    public DomainDefinition onTwoDisks(String name) {
        DomainDefinition one = onQcow2(name);
        Path image = host.guests().resolve(name + "-b.qcow2");
        PrivateLibvirtd.run(new ProcessBuilder("qemu-img", "create", "-q", "-f", "qcow2", image.toString(), "3M"));
        Disk other = new Disk(
                "vdb",
                Disk.DeviceType.DISK,
                Disk.Bus.VIRTIO,
                new Disk.FileMedium(image.toString(), "qcow2"),
                false,
                null);
        Disk drive = new Disk("hdc", Disk.DeviceType.CDROM, Disk.Bus.IDE, null, true, null);
        return one.withDisks(List.of(one.disks().get(0), other, drive));
    }

    /**
     * A new guest of this name whose disk is full of bytes that no format makes smaller. It is a layer over a file that all
     * of this size have in common.
     */
    public DomainDefinition bulky(String name, int mebibytes) {
        DomainDefinition raw = definition(name);
        Path image = host.guests().resolve(name + ".qcow2");
        Path bulk = bulks.computeIfAbsent(mebibytes, this::bulk);
        PrivateLibvirtd.run(new ProcessBuilder(
                "qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", bulk.toString(), image.toString()));
        Disk disk = new Disk(
                "vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.FileMedium(image.toString(), "qcow2"), false, 1);
        return raw.withDisks(List.of(disk));
    }

    /**
     * Leaves QEMU's own threads a fifth of a processor, so that nothing is copied before somebody could slow the copying
     * down; on a host without control groups it stays as it is.
     */
    public void slowDown(String name) {
        try {
            host.virsh("schedinfo", name, "--live", "emulator_period=100000", "emulator_quota=20000");
        } catch (IllegalStateException e) {
            LOG.info("QEMU keeps its speed: {}", e.getMessage());
        }
    }

    private Path bulk(int mebibytes) {
        Path file = host.guests().resolve("bulk-" + mebibytes + ".img");
        HeartbeatGuest.boot("heartbeat", file); // the first MiB
        Random random = new Random(20261123);
        byte[] mebibyte = new byte[1 << 20];
        try (OutputStream disk = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int i = 1; i < mebibytes; i++) {
                random.nextBytes(mebibyte);
                disk.write(mebibyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The guest of this name. */
    public HeartbeatGuest guest(String name) {
        return guests.get(name);
    }
}
