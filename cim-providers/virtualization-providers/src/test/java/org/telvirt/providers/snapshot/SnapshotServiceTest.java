package org.telvirt.providers.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1042 8")
class SnapshotServiceTest {
    private static final int FULL = 2;

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void define() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.define("hlr-2");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Reply call(String method, CimArgument... arguments) throws CimException {
        return server.call(server.only("CIM_VirtualSystemSnapshotService").path(), method, arguments);
    }

    private Reply create(SystemId system, int type, String name) throws CimException {
        return call(
                "CreateSnapshot",
                reference("AffectedSystem", SystemPath.of(system)),
                settings(
                        "SnapshotSettings",
                        Settings.of("Telvirt_VirtualSystemSnapshotSettingData").with("ElementName", name)),
                argument("SnapshotType", CimValues.uint16(type)));
    }

    private CimInstancePath snapshot(String name) throws CimException {
        Reply reply = create(id, FULL, name);
        assertThat(reply.code()).isZero();
        return reply.path("ResultingSnapshot");
    }

    private SystemState state() {
        return Objects.requireNonNull(bench.facility().system(id)).state();
    }

    private String cause(Reply refusal) throws CimException {
        return Objects.requireNonNull(server.get(refusal.path("Job")).text(CimName.of("ErrorDescription")));
    }

    private List<CimInstance> snapshots() throws CimException {
        return server.associators(SystemPath.of(id), "CIM_SnapshotOfVirtualSystem", "Antecedent");
    }

    private static String idOf(CimInstance snapshot) {
        return Objects.requireNonNull(snapshot.text(ElementNames.INSTANCE_ID));
    }

    private static String idOf(CimInstancePath path) {
        return Objects.requireNonNull(path.text(ElementNames.INSTANCE_ID));
    }

    private List<CimInstance> lastApplied() throws CimException {
        return server.associators(SystemPath.of(id), "CIM_LastAppliedSnapshot", "Dependent");
    }

    @Nested
    class Create {
        @Test
        void makesAConfigurationWithItsResources() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            CimInstancePath made = snapshot("before update");

            CimInstance settings = server.get(made);
            assertThat(settings.text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:VSSD/" + id + "/snap/before update");
            assertThat(settings.text(ElementNames.ELEMENT_NAME)).isEqualTo("before update");
            assertThat(settings.text(CimName.of("VirtualSystemIdentifier"))).isEqualTo("hlr-2");
            assertThat(settings.number(CimName.of("ChangeableType"))).isZero();
            assertThat(settings.number(CimName.of("SnapshotType"))).isEqualTo(FULL);
            assertThat(settings.value(CimName.of("CreationTime"))).isNotNull();
            List<CimInstance> resources =
                    server.associators(made, "CIM_VirtualSystemSettingDataComponent", "GroupComponent");
            assertThat(resources).hasSize(2);
            assertThat(resources.get(0).text(ElementNames.INSTANCE_ID))
                    .isEqualTo("Telvirt:RASD/" + id + "/snap/before update/processor");
            assertThat(snapshots()).extracting(SnapshotServiceTest::idOf).containsExactly(idOf(made));
            assertThat(server.associators(made, "CIM_SnapshotOfVirtualSystem", "Dependent"))
                    .hasSize(1);
            assertThat(state()).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void namesOneThatNobodyNamed() throws Exception {
            Reply reply = call("CreateSnapshot", reference("AffectedSystem", SystemPath.of(id)));

            assertThat(reply.code()).isZero();
            assertThat(server.get(reply.path("ResultingSnapshot")).text(ElementNames.ELEMENT_NAME))
                    .isEqualTo("snapshot-20260101-000000-000");
        }

        @Test
        void keepsNamesWithPercentSigns() throws Exception {
            CimInstancePath made = snapshot("100%2F");

            assertThat(made.text(ElementNames.INSTANCE_ID)).endsWith("/snap/100%252F");
            assertThat(server.get(made).text(ElementNames.ELEMENT_NAME)).isEqualTo("100%2F");
        }

        @ParameterizedTest
        @CsvSource({"1, 6", "4, 6", "0, 6", "32768, 6", "2, 0", "3, 0"})
        void takesTheTypesThatThereAre(int type, int code) throws Exception {
            assertThat(create(id, type, "a").code()).isEqualTo(code);
        }

        @Test
        void refusesANameThatIsTaken() throws Exception {
            snapshot("a");

            Reply reply = create(id, FULL, "a");

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("there is one with the name 'a'");
            assertThat(snapshots()).hasSize(1);
        }

        @Test
        void refusesWhatIsNoNameOrNoSystem() throws Exception {
            assertThat(create(id, FULL, "a/b").code()).isEqualTo(4);
            assertThat(create(new SystemId(new UUID(1, 2)), FULL, "a").code()).isEqualTo(4);
            assertThat(call("CreateSnapshot").code()).isEqualTo(4);
        }

        @Test
        void refusesASuspendedSystem() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.SUSPEND);

            Reply reply = create(id, FULL, "a");

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("it is suspended");
        }

        @Test
        void refusesToWakeAGuestThatHasNoAgent() throws Exception {
            Reply reply = call(
                    "CreateSnapshot",
                    reference("AffectedSystem", SystemPath.of(id)),
                    settings(
                            "SnapshotSettings",
                            Settings.of("Telvirt_VirtualSystemSnapshotSettingData")
                                    .with("NotifyGuest", CimValues.bool(true))));

            assertThat(reply.code()).isEqualTo(5);
            assertThat(snapshots()).isEmpty();
        }
    }

    @Nested
    class Apply {
        @Test
        @Requirement("VMAVAIL1 restart")
        void bringsBackWhatTheSystemWas() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            CimInstancePath made = snapshot("a");
            bench.change(id, Transition.DEACTIVATE);
            bench.facility().redefine(id, definition -> definition.withDescription("changed since"));

            assertThat(call("ApplySnapshot", reference("Snapshot", made)).code())
                    .isZero();

            assertThat(state()).isEqualTo(SystemState.ACTIVE);
            assertThat(Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED))
                            .description())
                    .isNull();
        }

        @Test
        void isNotedUntilAnotherOneIsApplied() throws Exception {
            CimInstancePath first = snapshot("a");
            CimInstancePath second = snapshot("b");
            assertThat(lastApplied()).as("to create one is not to apply it").isEmpty();

            call("ApplySnapshot", reference("Snapshot", first));
            assertThat(lastApplied()).extracting(SnapshotServiceTest::idOf).containsExactly(idOf(first));
            call("ApplySnapshot", reference("Snapshot", second));

            assertThat(lastApplied()).extracting(SnapshotServiceTest::idOf).containsExactly(idOf(second));
            assertThat(server.associators(first, "CIM_LastAppliedSnapshot", "Antecedent"))
                    .isEmpty();
            assertThat(server.associators(second, "CIM_LastAppliedSnapshot", "Antecedent"))
                    .hasSize(1);
        }

        @Test
        void isRememberedByAnotherFacility() throws Exception {
            call("ApplySnapshot", reference("Snapshot", snapshot("a")));

            try (LocalFacility restarted = bench.openAnother(FacilitySettings.standard())) {
                assertThat(Objects.requireNonNull(restarted.snapshots().lastApplied(id))
                                .name())
                        .isEqualTo("a");
            }
        }

        @Test
        void isNoNoteOfTheClients() throws Exception {
            call("ApplySnapshot", reference("Snapshot", snapshot("a")));
            CimInstance defined = server.get(new ConfigurationId(id, Configuration.DEFINED).path());

            assertThat(defined.value(CimName.of("Metadata"))).isNull();
            assertThat(server.manage(
                                    "ModifySystemSettings",
                                    settings(
                                            "SystemSettings",
                                            Settings.of("Telvirt_VirtualSystemSettingData")
                                                    .with("InstanceID", defined.text(ElementNames.INSTANCE_ID))
                                                    .with("Metadata", CimValues.texts())))
                            .code())
                    .isZero();
            assertThat(lastApplied()).hasSize(1);
        }

        @Test
        void refusesASuspendedSystemWithTheCure() throws Exception {
            CimInstancePath made = snapshot("a");
            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.SUSPEND);

            Reply reply = call("ApplySnapshot", reference("Snapshot", made));

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("deactivate it, which loses its saved run");
        }

        @Test
        void refusesWhatIsNoSnapshot() throws Exception {
            CimInstancePath defined = new ConfigurationId(id, Configuration.DEFINED).path();
            CimInstancePath gone = ConfigurationId.ofSnapshot(id, "gone").path();

            assertThat(call("ApplySnapshot", reference("Snapshot", defined)).code())
                    .isEqualTo(4);
            assertThat(call("ApplySnapshot", reference("Snapshot", gone)).code())
                    .isEqualTo(4);
            assertThat(call("ApplySnapshot").code()).isEqualTo(4);
        }
    }

    @Nested
    class Destroy {
        @Test
        void takesItAway() throws Exception {
            CimInstancePath made = snapshot("a");
            call("ApplySnapshot", reference("Snapshot", made));

            assertThat(call("DestroySnapshot", reference("AffectedSnapshot", made))
                            .code())
                    .isZero();

            assertThat(snapshots()).isEmpty();
            assertThat(lastApplied()).isEmpty();
            assertThat(call("DestroySnapshot", reference("AffectedSnapshot", made))
                            .code())
                    .isEqualTo(4);
        }

        @Test
        void ofTheSystemTakesAll() throws Exception {
            snapshot("a");
            snapshot("b");
            assertThat(server.enumerate("CIM_VirtualSystemSettingData")).hasSize(4);

            server.manage("DestroySystem", reference("AffectedSystem", SystemPath.of(id)));

            assertThat(server.enumerate("CIM_VirtualSystemSettingData")).isEmpty();
            assertThat(server.enumerate("CIM_ResourceAllocationSettingData")).isEmpty();
        }
    }

    @Nested
    class Capabilities {
        @Test
        void ofTheServiceUseTheNameOfTheStandard() throws Exception {
            CimInstance capabilities = server.only("CIM_VirtualSystemSnapshotServiceCapabilities");

            assertThat(capabilities.value(CimName.of("AynchronousMethodsSupported")))
                    .isEqualTo(CimValues.uint16s(2, 3, 4));
            assertThat(capabilities.value(CimName.of("SnapshotTypesSupported"))).isEqualTo(CimValues.uint16s(2, 3));
        }

        @Test
        void ofASystemFollowItsState() throws Exception {
            assertThat(enabled()).isEqualTo(CimValues.uint16s(2, 3));
            bench.change(id, Transition.ACTIVATE);
            assertThat(enabled()).isEqualTo(CimValues.uint16s(2, 3));
            bench.change(id, Transition.SUSPEND);
            assertThat(enabled()).isEqualTo(CimValues.uint16s());
        }

        private CimValue enabled() throws CimException {
            CimInstance capabilities =
                    server.associators(SystemPath.of(id), "CIM_ElementCapabilities", "ManagedElement").stream()
                            .filter(found ->
                                    found.className().equals(CimName.of("Telvirt_VirtualSystemSnapshotCapabilities")))
                            .findFirst()
                            .orElseThrow();
            return Objects.requireNonNull(capabilities.value(CimName.of("SnapshotTypesEnabled")));
        }
    }

    @Nested
    class WhatOthersDo {
        @Test
        void isSeenWhenSomethingHappensToTheSystem() throws Exception {
            assertThat(snapshots()).isEmpty();
            bench.another()
                    .snapshots()
                    .create(FacilityBench.domain(id), SnapshotRequest.disks("theirs", Location.INTERNAL));

            bench.change(id, Transition.ACTIVATE);

            assertThat(snapshots()).hasSize(1);
        }

        @Test
        void isSeenAfterAMinuteInAnyCase() throws Exception {
            assertThat(snapshots()).isEmpty();
            bench.another()
                    .snapshots()
                    .create(FacilityBench.domain(id), SnapshotRequest.disks("theirs", Location.INTERNAL));
            bench.advance(Duration.ofMinutes(1));

            assertThat(snapshots()).hasSize(1);
        }
    }
}
