package org.telvirt.hypervisor.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.contract.Field;
import org.telvirt.hypervisor.contract.Fields;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.Platform.Endianness;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors.Policy;
import org.telvirt.hypervisor.definition.Processors.SchedulingClass;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.traceability.Requirement;

/** Each field of a definition as libvirt writes it. */
class FieldsXmlTest {
    private static final String DOMAIN = """
            <domain type='qemu'><name>a</name><memory unit='MiB'>96</memory>\
            <currentMemory unit='MiB'>64</currentMemory><vcpu current='2'>4</vcpu>\
            <os><type arch='x86_64' machine='q35'>hvm</type></os><devices>\
            <disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>\
            <disk type='block'><source dev='/dev/b'/><target dev='vdb' bus='virtio'/></disk>\
            <interface type='user'><mac address='52:54:00:00:00:01'/></interface>\
            <interface type='bridge'><mac address='52:54:00:00:00:02'/><source bridge='br0'/></interface>\
            </devices></domain>""";

    /** What the first value of a field is in XML, transcribed from libvirt's documentation of its format. */
    private static final Map<String, List<String>> FIRST = Map.ofEntries(
            xml("processors.topology", "<cpu><topology sockets='1' cores='2' threads='2'/></cpu>"),
            xml("processors.placement.any", "<vcpu current='2' cpuset='0'>4</vcpu>"),
            xml(
                    "processors.placement.each",
                    "<cputune><vcpupin vcpu='0' cpuset='0'/><vcpupin vcpu='1' cpuset='1'/></cputune>"),
            xml("processors.placement.emulator", "<cputune><emulatorpin cpuset='0'/></cputune>"),
            xml(
                    "processors.placement.eachIoThread",
                    "<iothreads>2</iothreads>",
                    "<cputune><iothreadpin iothread='1' cpuset='0'/></cputune>"),
            xml("processors.placement.exclusive", "<telvirt:processors exclusive='yes'/>"),
            xml("processors.scheduling.policy", "<cputune><vcpusched vcpus='0-3' scheduler='batch'/></cputune>"),
            xml("processors.scheduling.shares", "<cputune><shares>512</shares></cputune>"),
            xml("processors.scheduling.limit", "<cputune><period>100000</period><quota>25000</quota></cputune>"),
            xml(
                    "processors.scheduling.reservation",
                    "<telvirt:processors reservedTime='10000000' reservedPeriod='100000000'/>"),
            xml("processors.scheduling.minimumSlice", "<telvirt:processors minimumSlice='2000000'/>"),
            xml("processors.scheduling.interruptLatency", "<telvirt:processors interruptLatency='100000'/>"),
            xml("memory.reservation", "<telvirt:memory reservation='33554432'/>"),
            xml("memory.limit", "<memtune><hard_limit unit='KiB'>524288</hard_limit></memtune>"),
            xml("memory.management", "<memballoon model='none'/>"),
            xml(
                    "memory.pages.size",
                    "<memoryBacking><hugepages><page size='2048' unit='KiB'/></hugepages></memoryBacking>"),
            xml("memory.pages.locked", "<memoryBacking><locked/></memoryBacking>"),
            xml("memory.pages.preallocated", "<memoryBacking><allocation mode='immediate'/></memoryBacking>"),
            xml("memory.pages.sharable", "<memoryBacking><nosharepages/></memoryBacking>"),
            xml("memory.placement", "<numatune><memory mode='strict' nodeset='0'/></numatune>"),
            xml(
                    "disks[0].medium",
                    "<disk type='network'><driver name='qemu' type='raw'/>",
                    "<source protocol='nbd' name='root'><host name='10.0.0.1' port='10809'/></source>"),
            xml("disks[0].quality.read", "<iotune><read_bytes_sec>10485760</read_bytes_sec></iotune>"),
            xml("disks[0].quality.writesPerSecond", "<iotune><write_iops_sec>100</write_iops_sec></iotune>"),
            xml(
                    "disks[1].quality.weight",
                    "<blkiotune><device><path>/dev/b</path><weight>500</weight></device></blkiotune>"),
            xml("disks[0].quality.latency", "<telvirt:disk target='vda' latency='5000000'/>"),
            xml("disks[0].handling.cache", "<driver name='qemu' cache='none'/>"),
            xml("disks[0].handling.onReadError", "<driver name='qemu' rerror_policy='stop' error_policy='enospace'/>"),
            xml("networkPorts[1].traffic.inbound", "<bandwidth><inbound average='1000'/></bandwidth>"),
            xml(
                    "networkPorts[1].traffic.reservedInbound",
                    "<source network='shared'/><bandwidth><inbound floor='500'/></bandwidth>"),
            xml("networkPorts[1].traffic.vlan", "<source network='tagged'/><vlan><tag id='42'/></vlan>"),
            xml("networkPorts[1].traffic.filter", "<filterref filter='no-mac-spoofing'/>"),
            xml("networkPorts[1].traffic.isolated", "<port isolated='yes'/>"),
            xml("networkPorts[1].linkUp", "<link state='down'/>"),
            xml(
                    "displays",
                    "<graphics type='vnc' port='-1' autoport='yes'><listen type='address' address='127.0.0.1'/></graphics>"),
            xml(
                    "hostDevices",
                    "<hostdev mode='subsystem' type='pci' managed='yes'><source>"
                            + "<address domain='0x0000' bus='0x06' slot='0x12' function='0x5'/></source></hostdev>"),
            xml("sharedMemories", "<shmem name='ring-1'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>"),
            xml(
                    "platform.secureBoot",
                    "<os firmware='efi'>",
                    "<firmware><feature enabled='yes' name='secure-boot'/><feature enabled='yes' name='enrolled-keys'/>"
                            + "</firmware>"),
            xml(
                    "boot.kernel",
                    "<kernel>/boot/kernel</kernel><initrd>/boot/initrd</initrd>"
                            + "<cmdline>quiet role=a&amp;b</cmdline></os>"),
            xml(
                    "boot.firmwareEntries",
                    "<sysinfo type='fwcfg'><entry name='opt/com.example/role'>role=control;shelf=3</entry>",
                    "<entry name='opt/com.example/site'>&lt;north&gt;</entry></sysinfo>"),
            xml(
                    "boot.oemStrings",
                    "<smbios mode='sysinfo'/></os>",
                    "<sysinfo type='smbios'><oemStrings><entry>telvirt:role=control</entry><entry>second</entry>"
                            + "</oemStrings></sysinfo>"),
            xml(
                    "automation.sequence",
                    "<telvirt:automation starts='yes' sequence='3' delay='1500000000' stop='save'/>"),
            xml(
                    "metadata",
                    "<note:text xmlns:note='urn:example:a'>1 &lt; 2</note:text>",
                    "<note:text xmlns:note='http://example.org/b'/>"),
            xml("faultPolicy.onCrash", "<on_crash>coredump-restart</on_crash>"),
            xml("faultPolicy.onPowerOff", "<on_poweroff>restart</on_poweroff>"),
            xml("faultPolicy.onReboot", "<on_reboot>restart</on_reboot>"),
            xml("faultPolicy.watchdog", "<watchdog model='i6300esb' action='reset'/>"),
            xml("faultPolicy.panicDevice", "<panic model='isa'/>"),
            xml("faultPolicy.onShutdownTimeout", "<telvirt:faults onShutdownTimeout='turn-off'/>"),
            xml("guestAgent", "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"));

    /** Fields that stay when they are left to the engine, or leave an element that says the usual. */
    private static final Set<String> STAYING = Set.of(
            "memory.management",
            "disks[0].medium",
            "disks[0].handling.cache",
            "disks[0].handling.onReadError",
            "networkPorts[1].linkUp",
            "platform.secureBoot",
            "faultPolicy.onCrash",
            "faultPolicy.onPowerOff",
            "faultPolicy.onReboot");

    private static Map.Entry<String, List<String>> xml(String field, String... fragments) {
        return Map.entry(field, List.of(fragments));
    }

    static List<Field> fields() {
        return Fields.all();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isWrittenAndReadAsLibvirtHasIt(Field field) throws HypervisorException {
        DomainDefinition wanted = field.first().apply(DomainXml.read(DOMAIN));

        String changed = DomainXml.edit(DOMAIN, wanted);

        assertThat(changed).contains(FIRST.get(field.name()));
        assertThat(DomainXml.read(changed)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("org.telvirt.hypervisor.contract.PlainFields#all")
    void isReadAsItIsWritten(Field field) throws HypervisorException {
        DomainDefinition first = field.first().apply(DomainXml.read(DOMAIN));
        String written = DomainXml.edit(DOMAIN, first);
        DomainDefinition second = field.second().apply(DomainXml.read(written));

        assertThat(DomainXml.read(written)).isEqualTo(first);
        assertThat(DomainXml.read(DomainXml.edit(written, second))).isEqualTo(second);
    }

    static Stream<Field> leavingNothing() {
        return Fields.all().stream().filter(field -> !STAYING.contains(field.name()));
    }

    @ParameterizedTest
    @MethodSource("leavingNothing")
    void leavesNothingBehindWhenItIsTakenBack(Field field) throws HypervisorException {
        DomainDefinition before = DomainXml.read(DOMAIN);
        String changed = DomainXml.edit(DOMAIN, field.first().apply(before));

        assertThat(DomainXml.edit(changed, before)).isEqualTo(DOMAIN);
    }

    private static String domain(String inside) {
        return "<domain type='qemu'><name>a</name><memory>65536</memory><vcpu>2</vcpu>" + inside + "</domain>";
    }

    private static DomainDefinition read(String inside) throws HypervisorException {
        return DomainXml.read(domain(inside));
    }

    @Test
    void takesSchedulersThatDifferBetweenProcessorsForNeither() throws HypervisorException {
        String mixed = "<cputune><vcpusched vcpus='0' scheduler='fifo' priority='1'/>"
                + "<vcpusched vcpus='1' scheduler='batch'/></cputune>";
        String half = "<cputune><vcpusched vcpus='0' scheduler='rr' priority='3'/></cputune>";
        String whole = "<cputune><vcpusched vcpus='0' scheduler='rr' priority='3'/>"
                + "<vcpusched vcpus='1' scheduler='rr' priority='3'/></cputune>";

        assertThat(read(mixed).processors().scheduling().policy()).isNull();
        assertThat(read(half).processors().scheduling().policy()).isNull();
        assertThat(read(whole).processors().scheduling().policy()).isEqualTo(new Policy(SchedulingClass.RR, 3));
        DomainDefinition renamed = read(mixed).withDescription("other");
        assertThat(DomainXml.edit(domain(mixed), renamed)).contains(mixed);
    }

    @Test
    void readsWhatIsWrittenInOtherWords() throws HypervisorException {
        DomainDefinition definition = read("<cputune><quota>-1</quota></cputune><devices>"
                + "<hostdev mode='subsystem' type='pci'><source><address bus='6' slot='0x12' function='5'/></source></hostdev>"
                + "<hostdev mode='subsystem' type='usb'><source><vendor id='0x046d'/><product id='0xc52b'/></source></hostdev>"
                + "<hostdev mode='subsystem' type='scsi'><source><adapter name='x'/></source></hostdev>"
                + "<graphics type='vnc' port='5901' listen='::1'/><graphics type='spice'/>"
                + "<graphics type='vnc' socket='/run/vnc'/>"
                + "<shmem name='a'><model type='ivshmem-plain'/><size>1048576</size></shmem>"
                + "<shmem name='b'><model type='ivshmem-doorbell'/></shmem>"
                + "<interface type='bridge'><source bridge='x'/><vlan trunk='yes'><tag id='1'/></vlan></interface>"
                + "<disk type='file'><driver cache='default'/><target dev='vda'/><iotune><read_bytes_sec>0</read_bytes_sec>"
                + "</iotune></disk></devices>");

        assertThat(definition.processors().scheduling().limit()).isNull();
        assertThat(definition.hostDevices())
                .containsExactly(new PciDevice(0, 6, 0x12, 5), new UsbDevice(0x046d, 0xc52b));
        assertThat(definition.displays()).containsExactly(new Display("::1", 5901, null));
        assertThat(definition.sharedMemories()).containsExactly(new SharedMemory("a", ByteSize.ofMebibytes(1)));
        assertThat(definition.networkPorts().get(0).traffic().vlan()).isNull();
        assertThat(definition.disks().get(0).quality()).isEqualTo(Disk.Quality.UNLIMITED);
        assertThat(definition.disks().get(0).handling()).isEqualTo(Disk.Handling.DEFAULT);
    }

    @Test
    void tellsWhichPortWasChosenForTheDisplayOfARun() throws HypervisorException {
        Display running =
                read("<devices><graphics type='vnc' port='5903' autoport='yes' listen='127.0.0.1'/></devices>")
                        .displays()
                        .get(0);
        Display defined = read("<devices><graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/></devices>")
                .displays()
                .get(0);

        assertThat(running.servedPort()).isEqualTo(5903);
        assertThat(defined.servedPort()).isNull();
        assertThat(running).isEqualTo(defined).hasSameHashCodeAs(defined);
    }

    @Test
    @Requirement({"VMDEF5 open-firmware", "VMDEF3 endianness"})
    void knowsMachinesOfOtherArchitectures() throws HypervisorException {
        DomainDefinition power = read("<os><type arch='ppc64' machine='pseries'>hvm</type></os>");
        DomainDefinition mainframe = read("<os><type arch='s390x'>hvm</type></os>");

        assertThat(power.platform().firmware()).isEqualTo(Firmware.OPEN_FIRMWARE);
        assertThat(power.platform().endianness()).isEqualTo(Endianness.BIG);
        assertThat(mainframe.platform().firmware()).isNull();
        assertThat(mainframe.platform().endianness()).isEqualTo(Endianness.BIG);
        assertThat(DomainXml.read(DOMAIN).platform().endianness()).isEqualTo(Endianness.LITTLE);
    }

    @Test
    void refusesToChangeWhatHasAFormOfItsOwn() throws HypervisorException {
        String structured = domain("<metadata><x:a xmlns:x='urn:x'><x:b/></x:a></metadata>");
        String pages = domain("<memoryBacking><hugepages><page size='1' nodeset='0'/><page size='2' nodeset='1'/>"
                + "</hugepages></memoryBacking>");

        assertThat(DomainXml.read(structured).metadata()).isEmpty();
        assertThatThrownBy(() -> DomainXml.edit(
                        structured, DomainXml.read(structured).withMetadata(new TreeMap<>(Map.of("urn:x", "text")))))
                .hasMessageContaining("urn:x has a structure of its own");
        assertThatThrownBy(() -> DomainXml.edit(
                        pages,
                        DomainXml.read(pages)
                                .withMemory(DomainXml.read(pages)
                                        .memory()
                                        .withPages(DomainXml.read(pages)
                                                .memory()
                                                .pages()
                                                .withSize(ByteSize.ofMebibytes(2))))))
                .hasMessageContaining("several for different memory nodes");
    }

    @Test
    void movesTheNoteOfADiskWithItsName() throws HypervisorException {
        DomainDefinition before = DomainXml.read(DOMAIN);
        Disk first = before.disks().get(0);
        Disk slow = first.withQuality(first.quality().withLatency(Duration.ofNanos(7)));
        String noted = DomainXml.edit(
                DOMAIN, before.withDisks(List.of(slow, before.disks().get(1))));

        String moved = DomainXml.edit(
                noted,
                before.withDisks(List.of(
                        slow.withTarget("vdc", Disk.Bus.VIRTIO), before.disks().get(1))));

        assertThat(moved).contains("<telvirt:disk target='vdc' latency='7'/>").doesNotContain("target='vda' latency");
    }
}
