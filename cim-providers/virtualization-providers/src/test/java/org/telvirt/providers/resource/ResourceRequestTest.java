package org.telvirt.providers.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1041 8")
class ResourceRequestTest {
    private static final List<DeviceType> DEVICES = List.of(DeviceType.DISK, DeviceType.CDROM, DeviceType.FLOPPY);
    private static final List<Bus> BUSES = List.of(Bus.VIRTIO, Bus.IDE, Bus.SATA, Bus.SCSI, Bus.USB, Bus.XEN);

    @Nested
    class Kind {
        @ParameterizedTest
        @CsvSource({
            "CIM_ResourceAllocationSettingData,         3,  processors",
            "CIM_ResourceAllocationSettingData,         4,  memory",
            "CIM_ResourceAllocationSettingData,         10, network port",
            "CIM_ResourceAllocationSettingData,         17, drive",
            "CIM_ResourceAllocationSettingData,         21, serial port",
            "CIM_ProcessorAllocationSettingData,        ,   processors",
            "CIM_MemoryAllocationSettingData,           4,  memory",
            "CIM_StorageAllocationSettingData,          ,   drive",
            "CIM_EthernetPortAllocationSettingData,     ,   network port",
            "Telvirt_ProcessorAllocationSettingData,    3,  processors",
            "Telvirt_MemoryAllocationSettingData,       ,   memory",
            "Telvirt_StorageAllocationSettingData,      15, drive",
            "Telvirt_EthernetPortAllocationSettingData, 10, network port",
            "Telvirt_SerialPortAllocationSettingData,   ,   serial port"
        })
        void theClassOrTheResourceTypeSaysWhatItIs(String className, Integer type, String word) throws CimException {
            Settings settings = Settings.of(className);
            if (type != null) {
                settings.with("ResourceType", CimValues.uint16(type));
            }

            assertThat(ResourceSettings.request(settings.build()).kind().word()).isEqualTo(word);
        }

        @Test
        void settingsThatDoNotSayWhatTheyAreAreRefused() {
            assertThatThrownBy(() -> ResourceSettings.request(
                            Settings.of("CIM_ResourceAllocationSettingData").build()))
                    .hasMessageContaining("neither the class CIM_ResourceAllocationSettingData nor ResourceType");
        }

        @Test
        void settingsThatSayTwoThingsAreRefused() {
            Settings settings =
                    Settings.of("CIM_ProcessorAllocationSettingData").with("ResourceType", CimValues.uint16(4));

            assertThatThrownBy(() -> ResourceSettings.request(settings.build()))
                    .hasMessageContaining("is for processors and ResourceType 4 for memory");
        }

        @Test
        void aResourceThatCannotBeHadIsNamedWithThoseThatCan() {
            assertThatThrownBy(
                            () -> ResourceSettings.request(Settings.resource(22).build()))
                    .hasMessageContaining("ResourceType 22 cannot be had here")
                    .hasMessageContaining("3 (Processor), 4 (Memory)");
        }
    }

    @Nested
    class Adding {
        @Test
        void whatIsSoAnywayIsAccepted() throws CimException {
            Settings settings = Settings.resource(3)
                    .with("InstanceID", "anything")
                    .with("ElementName", "cpus")
                    .with("Caption", "cpus")
                    .with("PoolID", "")
                    .with("AutomaticAllocation", CimValues.bool(true))
                    .with("AutomaticDeallocation", CimValues.bool(true))
                    .with("ConsumerVisibility", CimValues.uint16(3))
                    .with("Reservation", 0)
                    .with("Connection", CimValues.texts());

            assertThat(ResourceSettings.add(EMPTY, settings)).isEqualTo(EMPTY);
        }

        @Test
        void whatWouldBeIgnoredIsRefused() {
            Settings settings = Settings.resource(3).with("Connection", CimValues.texts("gold"));

            assertThatThrownBy(() -> ResourceSettings.add(EMPTY, settings))
                    .hasMessage("ResourceSettings[0]: Connection = ['gold'] cannot be had here; leave it out");
        }

        @ParameterizedTest
        @CsvSource({"3, gold", "3, memory/host", "31, network/host", "10, storage/host"})
        void aPoolOfAnotherTypeIsRefused(int type, String pool) {
            Settings settings =
                    Settings.resource(type).with("PoolID", pool).withOnly("HostResource", type == 31 ? "/a" : "");

            assertThatThrownBy(() -> ResourceSettings.add(EMPTY, settings))
                    .hasMessageContaining("PoolID '" + pool + "' is no pool of");
        }

        @Test
        void aPoolOfPortsSaysWhichNetworkItIs() throws CimException {
            Settings settings = Settings.resource(10).with("PoolID", "network/network/oam");

            assertThat(ResourceSettings.add(EMPTY, settings)
                            .networkPorts()
                            .get(0)
                            .connection())
                    .isEqualTo(new VirtualNetwork("oam"));
        }

        @Test
        void manualAllocationIsRefused() {
            Settings settings = Settings.resource(4).with("AutomaticAllocation", CimValues.bool(false));

            assertThatThrownBy(() -> ResourceSettings.add(EMPTY, settings))
                    .hasMessageContaining("AutomaticAllocation = false cannot be had here");
        }
    }

    /** What is said of a definition, sent back, makes the same definition: nothing is lost in either direction. */
    @Nested
    class ThereAndBack {
        static LongStream seeds() {
            return LongStream.range(0, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void aDefinitionSurvives(long seed) throws CimException {
            DomainDefinition definition = definition(new Random(seed));
            DomainDefinition copy = EMPTY;
            for (ResourceKind kind : ResourceKinds.ALL) {
                for (String device : kind.devices(definition)) {
                    CimInstance settings = ResourceSettings.describe(definition, device);
                    copy = ResourceSettings.request(settings).addTo(copy);
                }
            }

            assertThat(copy).isEqualTo(definition);
        }

        private DomainDefinition definition(Random random) {
            int count = 1 + random.nextInt(8);
            ByteSize size = new ByteSize(1 + random.nextInt(1 << 30));
            ByteSize maximum = random.nextBoolean() ? size : new ByteSize(size.bytes() + random.nextInt(1 << 30));
            return EMPTY.withProcessors(new Processors(count, count + random.nextInt(2)))
                    .withMemory(new Memory(size, maximum))
                    .withDisks(disks(random))
                    .withNetworkPorts(ports(random))
                    .withConsoles(random.nextBoolean() ? List.of() : List.of(new Console("/log/" + count)));
        }

        private List<Disk> disks(Random random) {
            List<Disk> disks = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                DeviceType device = DEVICES.get(random.nextInt(DEVICES.size()));
                boolean empty = device != DeviceType.DISK && random.nextBoolean();
                String format = random.nextBoolean() ? "raw" : null;
                disks.add(new Disk(
                        "vd" + (char) ('a' + i),
                        device,
                        BUSES.get(random.nextInt(BUSES.size())),
                        empty ? null : new FileMedium("/image " + random.nextInt(), format),
                        random.nextBoolean(),
                        null));
            }
            return disks;
        }

        private List<NetworkPort> ports(Random random) {
            List<NetworkPort> ports = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                ports.add(new NetworkPort(
                        "52:54:00:00:00:0" + i,
                        random.nextBoolean() ? new Bridge("br" + i) : new VirtualNetwork("net" + i),
                        random.nextBoolean() ? "virtio" : null,
                        null));
            }
            return ports;
        }
    }
}
