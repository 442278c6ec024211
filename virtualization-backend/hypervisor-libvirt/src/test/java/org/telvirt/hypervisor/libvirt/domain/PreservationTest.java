package org.telvirt.hypervisor.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.contract.Field;
import org.telvirt.hypervisor.contract.Fields;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;

/**
 * Whatever a change does not name stays as it was, byte for byte: 400 generated documents, each changed in values, in its
 * devices, and in every field of a definition, one after another.
 */
class PreservationTest {
    private static final int CASES = 400;

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesValuesAndNothingElse(long seed) throws HypervisorException {
        Random random = new Random(seed);
        List<UnaryOperator<DomainDefinition>> changes = new ArrayList<>();
        GeneratedDomain domain = domain(seed, random, changes);
        DomainDefinition wanted = DomainXml.read(domain.now());
        for (UnaryOperator<DomainDefinition> change : changes) {
            wanted = change.apply(wanted);
        }

        String changed = DomainXml.edit(domain.now(), wanted);

        assertThat(changed).isEqualTo(domain.then());
        assertThat(DomainXml.read(changed)).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addsDevicesInOnePlaceEach(long seed) throws HypervisorException {
        String xml = domain(seed, new Random(seed), new ArrayList<>()).now();
        DomainDefinition present = DomainXml.read(xml);
        List<Disk> disks = new ArrayList<>(present.disks());
        disks.add(new Disk("vdz", Disk.DeviceType.DISK, Disk.Bus.VIRTIO, new Disk.FileMedium("/z", "raw"), true, null));
        DomainDefinition wanted = present.withDisks(disks);

        String changed = DomainXml.edit(xml, wanted);

        assertThat(withoutTheMiddle(changed, xml)).isEqualTo(xml);
        assertThat(DomainXml.read(changed)).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void removesDevicesFromOnePlaceEach(long seed) throws HypervisorException {
        String xml = domain(seed, new Random(seed), new ArrayList<>()).now();
        DomainDefinition present = DomainXml.read(xml);
        DomainDefinition wanted =
                present.withNetworkPorts(present.networkPorts().subList(1, 2));

        String changed = DomainXml.edit(xml, wanted);

        assertThat(withoutTheMiddle(xml, changed)).isEqualTo(changed);
        assertThat(DomainXml.read(changed)).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesEachFieldInItsOwnElements(long seed) throws HypervisorException {
        XmlDifference.Text text = XmlDifference.Text.of(
                domain(seed, new Random(seed), new ArrayList<>()).now());
        DomainDefinition present = DomainXml.read(text.xml());
        for (Field field : Fields.all()) {
            for (UnaryOperator<DomainDefinition> change : List.of(field.first(), field.second())) {
                DomainDefinition wanted = change.apply(present);
                XmlDifference.Text changed = XmlDifference.Text.of(DomainXml.edit(text.xml(), wanted));
                assertThat(DomainXml.read(changed.xml())).as(field.name()).isEqualTo(wanted);
                XmlDifference difference = XmlDifference.of(text, changed);
                assertThat(difference.elements()).as(field.name()).isSubsetOf(OwnElements.of(field.name()));
                assertThat(difference.rewrittenAttributes()).as(field.name()).isEmpty();
                present = wanted;
                text = changed;
            }
        }
    }

    /** The longer text without what it has between the beginning and the end that it shares with the shorter one. */
    private static String withoutTheMiddle(String longer, String shorter) {
        int begin = 0;
        while (begin < shorter.length() && longer.charAt(begin) == shorter.charAt(begin)) {
            begin++;
        }
        return longer.substring(0, begin) + longer.substring(longer.length() - shorter.length() + begin);
    }

    private static GeneratedDomain domain(long seed, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        GeneratedDomain xml = new GeneratedDomain(seed);
        xml.fixed(random.nextBoolean() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- by hand -->\n" : "");
        xml.tag("domain", false, "type", "qemu", "id", "7").noise();
        xml.tag("name", false).fixed("web &amp; mail</name>").noise();
        xml.fixed("<uuid>0a6a7f1c-9c1e-4f2c-8f7d-1f6f8c7b9a10</uuid>").noise();
        description(xml, random, changes);
        memory(xml, random, changes);
        processors(xml, random, changes);
        machine(xml, random, changes);
        xml.tag("devices", false).deviceNoise();
        disk(xml, random, changes);
        networkPort(xml, random, changes);
        console(xml, random, changes);
        return xml.fixed("</devices>").noise().fixed("</domain>\n");
    }

    private static void description(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("description", false).changing(isChanged ? "old &lt;|new &lt; text" : "old &lt;");
        xml.fixed("</description>").noise();
        if (isChanged) {
            changes.add(definition -> definition.withDescription("new < text"));
        }
    }

    private static void memory(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("memory", false, "unit", "MiB")
                .changing(isChanged ? "512|768" : "512")
                .fixed("</memory>")
                .noise();
        xml.tag("currentMemory", false, "dumpCore", "off", "unit", "KiB").changing("262144");
        xml.fixed("</currentMemory>").noise();
        if (isChanged) {
            ByteSize maximum = ByteSize.ofMebibytes(768);
            changes.add(definition -> definition.withMemory(
                    definition.memory().withSizes(definition.memory().size(), maximum)));
        }
    }

    private static void processors(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("vcpu", false, "placement", "static", "current", isChanged ? "2|3" : "2", "cpuset", "0-3");
        xml.changing("4").fixed("</vcpu>").noise();
        if (isChanged) {
            changes.add(definition ->
                    definition.withProcessors(definition.processors().withNumbers(3, 4)));
        }
    }

    private static void machine(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("os", false).fixed("<bios useserial='yes'/>");
        xml.tag("type", false, "arch", "x86_64", "machine", isChanged ? "pc-i440fx-7.2|pc-q35-7.2" : "pc");
        xml.fixed("hvm</type><boot dev='hd'/></os>").noise();
        if (isChanged) {
            changes.add(definition ->
                    definition.withPlatform(definition.platform().withArchitecture("x86_64", "pc-q35-7.2")));
        }
    }

    private static void disk(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("disk", false, "type", "file", "snapshot", "no", "device", "disk")
                .deviceNoise();
        xml.tag("driver", true, "name", "qemu", "cache", "none", "type", "qcow2")
                .deviceNoise();
        xml.tag("source", false, "file", isChanged ? "/old &apos;|/new &lt;&amp;" : "/old", "index", "1");
        xml.fixed("<seclabel model='dac' relabel='no'/></source>");
        xml.tag("target", true, "dev", "vda", "bus", "virtio")
                .deviceNoise()
                .fixed("</disk>")
                .deviceNoise();
        xml.tag("disk", false, "type", "block", "device", "disk").tag("source", true, "dev", "/dev/sdb");
        xml.tag("target", true, "dev", "vdb", "bus", "virtio").fixed("</disk>").deviceNoise();
        if (isChanged) {
            changes.add(definition -> definition.withDisks(firstChanged(
                    definition.disks(), disk -> disk.withMedium(new Disk.FileMedium("/new <&", "qcow2")))));
        }
    }

    private static void networkPort(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("interface", false, "trustGuestRxFilters", "yes", "type", "bridge")
                .deviceNoise();
        xml.tag("mac", true, "address", "52:54:00:AA:bb:01").fixed("<bandwidth><inbound average='1000'/></bandwidth>");
        xml.tag("source", true, "bridge", isChanged ? "br0|br1" : "br0", "portid", "p");
        xml.tag("model", true, "type", isChanged ? "virtio|e1000" : "virtio").deviceNoise();
        xml.fixed("</interface>").deviceNoise();
        xml.tag("interface", false, "type", "bridge").tag("mac", true, "address", "52:54:00:aa:bb:02");
        xml.tag("source", true, "bridge", "br0")
                .deviceNoise()
                .fixed("</interface>")
                .deviceNoise();
        if (isChanged) {
            changes.add(definition -> definition.withNetworkPorts(firstChanged(
                    definition.networkPorts(),
                    port -> port.withConnection(new NetworkPort.Bridge("br1")).withModel("e1000"))));
        }
    }

    private static void console(GeneratedDomain xml, Random random, List<UnaryOperator<DomainDefinition>> changes) {
        boolean isChanged = random.nextBoolean();
        xml.tag("serial", false, "type", "pty").deviceNoise();
        xml.tag("log", true, "append", "off", "file", isChanged ? "/var/log/a|/var/log/b" : "/var/log/a");
        xml.fixed("<target port='0'/></serial>").deviceNoise();
        if (isChanged) {
            changes.add(definition -> definition.withConsoles(List.of(new Console("/var/log/b"))));
        }
    }

    private static <T> List<T> firstChanged(List<T> all, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(all);
        changed.set(0, change.apply(changed.get(0)));
        return changed;
    }
}
