package org.telvirt.hypervisor.libvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostDevice.Kind;
import org.telvirt.hypervisor.host.LogicalProcessor;
import org.telvirt.hypervisor.host.PagePool;
import org.telvirt.hypervisor.host.ProcessorModel;
import org.telvirt.hypervisor.host.Topology;

class HostXmlTest {
    private static final String CAPABILITIES = """
            <capabilities><host>
              <cpu><arch>x86_64</arch><model>Skylake</model><vendor>Intel</vendor>
                <feature name='vmx'/><feature name='ss'/></cpu>
              <topology><cells num='2'>
                <cell id='0'>
                  <memory unit='KiB'>1000</memory>
                  <pages unit='KiB' size='4'>250</pages><pages unit='KiB' size='2048'>7</pages>
                  <distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances>
                  <cpus num='2'>
                    <cpu id='0' socket_id='0' die_id='0' core_id='3' siblings='0,2'/>
                    <cpu id='2' socket_id='0' die_id='0' core_id='3' siblings='0,2'/>
                    <cpu id='4'/>
                  </cpus>
                </cell>
                <cell id='1'><memory unit='KiB'>2000</memory><cpus num='1'>
                  <cpu id='1' socket_id='1' die_id='0' core_id='0' siblings='1'/></cpus></cell>
              </cells></topology>
            </host></capabilities>
            """;

    @Test
    void tellsTheTopology() throws Exception {
        Topology topology = TopologyXml.topology(CAPABILITIES);

        assertThat(topology.cells().get(0))
                .isEqualTo(new Cell(
                        0,
                        ByteSize.ofKibibytes(1000),
                        null,
                        List.of(
                                new PagePool(ByteSize.ofKibibytes(4), 250, null),
                                new PagePool(ByteSize.ofMebibytes(2), 7, null)),
                        List.of(
                                new LogicalProcessor(0, 0, 3, Set.of(0, 2)),
                                new LogicalProcessor(2, 0, 3, Set.of(0, 2))),
                        Map.of(0, 10, 1, 21)));
        assertThat(topology.sockets()).isEqualTo(2);
        assertThat(topology.cores()).isEqualTo(2);
        assertThat(topology.threadsPerCore()).isEqualTo(2);
    }

    @Test
    void tellsTheProcessorModel() throws Exception {
        assertThat(TopologyXml.processorModel(CAPABILITIES))
                .isEqualTo(new ProcessorModel("x86_64", "Intel", "Skylake", Set.of("vmx", "ss")));
    }

    @Test
    void tellsNothingOfADriverWithoutAMachine() throws Exception {
        assertThat(TopologyXml.topology("<capabilities><host/></capabilities>")).isNull();
        assertThat(TopologyXml.processorModel("<capabilities><host/></capabilities>"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"'0-2,5', '0,1,2,5'", "7, 7"})
    void readsLists(String list, String numbers) {
        assertThat(TopologyXml.numbers(list)).isEqualTo(TopologyXml.numbers(numbers));
    }

    @Test
    void tellsDevices() throws Exception {
        assertThat(NodeDeviceXml.read("""
                        <device><name>pci_0000_00_1f_2</name><parent>computer</parent><driver><name>ahci</name></driver>
                          <capability type='pci'><domain>0</domain><bus>0</bus><slot>31</slot><function>2</function>
                            <product id='0x2922'>SATA</product><vendor id='0x8086'>Intel</vendor></capability></device>
                        """))
                .isEqualTo(new HostDevice(
                        "pci_0000_00_1f_2", Kind.PCI, "computer", "ahci", "Intel", "SATA", null, "0000:00:1f.2"));
        assertThat(NodeDeviceXml.read("""
                        <device><name>usb_1_2</name><capability type='usb_device'><bus>1</bus><device>3</device>
                          <product id='0x1'/></capability></device>
                        """))
                .isEqualTo(new HostDevice("usb_1_2", Kind.USB, null, null, null, "0x1", null, "001:003"));
        assertThat(NodeDeviceXml.read("""
                        <device><name>net_eth0</name><capability type='net'><interface>eth0</interface>
                          <address>02:00:00:00:00:01</address></capability></device>
                        """))
                .isEqualTo(
                        new HostDevice("net_eth0", Kind.NETWORK, null, null, null, null, "eth0", "02:00:00:00:00:01"));
    }
}
