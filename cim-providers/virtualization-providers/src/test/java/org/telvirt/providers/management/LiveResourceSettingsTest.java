package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.references;
import static org.telvirt.providers.rig.CimServer.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKinds;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What is done to the state configuration is done to the running system. */
@RanOn(Engine.SIMULATED)
@Timeout(60)
@Requirement({"VMACT2", "DSP1042 8"})
class LiveResourceSettingsTest {
    private static final String MAC = "52:54:00:00:00:01";

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final SimulatedHypervisor engine = host.connect();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private LocalFacility facility;
    private CimServer server;
    private SystemId id;
    private ConfigurationId state;

    @BeforeEach
    void activate() throws Exception {
        facility = LocalFacility.open(
                engine,
                // long enough for what the simulated engine does at once
                FacilitySettings.standard().withGrace(Duration.ofMillis(500)),
                new FacilityThreads(threads, Runnable::run, time),
                time);
        server = new CimServer(facility, time);
        id = facility.define(FacilityBench.definition("hlr-2")
                        .withProcessors(new Processors(1, 4))
                        .withMemory(new Memory(ByteSize.ofMebibytes(512), ByteSize.ofMebibytes(1024)))
                        .withDisks(List.of(
                                Disk.of("vda", new FileMedium("/a", "raw")),
                                Disk.of("vdb", new FileMedium("/b", "raw"))))
                        .withNetworkPorts(List.of(new NetworkPort(MAC, new UserNetwork(), "virtio", null))))
                .id();
        facility.change(id, Transition.ACTIVATE, null);
        state = new ConfigurationId(id, Configuration.ACTIVE);
    }

    @AfterEach
    void close() {
        facility.close();
        threads.shutdownNow();
    }

    private DomainDefinition now() {
        return Objects.requireNonNull(facility.definition(id, Configuration.ACTIVE));
    }

    private DomainDefinition defined() {
        return Objects.requireNonNull(facility.definition(id, Configuration.DEFINED));
    }

    private Settings of(String className, String device) {
        return Settings.of(className).with("InstanceID", new ResourceId(state, device).instanceId());
    }

    private CimInstancePath path(String device) {
        return new ResourceId(state, device).path(Objects.requireNonNull(ResourceKinds.of(now(), device)));
    }

    private Reply modify(Settings... resources) throws CimException {
        return server.manage("ModifyResourceSettings", settings("ResourceSettings", List.of(resources)));
    }

    private Reply add(Settings... resources) throws CimException {
        return server.manage(
                "AddResourceSettings",
                reference("AffectedConfiguration", state.path()),
                settings("ResourceSettings", List.of(resources)));
    }

    private Reply remove(String... devices) throws CimException {
        return server.manage(
                "RemoveResourceSettings",
                references(
                        "ResourceSettings",
                        Arrays.stream(devices).map(this::path).toList()));
    }

    private CimInstance job(Reply reply) throws CimException {
        return server.get(reply.path("Job"));
    }

    private int state(Reply reply) throws CimException {
        return Objects.requireNonNull(job(reply).number(CimName.of("JobState"))).intValue();
    }

    private String cause(Reply reply) throws CimException {
        return Objects.requireNonNull(job(reply).text(CimName.of("ErrorDescription")));
    }

    private static Settings disk(String path) {
        return Settings.resource(31).withOnly("HostResource", path);
    }

    @Nested
    class WhatGives {
        @Test
        @Requirement({"VMPERF12", "VMPERF13", "VMPERF14"})
        void isThereAtOnceAndOnlyForThisRun() throws Exception {
            Reply added = add(disk("/c"), Settings.resource(10).withOnly("Connection", "user:"));
            Reply changed = modify(
                    of("CIM_ProcessorAllocationSettingData", "processor").with("VirtualQuantity", 3),
                    of("CIM_ResourceAllocationSettingData", "memory")
                            .with("ResourceType", CimValues.uint16(4))
                            .with("VirtualQuantity", 768)
                            .with("AllocationUnits", "byte*2^20"));

            assertThat(added.code()).isZero();
            assertThat(changed.code()).isZero();
            assertThat(now().processors().count()).isEqualTo(3);
            assertThat(now().memory().size()).isEqualTo(ByteSize.ofMebibytes(768));
            assertThat(now().disks()).hasSize(3);
            assertThat(now().networkPorts()).hasSize(2);
            assertThat(defined().processors().count()).isEqualTo(1);
            assertThat(defined().disks()).hasSize(2);
            for (CimInstancePath path : added.paths("ResultingResourceSettings")) {
                assertThat(server.get(path)).isNotNull();
            }
            assertThat(added.paths("ResultingResourceSettings")).hasSize(2);
        }

        @Test
        void canBePlaceAndLimitsToo() throws Exception {
            Reply reply = modify(
                    of("Telvirt_ProcessorAllocationSettingData", "processor")
                            .with("HostProcessors", "1")
                            .with("TimeLimit", 25_000)
                            .with("TimeLimitPeriod", 100_000),
                    of("Telvirt_StorageAllocationSettingData", "disk/vdb").with("WriteBandwidthLimit", 1 << 20),
                    of("Telvirt_EthernetPortAllocationSettingData", "network/" + MAC)
                            .with("LinkUp", CimValues.bool(false)));

            assertThat(reply.code()).isZero();
            assertThat(now().processors().placement().each()).containsEntry(0, NumberSet.of(1));
            assertThat(Objects.requireNonNull(now().processors().scheduling().limit())
                            .share())
                    .isEqualTo(0.25);
            assertThat(now().disks().get(1).quality().write()).isEqualTo(DataRate.ofMebibytes(1));
            assertThat(now().networkPorts().get(0).linkUp()).isFalse();
        }

        @Test
        void isAllOrNothing() throws Exception {
            DomainDefinition before = now();

            Reply reply = modify(
                    of("CIM_ProcessorAllocationSettingData", "processor").with("VirtualQuantity", 2),
                    of("Telvirt_MemoryAllocationSettingData", "memory").with("Locked", CimValues.bool(true)));

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply))
                    .isEqualTo("Cannot change 'hlr-2' while it is active: memory.pages.locked cannot be changed without"
                            + " a new start; change what its next start uses");
            assertThat(now()).isEqualTo(before);
        }

        @Test
        void isUndoneIfTheEngineRefusesALaterPart() throws Exception {
            DomainDefinition before = now();
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);

            Reply reply = server.manage(
                    "ModifyResourceSettings",
                    settings(
                            "ResourceSettings",
                            List.of(
                                    of("Telvirt_StorageAllocationSettingData", "disk/vdb")
                                            .with("ReadBandwidthLimit", 1 << 20),
                                    of("CIM_ResourceAllocationSettingData", "memory")
                                            .with("ResourceType", CimValues.uint16(4))
                                            .with("VirtualQuantity", 256)
                                            .with("AllocationUnits", "byte*2^20"))));
            assertThat(reply.code()).isEqualTo(4096);
            Await.until("the engine waits for the guest", () -> time.pending() >= 3);
            time.advance(Duration.ofMinutes(3));
            Await.until("the job is over", () -> facility.jobs().get(0).isOver());

            assertThat(cause(reply)).contains("its guest did not let go within").endsWith("; all is as before");
            assertThat(now()).isEqualTo(before);
        }

        @Test
        void thatTheEngineLacksIsNotSupported() throws Exception {
            SimulatedHostSettings poor = SimulatedHostSettings.standard()
                    .withLackingChanges(Map.of(LiveChange.Kind.DISK_ATTACHMENT, "it has no slots"));
            try (FacilityBench bench = new FacilityBench(poor, FacilitySettings.standard())) {
                SystemId there = bench.activate("hlr-3");
                CimServer other = new CimServer(bench.facility(), bench.time());

                Reply reply = other.manage(
                        "AddResourceSettings",
                        reference("AffectedConfiguration", new ConfigurationId(there, Configuration.ACTIVE).path()),
                        settings("ResourceSettings", List.of(disk("/c"))));

                assertThat(reply.code()).isEqualTo(1);
                assertThat(other.get(reply.path("Job")).text(CimName.of("ErrorDescription")))
                        .isEqualTo("Cannot change 'hlr-3' while it is active: it has no slots");
            }
        }
    }

    @Nested
    class WhatTakes {
        @Test
        @Requirement("VMPERF14")
        void goesOnAsAJobUntilTheGuestHasLetGo() throws Exception {
            host.behave(FacilityBench.domain(id), GuestBehaviour.taking(Duration.ofSeconds(7)));

            Reply reply = remove("disk/vdb");
            assertThat(reply.code()).isEqualTo(4096);
            assertThat(state(reply)).isEqualTo(4);
            assertThat(server.associators(reply.path("Job"), "CIM_AffectedJobElement", "AffectingElement"))
                    .hasSize(1);
            assertThat(now().disks()).hasSize(2);
            Await.until("the engine waits for the guest", () -> time.pending() >= 3);
            time.advance(Duration.ofSeconds(7));
            Await.until("the job is over", () -> facility.jobs().get(0).isOver());

            assertThat(state(reply)).isEqualTo(7);
            assertThat(now().disks()).extracting(Disk::target).containsExactly("vda");
            assertThat(defined().disks()).hasSize(2);
        }

        @Test
        void leavesAllAsItWasIfTheGuestDoesNotLetGo() throws Exception {
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            DomainDefinition before = now();

            Reply reply = remove("network/" + MAC);
            assertThat(reply.code()).isEqualTo(4096);
            Await.until("the engine waits for the guest", () -> time.pending() >= 3);
            time.advance(Duration.ofMinutes(2));
            Await.until("the job is over", () -> facility.jobs().get(0).isOver());

            assertThat(state(reply)).isEqualTo(10);
            assertThat(cause(reply)).contains("its guest did not let go within");
            assertThat(now()).isEqualTo(before);
        }

        @Test
        void excludesEverythingElseMeanwhile() throws Exception {
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            assertThat(remove("disk/vdb").code()).isEqualTo(4096);

            Reply second = add(disk("/c"));

            assertThat(second.code()).isEqualTo(2);
            assertThat(cause(second)).contains("busy with another wish, to change 'hlr-2' while it is active");
        }
    }
}
