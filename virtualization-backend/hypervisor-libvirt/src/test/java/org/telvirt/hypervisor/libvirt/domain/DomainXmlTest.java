package org.telvirt.hypervisor.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;

class DomainXmlTest {
    private static final Set<Virtualization> OFFERED = EnumSet.of(Virtualization.KVM, Virtualization.EMULATED);
    private static final DomainDefinition SMALL =
            DomainDefinition.named("web", Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)));

    private static String domain(String inside) {
        return "<domain type='kvm'><name>web</name><memory>65536</memory>" + inside + "</domain>";
    }

    private static DomainDefinition read(String inside) throws HypervisorException {
        return DomainXml.read(domain(inside));
    }

    @Nested
    class Read {
        @ParameterizedTest
        @CsvSource({"b, 67108864", "KiB, 65536", "KB, 67109", "MiB, 64", "M, 64", "G, 1"})
        void knowsTheUnitsOfMemory(String unit, long amount) throws HypervisorException {
            Memory memory = DomainXml.read(
                            "<domain><name>a</name><memory unit='" + unit + "'>" + amount + "</memory></domain>")
                    .memory();

            long bytes = switch (unit) {
                case "b" -> amount;
                case "KB" -> amount * 1000;
                case "G" -> amount << 30;
                default -> 64L << 20;
            };
            assertThat(memory).isEqualTo(Memory.of(new ByteSize(bytes)));
        }

        @ParameterizedTest
        @CsvSource({
            "kvm, hvm, KVM",
            "qemu, hvm, EMULATED",
            "xen, hvm, XEN_HVM",
            "xen, xen, XEN_PV",
            "xen, linux, XEN_PV",
            "xen, xenpvh, XEN_PVH",
            "test, hvm, SIMULATED",
            "lxc, exe,"
        })
        void knowsTheKindsOfDomain(String type, String os, Virtualization virtualization) throws HypervisorException {
            String xml = "<domain type='" + type + "'><name>a</name><memory>1</memory><os><type>" + os
                    + "</type></os></domain>";

            assertThat(DomainXml.read(xml).platform().virtualization()).isEqualTo(virtualization);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<os firmware='efi'><type>hvm</type></os> | EFI",
                    "<os firmware='bios'><type>hvm</type></os> | BIOS",
                    "<os><type>hvm</type><loader type='pflash'>/x</loader></os> | EFI",
                    "<os><type>hvm</type><loader>/usr/lib/xen-4.17/boot/hvmloader</loader></os> |"
                })
        void knowsTheFirmware(String os, Firmware firmware) throws HypervisorException {
            assertThat(read(os).platform().firmware()).isEqualTo(firmware);
        }

        @Test
        void keepsStorageThatItHasNoWordFor() throws HypervisorException {
            Disk disk = read("<devices><disk type='network'><source protocol='gluster' name='volume/image'/>"
                            + "<target dev='vda' bus='sd'/></disk></devices>")
                    .disks()
                    .get(0);

            assertThat(disk.medium()).isEqualTo(new Disk.OtherMedium("network:gluster/volume/image"));
            assertThat(disk.bus()).isEqualTo(Disk.Bus.OTHER);
        }

        @Test
        void takesTheLogOfASerialPortOfEitherKind() throws HypervisorException {
            assertThat(read("<devices><serial type='file'><source path='/a'/></serial>"
                                    + "<serial type='pty'><log file='/b'/></serial><serial type='tcp'/></devices>")
                            .consoles())
                    .containsExactly(new Console("/a"), new Console("/b"), new Console(null));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<pool/>",
                    "<domain><name>a</name></domain>",
                    "<domain><memory>1</memory></domain>",
                    "<domain><name>a</name><memory>many</memory></domain>",
                    "<domain><name>a</name><memory unit='barrels'>1</memory></domain>",
                    "<domain><name>a</name><memory>0</memory></domain>",
                    "<domain><name>a</name><memory>1</memory><uuid>x</uuid></domain>"
                })
        void refusesWhatIsNoDomain(String xml) {
            assertThatThrownBy(() -> DomainXml.read(xml))
                    .isInstanceOf(HypervisorException.class)
                    .hasMessageStartingWith("Cannot read the domain XML: ");
        }
    }

    @Nested
    class Write {
        @Test
        void choosesTheBestThatTheHostOffers() throws HypervisorException {
            assertThat(DomainXml.write(SMALL, OFFERED)).isEqualTo("""
                            <domain type='kvm'>
                              <name>web</name>
                              <memory unit='KiB'>65536</memory>
                              <currentMemory unit='KiB'>65536</currentMemory>
                              <vcpu>1</vcpu>
                              <os>
                                <type>hvm</type>
                              </os>
                              <features>
                                <acpi/>
                              </features>
                              <cpu mode='host-model'/>
                              <clock offset='utc'/>
                              <devices>
                                <rng model='virtio'>
                                  <backend model='random'>/dev/urandom</backend>
                                </rng>
                              </devices>
                            </domain>
                            """);
        }

        @Test
        void saysEverythingThatTheDefinitionSays() throws HypervisorException {
            DomainDefinition definition = DomainDefinition.named(
                            "a<&>'\"",
                            new Processors(2, 8),
                            new Memory(ByteSize.ofMebibytes(512), ByteSize.ofMebibytes(1024)))
                    .withUuid(UUID.randomUUID())
                    .withDescription("two\nlines & <more>")
                    .withPlatform(new Platform(Virtualization.EMULATED, "x86_64", "pc-q35-7.2", Firmware.EFI))
                    .withDisks(List.of(
                            new Disk(
                                    "vda",
                                    Disk.DeviceType.DISK,
                                    Disk.Bus.VIRTIO,
                                    new Disk.FileMedium("/a&b'\"", "qcow2"),
                                    false,
                                    1),
                            new Disk(
                                    "sda",
                                    Disk.DeviceType.CDROM,
                                    Disk.Bus.SATA,
                                    new Disk.BlockMedium("/dev/sr0", "raw"),
                                    true,
                                    null),
                            new Disk("fda", Disk.DeviceType.FLOPPY, Disk.Bus.FLOPPY, null, false, null)))
                    .withNetworkPorts(List.of(
                            new NetworkPort("52:54:00:00:00:01", new NetworkPort.Bridge("br0"), "virtio", 2),
                            new NetworkPort(
                                    "52:54:00:00:00:02", new NetworkPort.VirtualNetwork("default"), "e1000", null),
                            new NetworkPort("52:54:00:00:00:03", new NetworkPort.UserNetwork(), "virtio", null)))
                    .withConsoles(List.of(new Console("/log"), new Console(null)));

            assertThat(DomainXml.read(DomainXml.write(definition, OFFERED))).isEqualTo(definition);
        }

        @Test
        void choosesBusesAndTargetsThatWereLeftOpen() throws HypervisorException {
            Disk disk = new Disk(null, Disk.DeviceType.DISK, null, new Disk.FileMedium("/a", null), false, null);
            Disk drive = new Disk(null, Disk.DeviceType.CDROM, null, null, true, null);
            Disk taken = new Disk("vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, null, false, null);

            List<Disk> disks = DomainXml.read(
                            DomainXml.write(SMALL.withDisks(List.of(taken, disk, disk, drive)), OFFERED))
                    .disks();

            assertThat(disks).extracting(Disk::target).containsExactly("vda", "vdb", "vdc", "hda");
            assertThat(disks)
                    .extracting(Disk::bus)
                    .containsExactly(Disk.Bus.VIRTIO, Disk.Bus.VIRTIO, Disk.Bus.VIRTIO, Disk.Bus.IDE);
        }

        @Test
        void refusesWhatTheHostDoesNotOffer() {
            DomainDefinition xen = SMALL.withPlatform(new Platform(Virtualization.XEN_PV, null, null, null));

            assertThatThrownBy(() -> DomainXml.write(xen, OFFERED))
                    .hasMessage("Cannot define 'web': this host offers [KVM, EMULATED], not XEN_PV");
        }

        @Test
        void refusesStorageThatItCouldNotWrite() {
            Disk disk = new Disk(
                    "vda", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.OtherMedium("network:rbd/x"), false, null);

            assertThatThrownBy(() -> DomainXml.write(SMALL.withDisks(List.of(disk)), OFFERED))
                    .hasMessageContaining("network:rbd/x");
        }
    }

    @Nested
    class Edit {
        @Test
        void takesTheBootOrderFromOnePlaceOnly() throws HypervisorException {
            String xml = domain("<os><type>hvm</type><boot dev='hd'/></os><devices>"
                    + "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk></devices>");
            Disk disk = DomainXml.read(xml).disks().get(0);
            Disk first = new Disk(disk.target(), disk.device(), disk.bus(), disk.medium(), false, 1);

            String changed = DomainXml.edit(xml, DomainXml.read(xml).withDisks(List.of(first)));

            assertThat(changed)
                    .isEqualTo(xml.replace("<boot dev='hd'/>", "")
                            .replace("bus='virtio'/>", "bus='virtio'/><boot order='1'/>"));
        }

        @Test
        void ejectsAndInsertsAMedium() throws HypervisorException {
            String xml = domain(
                    "<devices><disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"
                            + "<source file='/a.iso' startupPolicy='optional'/><target dev='sda' bus='sata'/><readonly/></disk></devices>");
            DomainDefinition present = DomainXml.read(xml);
            Disk drive = present.disks().get(0);
            Disk empty = new Disk("sda", drive.device(), drive.bus(), null, true, null);
            Disk other = new Disk("sda", drive.device(), drive.bus(), new Disk.FileMedium("/b.iso", "raw"), true, null);

            String ejected = DomainXml.edit(xml, present.withDisks(List.of(empty)));
            String inserted = DomainXml.edit(ejected, present.withDisks(List.of(other)));

            assertThat(ejected).isEqualTo(xml.replace("<source file='/a.iso' startupPolicy='optional'/>", ""));
            assertThat(inserted)
                    .isEqualTo(
                            xml.replace("<source file='/a.iso' startupPolicy='optional'/>", "<source file='/b.iso'/>"));
        }

        @Test
        void changesTheProcessorsThatAreListedOneByOne() throws HypervisorException {
            String xml = domain("<vcpu current='2'>4</vcpu><vcpus><vcpu id='0' enabled='yes' hotpluggable='no'/>"
                    + "<vcpu id='1' enabled='no' hotpluggable='yes'/><vcpu id='2' enabled='yes' hotpluggable='yes' order='2'/>"
                    + "<vcpu id='3' enabled='no' hotpluggable='yes'/></vcpus>");

            String more = DomainXml.edit(xml, DomainXml.read(xml).withProcessors(new Processors(3, 4)));
            String fewer = DomainXml.edit(xml, DomainXml.read(xml).withProcessors(new Processors(1, 3)));

            assertThat(more)
                    .isEqualTo(xml.replace("current='2'", "current='3'")
                            .replace("id='1' enabled='no'", "id='1' enabled='yes'"));
            assertThat(fewer)
                    .isEqualTo(xml.replace("current='2'>4", "current='1'>3")
                            .replace("id='2' enabled='yes'", "id='2' enabled='no'")
                            .replace("<vcpu id='3' enabled='no' hotpluggable='yes'/>", ""));
        }

        @Test
        void refusesToChangeMemoryThatNumaCellsGive() {
            String xml = domain("<cpu><numa><cell id='0' cpus='0' memory='65536'/></numa></cpu>");

            assertThatThrownBy(() ->
                            DomainXml.edit(xml, DomainXml.read(xml).withMemory(Memory.of(ByteSize.ofMebibytes(128)))))
                    .hasMessage("Cannot change the memory of 'web': its NUMA cells give it; change those");
        }

        @Test
        void keepsAPortThatGetsAnotherAddress() throws HypervisorException {
            String xml = domain("<devices><interface type='bridge'><mac address='52:54:00:00:00:01'/>"
                    + "<source bridge='br0'/><vlan><tag id='7'/></vlan></interface></devices>");
            NetworkPort renumbered = DomainXml.read(xml).networkPorts().get(0).withAddress("52:54:00:00:00:02");

            assertThat(DomainXml.edit(xml, DomainXml.read(xml).withNetworkPorts(List.of(renumbered))))
                    .isEqualTo(xml.replace("00:01'", "00:02'"));
        }

        @Test
        void movesAPortToAnotherKindOfNetwork() throws HypervisorException {
            String xml = domain("<devices><interface type='bridge'><mac address='52:54:00:00:00:01'/>"
                    + "<source bridge='br0'/><model type='virtio'/></interface></devices>");
            NetworkPort moved =
                    new NetworkPort("52:54:00:00:00:01", new NetworkPort.VirtualNetwork("lab"), "virtio", null);

            assertThat(DomainXml.edit(xml, DomainXml.read(xml).withNetworkPorts(List.of(moved))))
                    .isEqualTo(xml.replace("type='bridge'", "type='network'").replace("bridge='br0'", "network='lab'"));
        }
    }
}
