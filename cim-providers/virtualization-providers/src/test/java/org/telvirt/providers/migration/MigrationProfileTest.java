package org.telvirt.providers.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Timeout(60)
class MigrationProfileTest {
    private static final String SETTINGS = "CIM_VirtualSystemMigrationSettingData";
    private static final String OURS = "Telvirt_VirtualSystemMigrationSettingData";

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimulatedHost machine = machine(1);
    private final SimulatedHost other = machine(2);
    private LocalFacility facility;
    private LocalFacility there;
    private CimServer server;
    private SystemId id;

    private SimulatedHost machine(int seed) {
        return new SimulatedHost(SimulatedHostSettings.standard().withSeed(seed), Runnable::run, time, time);
    }

    @BeforeEach
    void open() throws Exception {
        machine.knows("simulated://b.example", other);
        FacilityThreads facilityThreads = new FacilityThreads(threads, Runnable::run, time);
        FacilitySettings settings = FacilitySettings.standard().withGrace(Duration.ofSeconds(30));
        facility = LocalFacility.open(machine.connect(), settings, facilityThreads, time);
        there = LocalFacility.open(other.connect(), settings, facilityThreads, time);
        server = new CimServer(facility, time);
        id = facility.define(FacilityBench.definition("hlr-1")).id();
        facility.change(id, Transition.ACTIVATE, null);
    }

    @AfterEach
    void close() {
        facility.close();
        there.close();
        threads.shutdownNow();
    }

    private CimInstance service() throws Exception {
        return server.only("CIM_VirtualSystemMigrationService");
    }

    private Reply call(String method, CimArgument... arguments) throws Exception {
        return server.call(service().path(), method, arguments);
    }

    private Reply toHost(String method, String host, Settings settings) throws Exception {
        return call(
                method,
                reference("ComputerSystem", SystemPath.of(id)),
                argument("DestinationHost", CimValues.text(host)),
                settings("MigrationSettingData", settings));
    }

    private Reply migrate(Settings settings) throws Exception {
        return toHost("MigrateVirtualSystemToHost", "b.example", settings);
    }

    private String cause(Reply refusal) throws Exception {
        CimInstance job = server.get(refusal.path("Job"));
        return Objects.requireNonNull(job.text(CimName.of("ErrorDescription")));
    }

    private void requireHere() {
        assertThat(facility.system(id).state()).isEqualTo(SystemState.ACTIVE);
        assertThat(there.systems()).isEmpty();
    }

    private static Settings live() {
        return Settings.of(SETTINGS).with("MigrationType", CimValues.uint16(2));
    }

    @Nested
    @Requirement("DSP1081 8")
    class MigrateVirtualSystemToHost {
        @Test
        @Requirement("VMLIVMIG2")
        void bringsARunningSystemThere() throws Exception {
            assertThat(migrate(live()).code()).isZero();

            assertThat(server.enumerate("Telvirt_ComputerSystem")).isEmpty();
            assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void takesAUriAsWell() throws Exception {
            assertThat(toHost("MigrateVirtualSystemToHost", "simulated://b.example", live())
                            .code())
                    .isZero();
        }

        @Test
        void needsNoSettings() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToHost",
                    reference("ComputerSystem", SystemPath.of(id)),
                    argument("DestinationHost", CimValues.text("b.example")));

            assertThat(reply.code()).isZero();
            assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
        }

        @ParameterizedTest
        @CsvSource({"3, ACTIVE", "4, ACTIVE", "0, ACTIVE"})
        void knowsTheTypes(int type, SystemState state) throws Exception {
            assertThat(migrate(Settings.of(SETTINGS).with("MigrationType", CimValues.uint16(type)))
                            .code())
                    .isZero();

            assertThat(there.system(id).state()).isEqualTo(state);
        }

        @Test
        void movesTheDefinitionOfASystemThatIsNotActive() throws Exception {
            facility.change(id, Transition.DEACTIVATE, null);

            assertThat(migrate(Settings.of(SETTINGS)).code()).isZero();

            assertThat(there.system(id).state()).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void givesItAnotherName() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToHost",
                    reference("ComputerSystem", SystemPath.of(id)),
                    argument("DestinationHost", CimValues.text("b.example")),
                    settings(
                            "NewSystemSettingData",
                            Settings.of("CIM_VirtualSystemSettingData").with("ElementName", "hlr-9")));

            assertThat(reply.code()).isZero();
            assertThat(there.system(id).name()).isEqualTo("hlr-9");
        }

        @Test
        void refusesNewResourcesAsNotSupported() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToHost",
                    reference("ComputerSystem", SystemPath.of(id)),
                    argument("DestinationHost", CimValues.text("b.example")),
                    settings("NewResourceSettingData", List.of(Settings.resource(4))));

            assertThat(reply.code()).isEqualTo(1);
            assertThat(cause(reply)).contains("NewResourceSettingData");
            requireHere();
        }

        @Test
        void failsWhenTheHostDoesNotAnswer() throws Exception {
            Reply reply = toHost("MigrateVirtualSystemToHost", "nowhere.example", live());

            assertThat(reply.code()).isEqualTo(2);
            assertThat(cause(reply)).contains("nowhere.example").contains("does not answer");
            requireHere();
        }

        @Test
        void isInTheWrongStateForALiveMoveWhenItDoesNotRun() throws Exception {
            facility.change(id, Transition.DEACTIVATE, null);

            assertThat(migrate(live()).code()).isEqualTo(5);
        }

        @Test
        void hasNoSystemOfAnotherName() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToHost",
                    reference(
                            "ComputerSystem",
                            server.only("Telvirt_HostSystem").path().on(null)),
                    argument("DestinationHost", CimValues.text("b.example")));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("ComputerSystem");
        }

        @Test
        void refusesParametersThatDoNotGoTogether() throws Exception {
            Reply reply = migrate(Settings.of(OURS)
                    .with("MigrationType", CimValues.uint16(3))
                    .with("PostCopy", CimValues.bool(true)));

            assertThat(reply.code()).isEqualTo(6);
            assertThat(cause(reply)).contains("postCopy");
            requireHere();
        }

        @ParameterizedTest
        @CsvSource({
            "MigrationType, 1",
            "TransportType, 6",
            "Priority, 3",
            "TimeoutAction, 9",
            "StorageHandling, 7",
            "MigrationType, 77"
        })
        void refusesWhatItDoesNotKnowByNameAndValue(String property, int value) throws Exception {
            Reply reply = migrate(Settings.of(OURS).with(property, CimValues.uint16(value)));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains(property).contains(String.valueOf(value));
            requireHere();
        }

        @Test
        void takesItsOwnDefaults() throws Exception {
            Settings same = Settings.of(OURS);
            server.only(OURS).properties().forEach(property -> {
                if (property.value() != null) {
                    same.with(property.name().toString(), property.value());
                }
            });

            assertThat(migrate(same).code()).isZero();
        }
    }

    @Nested
    class AsAJob {
        private Reply slow(Settings settings) throws Exception {
            machine.slowMigrations(DataRate.ofMebibytes(1));
            facility.close();
            facility = LocalFacility.open(
                    machine.connect(),
                    FacilitySettings.standard().withGrace(Duration.ZERO),
                    new FacilityThreads(threads, Runnable::run, time),
                    time);
            server = new CimServer(facility, time);
            int before = time.pending();
            Reply reply = migrate(settings);
            Await.until("the copying has begun", () -> time.pending() >= before + 3);
            return reply;
        }

        private CimInstance job(Reply reply) throws Exception {
            return server.get(reply.path("Job"));
        }

        @Test
        @Requirement({"VMLIVMIG6", "DSP1081 8"})
        void tellsHowFarItIsAndWhatTheSystemDoes() throws Exception {
            Reply reply = slow(live());
            assertThat(reply.code()).isEqualTo(4096);

            time.advance(Duration.ofSeconds(256));

            CimInstance job = job(reply);
            assertThat(job.number(CimName.of("JobState"))).isEqualTo(4);
            assertThat(job.number(CimName.of("PercentComplete"))).isEqualTo(50);
            assertThat(job.text(CimName.of("JobStatus"))).isEqualTo("50 % done, about 256 s left");
            assertThat(server.system(id).number(CimName.of("OperatingStatus")))
                    .as("Emigrating")
                    .isEqualTo(10);
            assertThat(server.associators(reply.path("Job"), "CIM_OwningJobElement", "OwnedElement"))
                    .extracting(CimInstance::className)
                    .containsExactly(MigrationNames.TELVIRT_SERVICE);
            cancel(reply);
        }

        private void cancel(Reply reply) throws Exception {
            Reply ended = server.call(
                    reply.path("Job"), "RequestStateChange", argument("RequestedState", CimValues.uint16(4)));
            assertThat(ended.code()).isZero();
            Await.until("the job is over", () -> facility.jobs().get(0).isOver());
        }

        @Test
        void isTerminatedByRequestStateChange() throws Exception {
            Reply reply = slow(live());

            cancel(reply);

            assertThat(job(reply).number(CimName.of("JobState"))).isEqualTo(8);
            requireHere();
        }

        @Test
        @Requirement("VMLIVMIG8")
        void endsWithExceptionWhenItsMaximumTimeIsOver() throws Exception {
            Reply reply = slow(Settings.of(OURS)
                    .with("MaximumTime", CimValues.uint32(20))
                    .with("TimeoutAction", CimValues.uint16(2)));

            time.advance(Duration.ofSeconds(20));
            Await.until("the job is over", () -> facility.jobs().get(0).isOver());

            assertThat(job(reply).number(CimName.of("JobState"))).isEqualTo(10);
            assertThat(job(reply).text(CimName.of("ErrorDescription"))).contains("within 20000 ms");
            requireHere();
        }

        @ParameterizedTest
        @ValueSource(strings = {"byte / second * 2^20", "bit / second * 2^23"})
        void keepsToTheBandwidth(String unit) throws Exception {
            machine.slowMigrations(DataRate.ofMebibytes(1000));
            Reply reply = slow(live().with("Bandwidth", CimValues.uint16(1)).with("BandwidthUnit", unit));

            time.advance(Duration.ofSeconds(128));

            assertThat(job(reply).number(CimName.of("PercentComplete"))).isEqualTo(25);
            cancel(reply);
        }
    }

    @Nested
    class ToASystem {
        private CimInstancePath away() throws Exception {
            return server.only("Telvirt_HostSystem").path().on("b.example:5989");
        }

        @Test
        @Requirement("DSP1081 8")
        void theHostIsInThePath() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToSystem",
                    reference("ComputerSystem", SystemPath.of(id)),
                    reference("DestinationSystem", away()),
                    settings("MigrationSettingData", live()));

            assertThat(reply.code()).isZero();
            assertThat(reply.path("NewComputerSystem").host()).isEqualTo("b.example");
            assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void thisHostIsNoDestination() throws Exception {
            Reply reply = call(
                    "MigrateVirtualSystemToSystem",
                    reference("ComputerSystem", SystemPath.of(id)),
                    reference(
                            "DestinationSystem",
                            server.only("Telvirt_HostSystem").path().on(null)));

            assertThat(reply.code()).isEqualTo(4);
            assertThat(cause(reply)).contains("DestinationSystem");
        }

        @Test
        void canBeChecked() throws Exception {
            Reply reply = call(
                    "CheckVirtualSystemIsMigratableToSystem",
                    reference("ComputerSystem", SystemPath.of(id)),
                    reference("DestinationSystem", away()));

            assertThat(reply.code()).isZero();
            assertThat(reply.output("IsMigratable")).isEqualTo(CimValues.bool(true));
        }
    }

    @Nested
    class Checks {
        private List<String> obstacles() throws Exception {
            List<String> texts = new ArrayList<>();
            Reply reply = toHost("ListMigrationObstacles", "b.example", live());
            if (reply.output("Obstacles") instanceof CimValue.Array array) {
                array.elements().forEach(element -> texts.add(((CimValue.Text) element).value()));
            }
            return texts;
        }

        @Test
        @Requirement("DSP1081 8")
        void sayWhetherAndWhyNotAndChangeNothing() throws Exception {
            Reply yes = toHost("CheckVirtualSystemIsMigratableToHost", "b.example", live());
            assertThat(yes.code()).isZero();
            assertThat(yes.output("IsMigratable")).isEqualTo(CimValues.bool(true));
            assertThat(obstacles()).isEmpty();

            other.isolate(true);

            Reply no = toHost("CheckVirtualSystemIsMigratableToHost", "b.example", live());
            assertThat(no.code()).isZero();
            assertThat(no.output("IsMigratable")).isEqualTo(CimValues.bool(false));
            assertThat(obstacles()).singleElement().asString().contains("does not answer");
            requireHere();
        }

        @Test
        void refuseWhatMakesNoSense() throws Exception {
            assertThat(toHost("CheckVirtualSystemIsMigratableToHost", " ", live())
                            .code())
                    .isEqualTo(4);
            assertThat(toHost(
                                    "CheckVirtualSystemIsMigratableToHost",
                                    "b.example",
                                    Settings.of(SETTINGS).with("MigrationType", CimValues.uint16(1)))
                            .code())
                    .isEqualTo(4);
        }
    }

    @Test
    @Requirement("DSP1081 7")
    void theServiceIsHostedAndHasCapabilitiesDefaultsAndSystems() throws Exception {
        CimInstancePath service = service().path();

        assertThat(server.associators(service, "CIM_HostedService", "Dependent"))
                .extracting(CimInstance::className)
                .containsExactly(CimName.of("Telvirt_HostSystem"));
        assertThat(server.associators(service, "CIM_ElementCapabilities", "ManagedElement"))
                .containsExactly(server.only("CIM_VirtualSystemMigrationCapabilities"));
        assertThat(server.associators(service, "CIM_ElementSettingData", "ManagedElement"))
                .containsExactly(server.only(OURS));
        assertThat(server.associators(service, "CIM_ServiceAffectsElement", "AffectingElement"))
                .containsExactly(server.system(id));
    }
}
