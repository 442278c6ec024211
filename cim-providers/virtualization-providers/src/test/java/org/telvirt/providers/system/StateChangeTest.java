package org.telvirt.providers.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.CimServer.argument;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1057 8")
class StateChangeTest {
    private static final CimName JOB_STATE = CimName.of("JobState");
    private static final CimName ERROR_DESCRIPTION = CimName.of("ErrorDescription");
    private static final int ENABLED = 2;
    private static final int DISABLED = 3;
    private static final int SHUT_DOWN = 4;
    private static final int OFFLINE = 6;
    private static final int QUIESCE = 9;
    private static final int RESET = 11;

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A system in the state that this EnabledState stands for. */
    private SystemId systemIn(int enabledState) throws FacilityException {
        SystemId id = bench.define("hlr-2");
        if (enabledState != DISABLED) {
            bench.change(id, Transition.ACTIVATE);
        }
        if (enabledState == QUIESCE) {
            bench.change(id, Transition.PAUSE);
        } else if (enabledState == OFFLINE) {
            bench.change(id, Transition.SUSPEND);
        }
        return id;
    }

    private long enabledState(SystemId id) throws CimException {
        return server.system(id).number(ElementNames.ENABLED_STATE);
    }

    private Reply request(SystemId id, int state, @Nullable CimDateTime timeout) throws CimException {
        return server.call(
                SystemPath.of(id),
                "RequestStateChange",
                argument("RequestedState", CimValues.uint16(state)),
                argument("TimeoutPeriod", timeout == null ? null : CimValues.dateTime(timeout)));
    }

    /** What the refusal says of itself. */
    private String cause(Reply refusal) throws CimException {
        CimInstance job = server.get(refusal.path("Job"));
        assertThat(job.number(JOB_STATE)).isEqualTo(10);
        return job.text(ERROR_DESCRIPTION);
    }

    @Nested
    class Transitions {
        @ParameterizedTest(name = "{0} from {1}: {2}, then {3}")
        @CsvSource({
            "ENABLED,   3, 0,    2",
            "ENABLED,   2, 4097, 2",
            "ENABLED,   9, 0,    2",
            "ENABLED,   6, 0,    2",
            "DISABLED,  3, 4097, 3",
            "DISABLED,  2, 0,    3",
            "DISABLED,  9, 0,    3",
            "DISABLED,  6, 0,    3",
            "SHUT_DOWN, 3, 4097, 3",
            "SHUT_DOWN, 2, 4096, 4",
            "SHUT_DOWN, 9, 4097, 9",
            "SHUT_DOWN, 6, 4097, 6",
            "OFFLINE,   3, 4097, 3",
            "OFFLINE,   2, 0,    6",
            "OFFLINE,   9, 0,    6",
            "OFFLINE,   6, 4097, 6",
            "QUIESCE,   3, 4097, 3",
            "QUIESCE,   2, 0,    9",
            "QUIESCE,   9, 4097, 9",
            "QUIESCE,   6, 4097, 6",
            "REBOOT,    3, 4097, 3",
            "REBOOT,    2, 4096, 2",
            "REBOOT,    9, 4097, 9",
            "REBOOT,    6, 4097, 6",
            "RESET,     3, 4097, 3",
            "RESET,     2, 0,    2",
            "RESET,     9, 0,    9",
            "RESET,     6, 4097, 6"
        })
        void everyTransitionFromEveryStateAnswersAsTheProfileSays(
                RequestedState requested, int from, long code, long then) throws Exception {
            SystemId id = systemIn(from);
            int number = RequestedState.code(requested.transition());
            boolean offered =
                    server.system(id).value(ElementNames.AVAILABLE_REQUESTED_STATES) instanceof CimValue.Array states
                            && states.elements().contains(CimValues.uint16(number));

            Reply reply = server.requestState(id, number);

            assertThat(reply.code()).isEqualTo(code);
            assertThat(enabledState(id)).isEqualTo(then);
            assertThat(offered).as("it was offered").isEqualTo(code != 4097);
        }

        @Test
        @Requirement({
            "VMOPE5 activate",
            "VMOPE5 deactivate",
            "VMOPE5 pause",
            "VMOPE5 suspend",
            "VMOPE5 reset",
            "VMOPE5 others-unaffected"
        })
        void aProgramChangesOneSystemAndNoOther() throws Exception {
            SystemId other = bench.activate("other");
            CimInstance before = server.system(other);
            SystemId id = bench.define("hlr-2");

            for (int state : List.of(ENABLED, QUIESCE, ENABLED, RESET, OFFLINE, ENABLED, DISABLED)) {
                assertThat(server.requestState(id, state).code()).isZero();
                assertThat(server.system(id).number(ElementNames.REQUESTED_STATE))
                        .isEqualTo(state);
            }

            assertThat(enabledState(id)).isEqualTo(DISABLED);
            assertThat(server.system(other)).isEqualTo(before);
        }

        @Test
        @Requirement({"VMOPE5 shutdown", "VMOPE5 reboot"})
        void whatTheGuestHasToDoGoesOnAsAJob() throws Exception {
            SystemId id = systemIn(ENABLED);

            Reply reply = server.requestState(id, SHUT_DOWN);
            CimInstance during = server.system(id);
            bench.advance(Duration.ofSeconds(5));

            assertThat(reply.code()).isEqualTo(4096);
            assertThat(during.number(ElementNames.TRANSITIONING_TO_STATE)).isEqualTo(SHUT_DOWN);
            assertThat(during.number(ElementNames.REQUESTED_STATE)).isEqualTo(SHUT_DOWN);
            assertThat(server.get(reply.path("Job")).number(JOB_STATE)).isEqualTo(7);
            assertThat(enabledState(id)).isEqualTo(DISABLED);
            assertThat(server.system(id).number(ElementNames.TRANSITIONING_TO_STATE))
                    .isEqualTo(5);
        }

        @Test
        void aRefusalChangesNothingAndSaysThingCauseAndCure() throws Exception {
            SystemId id = systemIn(DISABLED);
            CimInstance before = server.system(id);

            Reply reply = server.requestState(id, QUIESCE);

            assertThat(reply.code()).isEqualTo(4097);
            assertThat(cause(reply)).isEqualTo("Cannot pause 'hlr-2': it is defined; possible now: 2 Enabled");
            assertThat(server.system(id)).isEqualTo(before);
        }
    }

    @Nested
    class ReturnValues {
        @Test
        void zeroMeansDoneAndThereIsNoJob() throws Exception {
            Reply reply = server.requestState(systemIn(DISABLED), ENABLED);

            assertThat(reply.code()).isZero();
            assertThat(reply.output("Job")).isNull();
        }

        @ParameterizedTest
        @ValueSource(ints = {7, 8})
        void aStateThatNoVirtualSystemHasIsNotSupported(int state) throws Exception {
            Reply reply = server.requestState(systemIn(DISABLED), state);

            assertThat(reply.code()).isEqualTo(1);
            assertThat(cause(reply)).contains("state " + state);
        }

        @Test
        void whatTheEngineLacksIsNotSupportedAndNotOffered() throws Exception {
            EngineCapabilities all = SimulatedHostSettings.standard().capabilities();
            EngineCapabilities some = new EngineCapabilities(
                    all.engine(), all.virtualizations(), Map.of(LifecycleAction.RESET, "it has no reset button"));
            try (FacilityBench poor = new FacilityBench(
                    SimulatedHostSettings.standard().withCapabilities(some), FacilitySettings.standard())) {
                CimServer there = new CimServer(poor.facility(), poor.time());
                SystemId id = poor.activate("hlr-2");

                Reply reply = there.requestState(id, RESET);

                assertThat(reply.code()).isEqualTo(1);
                assertThat(there.get(reply.path("Job")).text(ERROR_DESCRIPTION))
                        .contains("'hlr-2'")
                        .contains("it has no reset button");
                assertThat(there.only("Telvirt_EnabledLogicalElementCapabilities")
                                .value(CapabilitiesNames.REQUESTED_STATES_SUPPORTED))
                        .isEqualTo(CimValues.uint16s(2, 3, 4, 6, 9, 10));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "INTERNAL,               2",
            "TIMEOUT,                3",
            "INSUFFICIENT_RESOURCES, 4",
            "DENIED,                 4",
            "UNAVAILABLE,            4",
            "UNSUPPORTED,            1",
            "INVALID_STATE,          4097",
            "BUSY,                   4099"
        })
        void whatTheEngineSaysHasItsNumberAndItsWords(Reason reason, long code) throws Exception {
            SystemId id = systemIn(DISABLED);
            bench.host()
                    .failNext(
                            LifecycleAction.START, new HypervisorException(reason, "Cannot start 'hlr-2': " + reason));

            Reply reply = server.requestState(id, ENABLED);

            assertThat(reply.code()).isEqualTo(code);
            assertThat(cause(reply)).startsWith("Cannot start 'hlr-2': " + reason);
            assertThat(enabledState(id)).isEqualTo(DISABLED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 5, 12, 13, 32768, 65535})
        void aNumberThatIsNoStateIsAnInvalidParameter(int state) throws Exception {
            Reply reply = server.requestState(systemIn(DISABLED), state);

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("RequestedState " + state).contains("2 Enabled, 3 Disabled");
        }

        @Test
        void noStateAtAllIsAnInvalidParameter() throws Exception {
            assertThat(server.call(SystemPath.of(systemIn(DISABLED)), "RequestStateChange")
                            .code())
                    .isEqualTo(5);
        }

        @Test
        void anotherChangeThatIsUnderWayMakesItBusy() throws Exception {
            SystemId id = systemIn(ENABLED);
            assertThat(server.requestState(id, SHUT_DOWN).code()).isEqualTo(4096);

            Reply reply = server.requestState(id, QUIESCE);

            assertThat(reply.code()).isEqualTo(4099);
            assertThat(cause(reply)).contains("'hlr-2'").contains("busy").contains("shut down");
        }

        @Test
        void aSystemThatIsNotThereIsNotFound() {
            SystemId nobody = new SystemId(new UUID(0, 1));

            assertThatThrownBy(() -> server.requestState(nobody, ENABLED))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
        }
    }

    @Nested
    class TimeoutPeriod {
        @Test
        void zeroMeansNoLimit() throws Exception {
            assertThat(request(systemIn(DISABLED), ENABLED, CimDateTime.ZERO_INTERVAL)
                            .code())
                    .isZero();
        }

        @Test
        void aPointInTimeIsAnInvalidParameter() throws Exception {
            Reply reply = request(systemIn(DISABLED), ENABLED, new CimDateTime("20260801101112.000000+000"));

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("TimeoutPeriod").contains("give an interval");
        }

        @Test
        void aGuestThatDoesNotListenInTimeEndsTheJobAndNotTheSystem() throws Exception {
            SystemId id = systemIn(ENABLED);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);

            Reply reply = request(id, SHUT_DOWN, CimDateTime.of(Duration.ofSeconds(30)));
            bench.advance(Duration.ofSeconds(29));
            long before = server.get(reply.path("Job")).number(JOB_STATE);
            bench.advance(Duration.ofSeconds(2));
            CimInstance job = server.get(reply.path("Job"));

            assertThat(reply.code()).isEqualTo(4096);
            assertThat(before).isEqualTo(4);
            assertThat(job.number(JOB_STATE)).isEqualTo(10);
            assertThat(job.text(ERROR_DESCRIPTION)).contains("'hlr-2'").contains("30 s");
        }

        @Test
        void aGuestThatDoesNotListenInTimeIsTurnedOffIfItsSettingsSaySo() throws Exception {
            SystemId id = systemIn(ENABLED);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            bench.facility()
                    .redefine(
                            id,
                            with -> with.withFaultPolicy(
                                    with.faultPolicy().withOnShutdownTimeout(ShutdownFallback.TURN_OFF)));

            Reply reply = request(id, SHUT_DOWN, CimDateTime.of(Duration.ofSeconds(30)));
            bench.advance(Duration.ofSeconds(30));
            CimInstance job = server.get(reply.path("Job"));

            assertThat(reply.code()).isEqualTo(4096);
            assertThat(job.number(JOB_STATE)).isEqualTo(7);
            assertThat(job.text(ElementNames.DESCRIPTION))
                    .contains("within 30 s")
                    .contains("turned off");
            assertThat(enabledState(id)).isEqualTo(DISABLED);
        }

        @Test
        void whatEndsWhileTheCallerWaitsIsAReturnValue() throws Exception {
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
            FacilityThreads threads = new FacilityThreads(Runnable::run, Runnable::run, timer);
            SystemId id = systemIn(ENABLED);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            try (LocalFacility patient = LocalFacility.open(
                    bench.engine(),
                    FacilitySettings.standard().withGrace(Duration.ofSeconds(20)),
                    threads,
                    bench.time())) {
                CimServer there = new CimServer(patient, bench.time());

                Reply reply = there.call(
                        SystemPath.of(id),
                        "RequestStateChange",
                        argument("RequestedState", CimValues.uint16(SHUT_DOWN)),
                        argument("TimeoutPeriod", CimValues.dateTime(CimDateTime.of(Duration.ofMillis(50)))));

                assertThat(reply.code()).isEqualTo(3);
                assertThat(there.get(reply.path("Job")).text(ERROR_DESCRIPTION)).contains("did not do so within 50 ms");
            } finally {
                timer.shutdownNow();
            }
        }
    }

    @Nested
    class Capabilities {
        @Test
        void everySystemSaysWhichStatesCanBeAskedFor() throws Exception {
            SystemId id = systemIn(DISABLED);

            CimInstance capabilities = server.associators(
                            SystemPath.of(id), "CIM_ElementCapabilities", "ManagedElement")
                    .get(0);

            assertThat(capabilities.value(CapabilitiesNames.REQUESTED_STATES_SUPPORTED))
                    .isEqualTo(CimValues.uint16s(2, 3, 4, 6, 9, 10, 11));
            List<CimInstancePath> back =
                    server.associators(capabilities.path(), "CIM_ElementCapabilities", "Capabilities").stream()
                            .map(CimInstance::path)
                            .toList();
            assertThat(back).hasSize(1);
            assertThat(SystemPath.id(back.get(0))).isEqualTo(id);
        }
    }
}
