package org.telvirt.hypervisor.libvirt.rig;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;

/** The guests that beat on a private host, as definitions of the port. */
public final class RigGuests {
    private final PrivateLibvirtd host;
    private final Map<String, HeartbeatGuest> guests = new ConcurrentHashMap<>();

    public RigGuests(PrivateLibvirtd host) {
        this.host = host;
    }

    /** A new guest of this name. */
    public DomainDefinition definition(String name) {
        HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), name);
        guests.put(name, guest);
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
        Path image = host.guests().resolve(name + ".qcow2");
        PrivateLibvirtd.run(new ProcessBuilder(
                "qemu-img", "convert", "-O", "qcow2", guest(name).image().toString(), image.toString()));
        Disk disk = new Disk(
                "vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.FileMedium(image.toString(), "qcow2"), false, 1);
        return raw.withDisks(List.of(disk));
    }

    /**
     * A new guest of this name whose disk is a layer over another file, which has the guest in its first sector, so that
     * many guests can have large disks of one content.
     */
    public DomainDefinition over(Path base, String name) {
        DomainDefinition raw = definition(name);
        Path image = host.guests().resolve(name + ".qcow2");
        PrivateLibvirtd.run(new ProcessBuilder(
                "qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", base.toString(), image.toString()));
        Disk disk = new Disk(
                "vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.FileMedium(image.toString(), "qcow2"), false, 1);
        return raw.withDisks(List.of(disk));
    }

    /** The guest of this name. */
    public HeartbeatGuest guest(String name) {
        return guests.get(name);
    }
}
