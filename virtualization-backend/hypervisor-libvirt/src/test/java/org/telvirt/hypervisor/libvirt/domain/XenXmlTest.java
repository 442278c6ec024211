package org.telvirt.hypervisor.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** Xen's domains in libvirt's XML. */
class XenXmlTest {
    private static final Set<Virtualization> XEN =
            EnumSet.of(Virtualization.XEN_HVM, Virtualization.XEN_PV, Virtualization.XEN_PVH);

    /** As libvirt 9.0 told it of a domain that ran on Xen 4.17. */
    private static final String TOLD = """
            <domain type='xen' id='2'>
              <name>web</name>
              <uuid>2bc12f3d-5443-4512-9285-bf3fd1a6779d</uuid>
              <memory unit='KiB'>98304</memory>
              <currentMemory unit='KiB'>98304</currentMemory>
              <vcpu placement='static'>1</vcpu>
              <os>
                <type arch='x86_64' machine='xenpvh'>xenpvh</type>
                <kernel>/guest/linux</kernel>
                <initrd>/guest/linux.initrd</initrd>
                <cmdline>console=hvc0 quiet</cmdline>
              </os>
              <clock offset='utc'/>
              <on_poweroff>destroy</on_poweroff>
              <on_reboot>restart</on_reboot>
              <on_crash>destroy</on_crash>
              <devices>
                <disk type='file' device='disk'>
                  <driver type='raw'/>
                  <source file='/images/web.raw'/>
                  <target dev='xvda' bus='xen'/>
                </disk>
                <interface type='bridge'>
                  <mac address='00:16:3e:00:00:01'/>
                  <source bridge='br0'/>
                  <target dev='vif2.0'/>
                </interface>
                <controller type='xenbus' index='0'/>
                <console type='pty' tty='/dev/pts/1'>
                  <source path='/dev/pts/1'/>
                  <target type='xen' port='0'/>
                </console>
                <input type='mouse' bus='xen'/>
                <input type='keyboard' bus='xen'/>
                <memballoon model='xen'/>
              </devices>
            </domain>
            """;

    private static DomainDefinition definition(Virtualization virtualization) {
        return DomainDefinition.named("web", Processors.of(1), Memory.of(ByteSize.ofMebibytes(96)))
                .withPlatform(Platform.DEFAULT.withVirtualization(virtualization));
    }

    private static XmlElement written(DomainDefinition definition) throws HypervisorException {
        return XmlDocument.parse(DomainXml.write(definition, XEN)).root();
    }

    @Test
    void areReadAsTheyAreTold() throws HypervisorException {
        DomainDefinition web = DomainXml.read(TOLD);

        assertThat(web.platform().virtualization()).isEqualTo(Virtualization.XEN_PVH);
        assertThat(web.boot().kernel())
                .isEqualTo(new Kernel("/guest/linux", "/guest/linux.initrd", "console=hvc0 quiet"));
        assertThat(web.consoles()).containsExactly(new Console(null));
        assertThat(web.disks())
                .containsExactly(Disk.of("xvda", new Disk.FileMedium("/images/web.raw", "raw"))
                        .withTarget("xvda", Disk.Bus.XEN));
        assertThat(web.networkPorts())
                .containsExactly(new NetworkPort("00:16:3e:00:00:01", new NetworkPort.Bridge("br0"), null, null));
    }

    @Test
    void keepEveryByteThatIsNotChanged() throws HypervisorException {
        DomainDefinition web = DomainXml.read(TOLD);

        assertThat(DomainXml.edit(TOLD, web)).isEqualTo(TOLD);
        assertThat(DomainXml.edit(TOLD, web.withProcessors(Processors.of(2))))
                .isEqualTo(TOLD.replace("<vcpu placement='static'>1</vcpu>", "<vcpu placement='static'>2</vcpu>"));
    }

    @Nested
    class WhenNew {
        @ParameterizedTest
        @CsvSource({"XEN_PV, xen", "XEN_PVH, xenpvh", "XEN_HVM, hvm"})
        void nameTheirKind(Virtualization virtualization, String type) throws HypervisorException {
            XmlElement domain = written(definition(virtualization));

            assertThat(domain.get("type")).isEqualTo("xen");
            assertThat(domain.make("os").textOf("type")).isEqualTo(type);
            assertThat(domain.child("features")).isNull();
            assertThat(domain.make("devices").child("rng")).isNull();
        }

        @Test
        void arePvhIfTheyHaveAKernelAndNobodySaysMore() throws HypervisorException {
            DomainDefinition open = definition(null);

            assertThat(written(open).make("os").textOf("type")).isEqualTo("hvm");
            assertThat(written(open.withBoot(Boot.FROM_DEVICES.withKernel(new Kernel("/guest/linux", null, null))))
                            .make("os")
                            .textOf("type"))
                    .isEqualTo("xenpvh");
        }

        @Test
        void haveXensConsoleUnlessTheyAreHvm() throws HypervisorException {
            List<Console> consoles = List.of(new Console(null));

            XmlElement pv = written(definition(Virtualization.XEN_PV).withConsoles(consoles));
            XmlElement hvm = written(definition(Virtualization.XEN_HVM).withConsoles(consoles));

            assertThat(pv.make("devices").child("serial")).isNull();
            assertThat(pv.make("devices").make("console").get("target", "type")).isEqualTo("xen");
            assertThat(hvm.make("devices").child("serial")).isNotNull();
            assertThat(DomainXml.read(pv.toString()).consoles()).isEqualTo(consoles);
            assertThat(DomainXml.read(hvm.toString()).consoles()).isEqualTo(consoles);
        }

        @ParameterizedTest
        @CsvSource({"raw, ", "qcow2, qemu"})
        void haveDisksThatQemuServesOnlyIfTheirFormatNeedsIt(String format, String driver) throws HypervisorException {
            Disk disk = Disk.of(null, new Disk.FileMedium("/images/web", format));

            XmlElement domain = written(definition(Virtualization.XEN_PVH).withDisks(List.of(disk)));

            XmlElement written = domain.make("devices").make("disk");
            assertThat(written.get("target", "dev")).isEqualTo("xvda");
            assertThat(written.get("target", "bus")).isEqualTo("xen");
            assertThat(written.get("driver", "type")).isEqualTo(format);
            assertThat(written.get("driver", "name")).isEqualTo(driver);
        }

        @Test
        void haveNetworkPortsOfNoEmulatedModel() throws HypervisorException {
            NetworkPort port = new NetworkPort(null, new NetworkPort.Bridge("br0"), null, null);

            XmlElement domain = written(definition(Virtualization.XEN_PV).withNetworkPorts(List.of(port)));

            XmlElement written = domain.make("devices").make("interface");
            assertThat(written.get("source", "bridge")).isEqualTo("br0");
            assertThat(written.child("model")).isNull();
        }
    }

    @Test
    void loseAConsoleAndGetItBack() throws HypervisorException {
        DomainDefinition web = DomainXml.read(TOLD);

        String without = DomainXml.edit(TOLD, web.withConsoles(List.of()));
        String again = DomainXml.edit(without, web);

        assertThat(DomainXml.read(without).consoles()).isEmpty();
        assertThat(DomainXml.read(again)).isEqualTo(web);
    }
}
