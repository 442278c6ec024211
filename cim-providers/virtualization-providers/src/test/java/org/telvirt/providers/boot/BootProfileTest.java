package org.telvirt.providers.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement({"DSP1012 7", "VMDEF4"})
class BootProfileTest {
    private static final String SETTINGS = "CIM_ElementSettingData";
    private static final String ORDERED = "CIM_OrderedComponent";
    private static final String NIC = "network/52:54:00:00:00:01";
    private static final CimName ERROR_DESCRIPTION = CimName.of("ErrorDescription");

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;
    private BootConfigId defined;
    private BootConfigId next;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.facility().define(definition()).id();
        bench.define("another");
        defined = BootConfigId.of(id, Configuration.DEFINED);
        next = BootConfigId.of(id, Configuration.NEXT);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static DomainDefinition definition() {
        return FacilityBench.definition("hlr-2")
                .withDisks(List.of(
                        new Disk("vda", DeviceType.DISK, null, new FileMedium("/a", "raw"), false, 2),
                        new Disk("vdb", DeviceType.DISK, null, new FileMedium("/b", "raw"), false, null),
                        new Disk("hda", DeviceType.CDROM, null, null, true, 1)))
                .withNetworkPorts(List.of(new NetworkPort("52:54:00:00:00:01", new Bridge("br0"), null, null)));
    }

    /** The sources of a boot configuration by name, with their places. */
    private Map<String, Long> places(BootConfigId config) throws CimException {
        Map<String, Long> places = new TreeMap<>();
        for (CimInstance link : server.references(config.path(), ORDERED)) {
            CimValue part = link.value(BootNames.PART_COMPONENT);
            CimInstancePath path = (CimInstancePath) ((CimValue.Reference) Objects.requireNonNull(part)).path();
            places.put(server.get(path).text(BootNames.BOOT_STRING), link.number(BootNames.ASSIGNED_SEQUENCE));
        }
        return places;
    }

    private List<String> order(BootConfigId config) throws CimException {
        return places(config).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Reply change(BootConfigId config, String... names) throws CimException {
        List<CimInstancePath> sources = new ArrayList<>();
        List.of(names).forEach(name -> sources.add(config.source(name)));
        return server.call(config.path(), "ChangeBootOrder", CimServer.references("Source", sources));
    }

    private Reply use(BootConfigId config, int role) throws CimException {
        return server.call(
                server.only("CIM_BootService").path(),
                "SetBootConfigUsage",
                CimServer.reference("BootConfigSetting", config.path()),
                CimServer.argument("Role", CimValues.uint16(role)));
    }

    private String cause(Reply refusal) throws CimException {
        return server.get(refusal.path("Job")).text(ERROR_DESCRIPTION);
    }

    @Nested
    class Sources {
        @Test
        void areAllThatCanBeBootedFromInTheirOrder() throws Exception {
            assertThat(places(defined)).isEqualTo(Map.of("disk/hda", 1L, "disk/vda", 2L, "disk/vdb", 0L, NIC, 0L));
        }

        @Test
        void haveTheNamesOfTheProfile() throws Exception {
            assertThat(server.associators(defined.path(), ORDERED, "GroupComponent"))
                    .extracting(
                            source -> source.text(BootNames.STRUCTURED_BOOT_STRING),
                            source -> source.number(BootNames.FAIL_THROUGH_SUPPORTED))
                    .containsExactly(
                            tuple("CIM:Hard-Disk:1", 1L),
                            tuple("CIM:Hard-Disk:2", 1L),
                            tuple("CIM:CD/DVD:1", 1L),
                            tuple("CIM:Network:1", 1L));
        }

        @Test
        void leadBackToTheirConfigurationAlone() throws Exception {
            for (CimInstance source : server.associators(defined.path(), ORDERED, "GroupComponent")) {
                assertThat(server.associators(source.path(), ORDERED, "PartComponent"))
                        .extracting(CimInstance::path)
                        .containsExactly(defined.path().in(Namespaces.VIRT).on("vf.example:5989"));
            }
        }

        @Test
        void areTheFirstDiskWhereNobodySaysMore() {
            DomainDefinition silent = BootSource.ordered(definition(), List.of());

            assertThat(BootSource.order(silent)).containsExactly("disk/vda");
        }

        @Test
        void beginWithAKernel() {
            DomainDefinition direct =
                    definition().withBoot(definition().boot().withKernel(new Kernel("/k", null, null)));

            assertThat(BootSource.of(direct))
                    .extracting(BootSource::name, BootSource::place)
                    .startsWith(tuple("kernel", 1), tuple("disk/vda", 3))
                    .contains(tuple("disk/hda", 2), tuple("disk/vdb", 0));
        }
    }

    @Nested
    class Roles {
        private List<CimInstance> links() throws CimException {
            return server.references(SystemPath.of(id), SETTINGS).stream()
                    .filter(link ->
                            String.valueOf(link.value(BootNames.SETTING_DATA)).contains("BootConfig"))
                    .toList();
        }

        @Test
        void areDefaultAndNextForEveryStart() throws Exception {
            assertThat(links())
                    .extracting(
                            link -> link.number(BootNames.IS_DEFAULT),
                            link -> link.number(BootNames.IS_CURRENT),
                            link -> link.number(BootNames.IS_NEXT))
                    .containsExactly(tuple(1L, 1L, 1L), tuple(2L, 1L, 2L));
        }

        @Test
        void areNextForSingleUseOnceTheNextStartHasAnOrderOfItsOwn() throws Exception {
            change(next, NIC);

            assertThat(links())
                    .extracting(link -> link.number(BootNames.IS_CURRENT), link -> link.number(BootNames.IS_NEXT))
                    .containsExactly(tuple(1L, 1L), tuple(2L, 3L));
        }
    }

    @Nested
    class ChangeBootOrder {
        @Test
        void changesEveryStart() throws Exception {
            assertThat(change(defined, NIC, "disk/vdb").code()).isZero();

            assertThat(order(defined)).containsExactly(NIC, "disk/vdb");
            assertThat(places(defined)).containsEntry("disk/vda", 0L);
            assertThat(order(next)).containsExactly(NIC, "disk/vdb");
        }

        @Test
        void leavesThePresentRunAlone() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            change(defined, "disk/vdb");

            assertThat(BootSource.order(Objects.requireNonNull(bench.facility().definition(id, Configuration.ACTIVE))))
                    .containsExactly("disk/hda", "disk/vda");
        }

        @Test
        void changesTheNextStartAlone() throws Exception {
            assertThat(change(next, NIC).code()).isZero();
            assertThat(order(next)).containsExactly(NIC);
            assertThat(order(defined)).containsExactly("disk/hda", "disk/vda");

            bench.change(id, Transition.ACTIVATE);

            assertThat(BootSource.order(Objects.requireNonNull(bench.facility().definition(id, Configuration.ACTIVE))))
                    .containsExactly(NIC);
            assertThat(order(next)).containsExactly("disk/hda", "disk/vda");
        }

        @Test
        void refusesSourcesThatAreNotThereTwiceOrOfAnotherConfiguration() throws Exception {
            assertThat(change(defined, "disk/vdz").code()).isEqualTo(4);
            assertThat(change(defined, NIC, NIC).code()).isEqualTo(5);
            Reply foreign = server.call(
                    defined.path(), "ChangeBootOrder", CimServer.references("Source", List.of(next.source(NIC))));
            assertThat(foreign.code()).isEqualTo(5);
            assertThat(cause(foreign)).contains("belongs to another boot configuration");
            assertThat(order(defined)).containsExactly("disk/hda", "disk/vda");
        }

        @Test
        void refusesNoOrderAtAll() throws Exception {
            Reply reply = server.call(defined.path(), "ChangeBootOrder");

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("Source is NULL");
            assertThat(order(defined)).containsExactly("disk/hda", "disk/vda");
        }

        @Test
        void keepsAKernelAtItsPlace() throws Exception {
            bench.facility()
                    .redefine(id, present -> present.withBoot(present.boot().withKernel(new Kernel("/k", null, null))));

            assertThat(change(defined, NIC).code()).isEqualTo(1);
            assertThat(change(defined, "kernel", NIC).code()).isZero();
            assertThat(order(defined)).containsExactly("kernel", NIC);
        }

        @Test
        void ofASuspendedSystemSaysWhyNot() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.SUSPEND);

            Reply reply = change(defined, NIC);

            assertThat(reply.code()).isEqualTo(2);
            assertThat(cause(reply)).contains("saved run");
        }
    }

    @Nested
    class SetBootConfigUsage {
        @ParameterizedTest(name = "of the {0} one: role {1} gives {2}")
        @CsvSource({
            "DEFINED, 0, 0",
            "DEFINED, 1, 1",
            "DEFINED, 2, 0",
            "DEFINED, 3, 1",
            "DEFINED, 4, 1",
            "NEXT, 0, 0",
            "NEXT, 1, 0",
            "NEXT, 2, 0",
            "NEXT, 3, 0",
            "NEXT, 4, 1",
            "NEXT, 5, 5"
        })
        void answersAsTheClassSays(Configuration which, int role, long code) throws Exception {
            change(next, NIC);

            assertThat(use(BootConfigId.of(id, which), role).code()).isEqualTo(code);
        }

        @Test
        void makesTheOrderOfTheNextStartThatOfEveryOne() throws Exception {
            change(next, NIC);

            use(next, 2);

            assertThat(order(defined)).containsExactly(NIC);
        }

        @Test
        void takesTheOrderOfTheNextStartBack() throws Exception {
            change(next, NIC);

            use(next, 3);

            assertThat(order(next)).containsExactly("disk/hda", "disk/vda");
        }

        @Test
        void asksForAnOrderBeforeASingleUse() throws Exception {
            Reply reply = use(next, 1);

            assertThat(reply.code()).isEqualTo(1);
            assertThat(cause(reply)).contains("ChangeBootOrder");
        }

        @Test
        void refusesAnotherSystem() throws Exception {
            Reply reply = server.call(
                    server.only("CIM_BootService").path(),
                    "SetBootConfigUsage",
                    CimServer.reference("BootConfigSetting", defined.path()),
                    CimServer.reference("ScopingComputerSystem", SystemPath.of(bench.define("third"))),
                    CimServer.argument("Role", CimValues.uint16(0)));

            assertThat(reply.code()).isEqualTo(5);
        }
    }

    @Test
    void thereAreTwoBootConfigurationsAndNoMore() {
        CimInstance wanted = CimInstance.of(BootNames.TELVIRT_BOOT_CONFIG_SETTING)
                .with(CimName.of("InstanceID"), "Telvirt:mine")
                .with(CimName.of("ElementName"), "mine")
                .build();

        assertThatThrownBy(() -> server.execute(new CreateInstance(Namespaces.VIRT, wanted)))
                .hasMessageContaining("ChangeBootOrder");
    }

    @Test
    void namesStayWhenTheSystemIsRenamed() throws Exception {
        bench.facility().redefine(id, present -> present.withName("hlr-3"));

        assertThat(order(defined)).containsExactly("disk/hda", "disk/vda");
        assertThat(server.get(defined.path()).text(CimName.of("ElementName"))).contains("hlr-3");
    }
}
