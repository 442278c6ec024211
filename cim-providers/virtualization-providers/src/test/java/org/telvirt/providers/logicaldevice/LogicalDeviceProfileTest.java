package org.telvirt.providers.logicaldevice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The devices of virtual systems, from all their sides. */
@RanOn(Engine.SIMULATED)
class LogicalDeviceProfileTest {
    private static final String SYSTEM_DEVICE = "CIM_SystemDevice";
    private static final String STATE = "CIM_SettingsDefineState";
    private static final String ADDRESS = "52:54:00:12:34:ab";

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.facility().define(definition()).id();
        bench.change(id, Transition.ACTIVATE);
        bench.activate("another");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static DomainDefinition definition() {
        return FacilityBench.definition("hlr-2")
                .withProcessors(Processors.of(2))
                .withPlatform(Platform.DEFAULT.withArchitecture("x86_64", null))
                .withDisks(List.of(
                        new Disk("vda", DeviceType.DISK, Bus.VIRTIO, new FileMedium("/a", "qcow2"), false, null),
                        new Disk("hda", DeviceType.CDROM, Bus.IDE, null, true, null),
                        new Disk("hdb", DeviceType.DISK, Bus.IDE, new FileMedium("/b", "raw"), true, null)))
                .withNetworkPorts(List.of(new NetworkPort(ADDRESS, new Bridge("br0"), "virtio", null)))
                .withDisplays(List.of(Display.LOCAL))
                .withFaultPolicy(FaultPolicy.DEFAULT.withWatchdog(
                        new Watchdog(WatchdogModel.I6300ESB, WatchdogAction.INJECT_NMI)));
    }

    private List<CimInstance> devices() throws CimException {
        return server.associators(SystemPath.of(id), SYSTEM_DEVICE, "GroupComponent");
    }

    private CimInstance device(String name) throws CimException {
        return devices().stream()
                .filter(device -> name.equals(device.text(DeviceNames.DEVICE_ID)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws CimException {
        return devices().stream()
                .map(device -> Objects.requireNonNull(device.text(DeviceNames.DEVICE_ID)))
                .toList();
    }

    private static List<CimInstancePath> paths(List<CimInstance> instances) {
        List<CimInstancePath> paths = new ArrayList<>();
        instances.forEach(instance -> paths.add(instance.path()));
        return paths;
    }

    @Nested
    class WhatASystemHas {
        @Test
        @Requirement({"DSP1057 7.4", "DSP1059 7"})
        void isADeviceForEachResourceAndForWhatFollowsFromThem() throws Exception {
            assertThat(devices())
                    .extracting(device -> device.className().toString(), device -> device.text(DeviceNames.DEVICE_ID))
                    .containsExactlyInAnyOrder(
                            tuple("Telvirt_Processor", "processor/0"),
                            tuple("Telvirt_Processor", "processor/1"),
                            tuple("Telvirt_Memory", "memory"),
                            tuple("Telvirt_LogicalDisk", "disk/vda"),
                            tuple("Telvirt_LogicalDisk", "disk/hdb"),
                            tuple("Telvirt_CDROMDrive", "disk/hda"),
                            tuple("Telvirt_EthernetPort", "network/" + ADDRESS),
                            tuple("Telvirt_DisplayController", "graphics/0"),
                            tuple("Telvirt_Keyboard", "keyboard"),
                            tuple("Telvirt_PointingDevice", "mouse"),
                            tuple("Telvirt_Watchdog", "watchdog"),
                            tuple("Telvirt_IDEController", "controller/ide"),
                            tuple("Telvirt_Controller", "controller/virtio"));
        }

        @Test
        void isThereOnlyWhileItIsInMemory() throws Exception {
            CimInstancePath disk = device("disk/vda").path();
            for (Transition out : List.of(Transition.SUSPEND, Transition.DEACTIVATE)) {
                bench.change(id, out);
                assertThat(devices()).isEmpty();
            }

            assertThatThrownBy(() -> server.get(disk))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
            assertThat(server.enumerate("CIM_LogicalDisk")).isEmpty();
        }

        @Test
        void keepsItsNamesThroughRenameAndRestart() throws Exception {
            List<CimInstancePath> before = paths(devices());

            bench.change(id, Transition.DEACTIVATE);
            bench.facility().redefine(id, definition -> definition.withName("hlr-3"));
            bench.change(id, Transition.ACTIVATE);

            assertThat(paths(devices())).isEqualTo(before);
        }

        @Test
        void isOfTheRunThatGoesOnAndNotOfWhatWaits() throws Exception {
            bench.facility().redefine(id, definition -> definition.withProcessors(Processors.of(4)));
            assertThat(names()).doesNotContain("processor/2");

            bench.change(id, Transition.DEACTIVATE);
            bench.change(id, Transition.ACTIVATE);

            assertThat(names()).contains("processor/3");
        }

        @Test
        void leadsBackToTheSystemAlone() throws Exception {
            for (CimInstance device : devices()) {
                assertThat(server.associators(device.path(), SYSTEM_DEVICE, "PartComponent"))
                        .containsExactly(server.system(id));
            }
        }
    }

    @Nested
    class Settings {
        private List<CimInstance> settingsOf(String device) throws CimException {
            return server.associators(device(device).path(), STATE, "ManagedElement");
        }

        @ParameterizedTest
        @CsvSource({
            "processor/1, processor",
            "memory, memory",
            "disk/vda, disk/vda",
            "disk/hda, disk/hda",
            "network/" + ADDRESS + ", network/" + ADDRESS
        })
        @Requirement({"DSP1041 7", "DSP1044 7", "DSP1045 7", "DSP1047 7", "DSP1050 7"})
        void ofTheStateConfigurationDescribeADevice(String device, String resource) throws Exception {
            assertThat(settingsOf(device))
                    .extracting(settings -> settings.text(ElementNames.INSTANCE_ID))
                    .containsExactly("Telvirt:RASD/" + id + "/state/" + resource);
        }

        @Test
        void leadBackToTheirDevices() throws Exception {
            assertThat(server.associators(settingsOf("processor/0").get(0).path(), STATE, "SettingData"))
                    .containsExactly(device("processor/0"), device("processor/1"));
            assertThat(server.associators(settingsOf("disk/vda").get(0).path(), STATE, "SettingData"))
                    .containsExactly(device("disk/vda"));
        }

        /** One setting in two roles is what CIM_SettingsDefineState warns of. */
        @Test
        void thatAStartUsesDescribeNoDevice() throws Exception {
            CimInstancePath defined = server.associators(
                            settingsOf("disk/vda").get(0).path(), "CIM_ElementSettingData", "ManagedElement")
                    .get(0)
                    .path();

            assertThat(server.associators(defined, STATE, null)).isEmpty();
        }
    }

    @Nested
    class TheirStates {
        @ParameterizedTest
        @CsvSource({"ACTIVATE, 2, 5, 2", "PAUSE, 9, 5, 2"})
        void followTheSystem(Transition transition, long enabled, long health, int operational) throws Exception {
            if (transition != Transition.ACTIVATE) {
                bench.change(id, transition);
            }

            for (CimInstance device : devices()) {
                assertThat(device.number(ElementNames.ENABLED_STATE)).isEqualTo(enabled);
                assertThat(device.number(ElementNames.HEALTH_STATE)).isEqualTo(health);
                assertThat(String.valueOf(device.value(ElementNames.OPERATIONAL_STATUS)))
                        .contains(String.valueOf(operational));
            }
        }

        @Test
        void areUnknownInASystemThatFailed() throws Exception {
            bench.host().happen(Incident.GUEST_PANIC, FacilityBench.domain(id));

            assertThat(device("memory").number(ElementNames.HEALTH_STATE)).isZero();
            assertThat(device("memory").number(ElementNames.ENABLED_STATE)).isEqualTo(9);
        }

        @Test
        void ofAPortWithoutItsCableAreOffline() throws Exception {
            bench.change(id, Transition.DEACTIVATE);
            bench.facility()
                    .redefine(
                            id,
                            definition -> definition.withNetworkPorts(
                                    List.of(definition.networkPorts().get(0).withLinkUp(false))));
            bench.change(id, Transition.ACTIVATE);

            assertThat(device("network/" + ADDRESS).number(ElementNames.ENABLED_STATE))
                    .isEqualTo(6);
        }
    }

    @Nested
    class Kinds {
        @Test
        void memoryCountsBytes() throws Exception {
            CimInstance memory = device("memory");

            assertThat(memory.number(DeviceNames.BLOCK_SIZE)).isEqualTo(1);
            assertThat(memory.number(DeviceNames.NUMBER_OF_BLOCKS)).isEqualTo(512L << 20);
            assertThat(memory.value(DeviceNames.VOLATILE)).isEqualTo(CimValues.bool(true));
        }

        @Test
        void disksSayWhatCanBeDoneWithThem() throws Exception {
            assertThat(device("disk/vda").number(DeviceNames.ACCESS)).isEqualTo(3);
            assertThat(device("disk/hdb").number(DeviceNames.ACCESS)).isEqualTo(1);
            assertThat(device("disk/vda").value(DeviceNames.THINLY_PROVISIONED)).isEqualTo(CimValues.bool(true));
            assertThat(device("disk/hda").value(DeviceNames.CAPABILITIES)).isEqualTo(CimValues.uint16s(3, 7));
        }

        @Test
        void networkPortsAreReachedByTheirAddress() throws Exception {
            CimInstance port = device("network/" + ADDRESS);
            CimInstance endpoint = server.associators(port.path(), "CIM_DeviceSAPImplementation", "Antecedent")
                    .get(0);

            assertThat(port.text(DeviceNames.PERMANENT_ADDRESS)).isEqualTo("5254001234AB");
            assertThat(port.value(DeviceNames.NETWORK_ADDRESSES)).isEqualTo(CimValues.texts("5254001234AB"));
            assertThat(endpoint.text(DeviceNames.MAC_ADDRESS)).isEqualTo("5254001234AB");
            assertThat(server.associators(endpoint.path(), "CIM_HostedAccessPoint", "Dependent"))
                    .containsExactly(server.system(id));
        }

        @Test
        void aWatchdogSaysWhatItDoes() throws Exception {
            assertThat(device("watchdog").number(DeviceNames.ACTION_ON_EXPIRATION))
                    .isEqualTo(4);
        }

        @Test
        void controllersDriveTheDrivesOfTheirBus() throws Exception {
            assertThat(server.associators(device("controller/ide").path(), "CIM_ControlledBy", "Antecedent"))
                    .containsExactlyInAnyOrder(device("disk/hda"), device("disk/hdb"));
            assertThat(server.associators(device("disk/vda").path(), "CIM_ControlledBy", "Dependent"))
                    .containsExactly(device("controller/virtio"));
            assertThat(device("controller/ide").number(DeviceNames.PROTOCOL_SUPPORTED))
                    .isEqualTo(37);
        }

        @Test
        void devicesOfTheHostKeepTheirAddress() {
            DomainDefinition definition = definition().withHostDevices(List.of(new PciDevice(0, 6, 0x12, 5)));
            PciDeviceKind kind = new PciDeviceKind();
            CimInstance.Builder builder = CimInstance.of(kind.className());
            kind.describe(builder, definition, "host/0000:06:12.5");

            assertThat(kind.names(definition)).containsExactly("host/0000:06:12.5");
            assertThat(builder.build().number(DeviceNames.DEVICE_NUMBER)).isEqualTo(0x12);
            assertThat(builder.build().number(DeviceNames.FUNCTION_NUMBER)).isEqualTo(5);
        }

        @Test
        void onlyAPCComesWithAKeyboard() {
            DomainDefinition other = definition().withPlatform(Platform.DEFAULT.withArchitecture("aarch64", null));

            assertThat(SimpleKind.KEYBOARD.names(definition())).hasSize(1);
            assertThat(SimpleKind.KEYBOARD.names(other)).isEmpty();
            assertThat(SimpleKind.MOUSE_DEVICE.names(definition().withDisplays(List.of())))
                    .isEmpty();
        }
    }
}
