package org.telvirt.hypervisor.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;

/** The fields of a definition that are but names, sizes and devices. They fit the domain that {@link Fields} fit. */
public final class PlainFields {
    private PlainFields() {}

    /** All of them. */
    public static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        fields.addAll(ofTheDomain());
        fields.addAll(ofDisks());
        fields.addAll(ofPorts());
        fields.addAll(ofConsoles());
        return fields;
    }

    static List<Field> ofTheDomain() {
        return List.of(
                new Field(
                        "description",
                        with -> with.withDescription("first & <second>"),
                        with -> with.withDescription("another"),
                        null),
                new Field(
                        "processors.count",
                        with -> with.withProcessors(with.processors().withNumbers(3, 4)),
                        with -> with.withProcessors(with.processors().withNumbers(1, 3)),
                        null),
                new Field("memory.size", memory(48, 80), memory(80, 128), null));
    }

    static List<Field> ofDisks() {
        return List.of(
                new Field(
                        "disks",
                        added(new Disk("sdz", DeviceType.CDROM, Bus.SATA, null, true, null)),
                        added(new Disk("sdy", DeviceType.DISK, Bus.SATA, file("/images/y", "qcow2"), false, 7)),
                        null),
                new Field(
                        "disks[0].medium.path",
                        disk(0, on -> on.withMedium(file("/images/other.img", "qcow2"))),
                        disk(0, on -> on.withMedium(new BlockMedium("/dev/disk/by-id/b", "raw"))),
                        null),
                new Field(
                        "disks[1].medium.path",
                        disk(1, on -> on.withMedium(new BlockMedium("/dev/disk/by-id/c", "qcow2"))),
                        disk(1, on -> on.withMedium(file("/images/c", "raw"))),
                        null),
                new Field(
                        "disks[1].target", // libvirt sorts disks by it
                        disk(1, on -> on.withTarget("vdx", Bus.VIRTIO)),
                        disk(1, on -> on.withTarget("vdc", Bus.VIRTIO)),
                        null),
                new Field(
                        "disks[0].bootOrder",
                        disk(0, on -> on.withBootOrder(5).withReadOnly(true)),
                        disk(0, on -> on.withBootOrder(null).withReadOnly(false)),
                        null));
    }

    static List<Field> ofPorts() {
        return List.of(
                new Field(
                        "networkPorts[1].address",
                        port(on -> on.withAddress("52:54:00:0a:0b:0c")),
                        port(on -> on.withAddress("52:54:00:0a:0b:0d")),
                        null),
                new Field(
                        "networkPorts[1].model",
                        port(on -> on.withModel("e1000").withBootOrder(9)),
                        port(on -> on.withModel("virtio").withBootOrder(null)),
                        null),
                new Field(
                        "networkPorts[1].connection",
                        port(on -> on.withConnection(new VirtualNetwork("net-1"))),
                        port(on -> on.withConnection(new Bridge("br7"))),
                        null));
    }

    static List<Field> ofConsoles() {
        return List.of(new Field("consoles", log("/var/log/a.log"), log("/var/log/b.log"), null));
    }

    private static UnaryOperator<DomainDefinition> memory(long size, long maximum) {
        return with ->
                with.withMemory(with.memory().withSizes(ByteSize.ofMebibytes(size), ByteSize.ofMebibytes(maximum)));
    }

    private static Disk.Medium file(String path, String format) {
        return new Disk.FileMedium(path, format);
    }

    private static UnaryOperator<DomainDefinition> added(Disk disk) {
        return with -> {
            List<Disk> disks = new ArrayList<>(with.disks());
            disks.removeIf(one -> one.target() != null && one.target().startsWith("sd"));
            disks.add(disk);
            return with.withDisks(disks);
        };
    }

    private static UnaryOperator<DomainDefinition> disk(int place, UnaryOperator<Disk> change) {
        return with -> {
            List<Disk> disks = new ArrayList<>(with.disks());
            disks.set(place, change.apply(disks.get(place)));
            return with.withDisks(disks);
        };
    }

    private static UnaryOperator<DomainDefinition> port(UnaryOperator<NetworkPort> change) {
        return with -> {
            List<NetworkPort> ports = new ArrayList<>(with.networkPorts());
            ports.set(1, change.apply(ports.get(1)));
            return with.withNetworkPorts(ports);
        };
    }

    private static UnaryOperator<DomainDefinition> log(String file) {
        return with -> with.withConsoles(List.of(new Console(file)));
    }
}
