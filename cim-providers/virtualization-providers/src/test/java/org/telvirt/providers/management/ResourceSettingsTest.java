package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.references;
import static org.telvirt.providers.rig.CimServer.settings;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceKinds;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 8")
class ResourceSettingsTest extends ManagementBench {
    private static final String MAC = "52:54:00:00:00:01";

    private SystemId id;

    @BeforeEach
    void define() throws FacilityException {
        id = bench.facility()
                .define(FacilityBench.definition("hlr-2")
                        .withDisks(List.of(
                                new Disk("vda", DeviceType.DISK, null, new FileMedium("/a", "raw"), false, null)))
                        .withNetworkPorts(List.of(new NetworkPort(MAC, new VirtualNetwork("default"), "virtio", null)))
                        .withConsoles(List.of(new Console("/log/0"), new Console("/log/1"))))
                .id();
    }

    private String instanceId(String device) {
        return new ResourceId(configuration(id), device).instanceId();
    }

    private CimInstancePath path(String device) {
        ResourceKind kind = ResourceKinds.of(defined(id), device);
        return new ResourceId(configuration(id), device).path(kind);
    }

    private static List<String> devices(Reply reply) {
        return reply.paths("ResultingResourceSettings").stream()
                .map(path -> ResourceId.of(path).device())
                .toList();
    }

    @Nested
    class Add {
        private Reply add(Settings... resources) throws CimException {
            return server.manage(
                    "AddResourceSettings",
                    reference("AffectedConfiguration", configuration(id).path()),
                    settings("ResourceSettings", List.of(resources)));
        }

        private static Settings disk(String path) {
            return Settings.resource(31).withOnly("HostResource", path);
        }

        @Test
        void resourcesAreAddedAndNamedInTheOrderOfTheInput() throws Exception {
            Reply reply = add(
                    disk("/b").with("AddressOnParent", "vdc"),
                    Settings.resource(10).with("Address", "52:54:00:00:00:02"),
                    disk("/c"),
                    Settings.resource(21));

            assertThat(reply.code()).isZero();
            assertThat(devices(reply)).containsExactly("disk/vdc", "network/52:54:00:00:00:02", "disk/vdb", "serial/2");
            for (CimInstancePath added : reply.paths("ResultingResourceSettings")) {
                assertThat(server.get(added).text(ElementNames.INSTANCE_ID))
                        .isEqualTo(added.text(ElementNames.INSTANCE_ID));
            }
            assertThat(server.get(reply.paths("ResultingResourceSettings").get(2))
                            .value(CimName.of("HostResource")))
                    .isEqualTo(CimValues.texts("file:///c"));
        }

        @Test
        void addressesThatTheEngineChoseAreFound() throws Exception {
            Reply reply = add(Settings.resource(10), Settings.resource(10));

            assertThat(devices(reply))
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .allMatch(device -> device.matches("network/52:54:00(:[0-9a-f]{2}){3}"));
        }

        @Test
        void aSecondMemoryIsRefusedWithTheCure() throws Exception {
            Reply reply = add(Settings.resource(4).with("VirtualQuantity", 1).with("AllocationUnits", "byte*2^20"));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("one setting of memory; change it by ModifyResourceSettings");
        }

        @Test
        void oneBadResourceAmongGoodOnesAddsNothing() throws Exception {
            DomainDefinition before = defined(id);

            Reply reply = add(disk("/b"), Settings.resource(31));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).startsWith("ResourceSettings[1]");
            assertThat(defined(id)).isEqualTo(before);
        }

        @Test
        void nothingToAddIsAnInvalidParameter() throws Exception {
            assertThat(add().code()).isEqualTo(4);
        }

        @Test
        void noConfigurationIsAnInvalidParameter() throws Exception {
            assertThat(server.manage("AddResourceSettings", settings("ResourceSettings", List.of(disk("/b"))))
                            .code())
                    .isEqualTo(4);
        }

        @Test
        void theStateOfASystemThatIsNotActiveCannotBeChanged() throws Exception {
            Reply reply = server.manage(
                    "AddResourceSettings",
                    reference("AffectedConfiguration", configuration(id).state().path()),
                    settings("ResourceSettings", List.of(disk("/b"))));

            assertThat(reply.code()).as("the method has no Invalid State").isEqualTo(2);
            assertThat(cause(reply)).contains("it is defined; change what its next start uses");
        }

        @Test
        void aStateThatDoesNotAllowItIsAFailureAsTheMethodHasNoOtherNumber() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.SUSPEND);

            assertThat(add(disk("/b")).code()).isEqualTo(2);
        }
    }

    @Nested
    class Modify {
        private Reply modify(Settings... resources) throws CimException {
            return server.manage("ModifyResourceSettings", settings("ResourceSettings", List.of(resources)));
        }

        private Settings of(String device, int type) {
            return Settings.resource(type).with("InstanceID", instanceId(device));
        }

        @Test
        void severalResourcesChangeAtOnce() throws Exception {
            Reply reply = modify(
                    of("processor", 3).with("VirtualQuantity", 4),
                    of("memory", 4).with("VirtualQuantity", 1).with("AllocationUnits", "byte*2^30"),
                    of("disk/vda", 31).withOnly("HostResource", "/b"));

            assertThat(reply.code()).isZero();
            assertThat(devices(reply)).containsExactly("processor", "memory", "disk/vda");
            assertThat(defined(id).processors()).isEqualTo(Processors.of(4));
            assertThat(defined(id).memory()).isEqualTo(Memory.of(ByteSize.ofMebibytes(1024)));
            assertThat(defined(id).disks().get(0).medium()).isEqualTo(new FileMedium("/b", null));
        }

        @Test
        void whatIsNamedNeedNotSayWhatItIs() throws Exception {
            Settings plain = Settings.of("CIM_ResourceAllocationSettingData");

            assertThat(modify(plain.with("InstanceID", instanceId("processor")).with("VirtualQuantity", 3))
                            .code())
                    .isZero();

            assertThat(defined(id).processors()).isEqualTo(Processors.of(3));
        }

        @Test
        void aPortWithANewAddressHasANewName() throws Exception {
            Reply reply = modify(of("network/" + MAC, 10).with("Address", "52:54:00:00:00:09"));

            assertThat(devices(reply)).containsExactly("network/52:54:00:00:00:09");
            assertThat(server.get(reply.paths("ResultingResourceSettings").get(0)))
                    .isNotNull();
        }

        @Test
        void everyResourceThatWasReadCanBeSentBack() throws Exception {
            DomainDefinition before = defined(id);
            List<CimInstance> read =
                    server.associators(configuration(id).path(), "CIM_VirtualSystemSettingDataComponent", null);

            Reply reply = server.manage(
                    "ModifyResourceSettings",
                    argument(
                            "ResourceSettings",
                            CimValues.embeddeds(read.stream()
                                    .map(settings -> settings.at(null))
                                    .toList())));

            assertThat(read).hasSize(6);
            assertThat(reply.code()).isZero();
            assertThat(defined(id)).isEqualTo(before);
        }

        @Test
        void aResourceThatIsNotThereIsNamedAndNothingChanges() throws Exception {
            DomainDefinition before = defined(id);

            Reply reply = modify(of("processor", 3).with("VirtualQuantity", 4), of("disk/vdz", 31));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("there is no drive " + instanceId("disk/vdz"));
            assertThat(defined(id)).isEqualTo(before);
        }

        @Test
        void settingsWithoutAnInstanceIdAreAnInvalidParameter() throws Exception {
            Reply reply = modify(Settings.resource(3).with("VirtualQuantity", 4));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).startsWith("ResourceSettings[0]: a NULL InstanceID names no resource");
        }

        @Test
        void resourcesOfTwoSystemsAreRefused() throws Exception {
            SystemId other = bench.define("other");
            String foreign = new ResourceId(configuration(other), "memory").instanceId();

            Reply reply = modify(of("processor", 3), Settings.resource(4).with("InstanceID", foreign));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("are two configurations; change one in a call");
        }

        @Test
        void theStateOfASystemThatIsNotActiveIsInvalid() throws Exception {
            String now = new ResourceId(configuration(id).state(), "processor").instanceId();

            assertThat(modify(Settings.resource(3).with("InstanceID", now)).code())
                    .isEqualTo(5);
        }

        @Test
        void aSuspendedSystemIsInAnInvalidState() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.SUSPEND);

            assertThat(modify(of("processor", 3).with("VirtualQuantity", 2)).code())
                    .isEqualTo(5);
        }
    }

    @Nested
    class Remove {
        private Reply remove(CimInstancePath... paths) throws CimException {
            return server.manage("RemoveResourceSettings", references("ResourceSettings", Arrays.asList(paths)));
        }

        @Test
        void severalResourcesGoAtOnce() throws Exception {
            assertThat(remove(path("disk/vda"), path("serial/0"), path("serial/1"))
                            .code())
                    .isZero();

            assertThat(defined(id).disks()).isEmpty();
            assertThat(defined(id).consoles()).isEmpty();
            assertThat(defined(id).networkPorts()).hasSize(1);
        }

        @Test
        void memoryCannotBeRemoved() throws Exception {
            Reply reply = remove(path("disk/vda"), path("memory"));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("a virtual system always has memory");
            assertThat(defined(id).disks()).hasSize(1);
        }

        @Test
        void aResourceThatIsNotThereIsNamed() throws Exception {
            CimInstancePath gone = path("disk/vda");
            assertThat(remove(gone).code()).isZero();

            Reply reply = remove(gone);

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("there is no resource " + instanceId("disk/vda"));
        }

        @Test
        void nothingToRemoveIsAnInvalidParameter() throws Exception {
            assertThat(remove().code()).isEqualTo(4);
        }

        @Test
        void theNextStartIsWithoutIt() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            assertThat(remove(path("disk/vda")).code()).isZero();

            CimInstancePath now = new ResourceId(configuration(id).state(), "disk/vda")
                    .path(ResourceKinds.of(bench.facility().definition(id, Configuration.ACTIVE), "disk/vda"));
            assertThat(server.get(now)).isNotNull();
            assertThat(server.associators(now, "CIM_ElementSettingData", "ManagedElement"))
                    .isEmpty();
        }
    }
}
