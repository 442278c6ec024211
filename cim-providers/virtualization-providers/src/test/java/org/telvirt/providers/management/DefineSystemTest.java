package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.settings;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 8")
class DefineSystemTest extends ManagementBench {
    private static final String SYSTEM_SETTINGS = "SystemSettings";
    private static final String RESOURCE_SETTINGS = "ResourceSettings";

    private static Settings named(String name) {
        return Settings.of("CIM_VirtualSystemSettingData").with("ElementName", name);
    }

    private static Settings memory(long mebibytes) {
        return Settings.resource(4).with("VirtualQuantity", mebibytes).with("AllocationUnits", "byte*2^20");
    }

    private Reply define(Settings system, Settings... resources) throws CimException {
        return server.manage(
                "DefineSystem", settings(SYSTEM_SETTINGS, system), settings(RESOURCE_SETTINGS, List.of(resources)));
    }

    @Nested
    class Everything {
        @Test
        @Requirement({"VMDEF2 processors", "VMDEF2 memory", "VMDEF2 console", "VMDEF4 local-storage"})
        void settingsBecomeTheDefinition() throws Exception {
            Settings system = Settings.of("Telvirt_VirtualSystemSettingData")
                    .with("ElementName", "hlr-2")
                    .with("Description", "home location register")
                    .with("VirtualSystemType", "Telvirt:Simulated");
            SystemId id = resulting(define(
                    system,
                    Settings.resource(3).with("VirtualQuantity", 2).with("Limit", 4),
                    memory(256),
                    Settings.resource(31).withOnly("HostResource", "file:///images/hlr.img"),
                    Settings.resource(15),
                    Settings.resource(10).with("Address", "52-54-00-00-00-01").withOnly("Connection", "bridge:oam"),
                    Settings.resource(21).withOnly("HostResource", "file:///log/hlr.log")));
            DomainDefinition definition = defined(id);

            assertThat(definition.name()).isEqualTo("hlr-2");
            assertThat(definition.description()).isEqualTo("home location register");
            assertThat(definition.platform().virtualization()).isEqualTo(Virtualization.SIMULATED);
            assertThat(definition.processors()).isEqualTo(new Processors(2, 4));
            assertThat(definition.memory()).isEqualTo(Memory.of(ByteSize.ofMebibytes(256)));
            assertThat(definition.disks())
                    .extracting(Disk::device, Disk::medium)
                    .containsExactly(
                            tuple(DeviceType.DISK, new FileMedium("/images/hlr.img", null)),
                            tuple(DeviceType.CDROM, null));
            assertThat(definition.networkPorts())
                    .extracting(NetworkPort::address, NetworkPort::connection)
                    .containsExactly(tuple("52:54:00:00:00:01", new Bridge("oam")));
            assertThat(definition.consoles()).containsExactly(new Console("/log/hlr.log"));
            assertThat(bench.facility().system(id).state()).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void anIdentifierMayChooseTheUuid() throws Exception {
            UUID uuid = UUID.fromString("6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11");

            assertThat(resulting(define(named("hlr-2").with("VirtualSystemIdentifier", uuid.toString()))))
                    .isEqualTo(new SystemId(uuid));
        }
    }

    @Nested
    class Defaults {
        @Test
        void silenceGetsOneProcessorSomeMemoryAndAName() throws Exception {
            DomainDefinition definition = defined(resulting(server.manage("DefineSystem")));

            assertThat(definition.processors()).isEqualTo(Processors.of(1));
            assertThat(definition.memory()).isEqualTo(Memory.of(ByteSize.ofMebibytes(512)));
            assertThat(definition.name()).matches("vs-[0-9a-f]{8}");
            assertThat(definition.disks()).isEmpty();
            assertThat(definition.networkPorts()).isEmpty();
        }

        @Test
        void nullAndEmptyArraysAreSilence() throws Exception {
            Reply reply = server.manage(
                    "DefineSystem",
                    argument(SYSTEM_SETTINGS, null),
                    settings(RESOURCE_SETTINGS, List.of()),
                    argument("ReferenceConfiguration", null));

            assertThat(reply.code()).isZero();
        }

        @Test
        void twoSystemsWithoutANameDoNotGetInEachOthersWay() throws Exception {
            SystemId first = resulting(server.manage("DefineSystem"));
            SystemId second = resulting(server.manage("DefineSystem"));

            assertThat(defined(first).name()).isNotEqualTo(defined(second).name());
        }
    }

    @Nested
    class ReferenceConfiguration {
        private SystemId template() throws Exception {
            return bench.facility()
                    .define(FacilityBench.definition("template")
                            .withDescription("a template")
                            .withProcessors(Processors.of(3))
                            .withDisks(List.of(
                                    new Disk("vda", DeviceType.DISK, null, new FileMedium("/a", "raw"), false, null),
                                    new Disk("sda", DeviceType.CDROM, null, new FileMedium("/cd", "raw"), true, null)))
                            .withNetworkPorts(List.of(
                                    new NetworkPort("52:54:00:00:00:01", new VirtualNetwork("oam"), "e1000", null)))
                            .withConsoles(List.of(new Console("/log/template"))))
                    .id();
        }

        private Reply defineLike(ConfigurationId id, Settings... resources) throws CimException {
            return server.manage(
                    "DefineSystem",
                    settings(SYSTEM_SETTINGS, named("copy")),
                    settings(RESOURCE_SETTINGS, List.of(resources)),
                    reference("ReferenceConfiguration", id.path()));
        }

        @Test
        void whatTheInputLeavesOpenComesFromThere() throws Exception {
            DomainDefinition copy = defined(resulting(defineLike(configuration(template()), memory(64))));

            assertThat(copy.name()).isEqualTo("copy");
            assertThat(copy.description()).isEqualTo("a template");
            assertThat(copy.processors()).isEqualTo(Processors.of(3));
            assertThat(copy.memory()).isEqualTo(Memory.of(ByteSize.ofMebibytes(64)));
        }

        @Test
        void whatOnlyOneSystemMayHaveStaysThere() throws Exception {
            DomainDefinition copy = defined(resulting(defineLike(configuration(template()))));

            assertThat(copy.disks()).extracting(Disk::target).containsExactly("sda");
            assertThat(copy.networkPorts())
                    .extracting(NetworkPort::connection, NetworkPort::model)
                    .containsExactly(tuple(new VirtualNetwork("oam"), "e1000"));
            assertThat(copy.networkPorts()).extracting(NetworkPort::address).doesNotContain("52:54:00:00:00:01");
            assertThat(copy.consoles()).containsExactly(new Console(null));
        }

        @Test
        void devicesInTheInputReplaceThoseOfTheirKind() throws Exception {
            DomainDefinition copy = defined(resulting(defineLike(
                    configuration(template()), Settings.resource(31).withOnly("HostResource", "/images/copy.img"))));

            assertThat(copy.disks()).extracting(Disk::medium).containsExactly(new FileMedium("/images/copy.img", null));
            assertThat(copy.networkPorts()).hasSize(1);
        }

        @Test
        void oneThatDoesNotExistIsAnInvalidParameter() throws Exception {
            Reply reply = defineLike(configuration(new SystemId(new UUID(0, 1))));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("ReferenceConfiguration: there is no configuration");
        }
    }

    @Nested
    class Refusals {
        @Test
        void aNameThatIsTakenIsAnInvalidParameter() throws Exception {
            bench.define("hlr-2");
            var before = everything();

            Reply reply = define(named("hlr-2"));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("'hlr-2'");
            assertThat(reply.output("ResultingSystem")).isNull();
            assertThat(everything()).isEqualTo(before);
        }

        @Test
        void aNameThatTheFacilityDoesNotAllowIsAnInvalidParameter() throws Exception {
            Reply reply = define(named("a/b"));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("name 'a/b' is a path");
        }

        @Test
        void aSecondSettingOfMemoryIsNamedWithTheFirst() throws Exception {
            Reply reply = define(named("hlr-2"), memory(64), Settings.resource(3), memory(32));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply))
                    .isEqualTo("ResourceSettings[2]: memory has been set by ResourceSettings[0]; give one setting with"
                            + " all of it");
        }

        @Test
        void oneBadSettingAmongGoodOnesDefinesNothing() throws Exception {
            var before = everything();

            Reply reply = define(named("hlr-2"), memory(64), Settings.resource(31));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).startsWith("ResourceSettings[1]: a disk needs HostResource");
            assertThat(everything()).isEqualTo(before);
        }

        @Test
        void aTypeThatTheEngineDoesNotHaveIsRefused() throws Exception {
            var before = everything();

            Reply reply = define(named("hlr-2").with("VirtualSystemType", "DMTF:XEN:PV"));

            assertThat(reply.code()).isIn(1L, 4L);
            assertThat(cause(reply)).isNotBlank();
            assertThat(everything()).isEqualTo(before);
        }

        @Test
        void twoDrivesWithOneTargetAreRefused() throws Exception {
            Settings disk = Settings.resource(31).withOnly("HostResource", "/a").with("AddressOnParent", "vda");

            Reply reply = define(named("hlr-2"), disk, disk);

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("vda");
        }

        @Test
        void anEngineThatCannotBeReachedIsAFailure() throws Exception {
            bench.engine().cut();

            Reply reply = define(named("hlr-2"));

            assertThat(reply.code()).isEqualTo(2);
            assertThat(cause(reply)).isNotBlank();
        }

        @ParameterizedTest
        @CsvSource({"Colour, red", "VirtualSystemTypo, DMTF:KVM"})
        void aPropertyThatTheClassDoesNotHaveIsAnErrorOfTheOperation(String property, String value) {
            assertThatThrownBy(() -> define(named("hlr-2").with(property, value)))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.INVALID_PARAMETER))
                    .hasMessageContaining(property);
        }

        @Test
        void aPropertyOfAnotherTypeIsAnErrorOfTheOperation() {
            assertThatThrownBy(() ->
                            define(named("hlr-2"), Settings.resource(3).with("VirtualQuantity", CimValues.text("two"))))
                    .hasMessageContaining("VirtualQuantity");
        }
    }
}
