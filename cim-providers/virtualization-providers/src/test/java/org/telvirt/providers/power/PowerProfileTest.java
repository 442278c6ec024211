package org.telvirt.providers.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1027 8")
class PowerProfileTest {
    private static final String SERVICE = "CIM_PowerManagementService";
    private static final String ASSOCIATED = "CIM_AssociatedPowerManagementService";
    private static final CimName ERROR_DESCRIPTION = CimName.of("ErrorDescription");

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.define("hlr-2");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CimInstance power() throws CimException {
        List<CimInstance> links = server.references(SystemPath.of(id), ASSOCIATED);
        assertThat(links).hasSize(1);
        return links.get(0);
    }

    private Reply request(CimInstancePath element, int state, @Nullable CimDateTime time, @Nullable CimDateTime timeout)
            throws CimException {
        return server.call(
                server.only(SERVICE).path(),
                "RequestPowerStateChange",
                CimServer.argument("PowerState", CimValues.uint16(state)),
                CimServer.reference("ManagedElement", element),
                CimServer.argument("Time", time == null ? null : CimValues.dateTime(time)),
                CimServer.argument("TimeoutPeriod", timeout == null ? null : CimValues.dateTime(timeout)));
    }

    private Reply request(int state) throws CimException {
        return request(SystemPath.of(id), state, null, null);
    }

    private String cause(Reply refusal) throws CimException {
        return server.get(refusal.path("Job")).text(ERROR_DESCRIPTION);
    }

    private void bring(SystemState state) throws Exception {
        if (state != SystemState.DEFINED) {
            bench.change(id, Transition.ACTIVATE);
        }
        switch (state) {
            case PAUSED -> bench.change(id, Transition.PAUSE);
            case SUSPENDED -> bench.change(id, Transition.SUSPEND);
            case SHUTTING_DOWN -> bench.change(id, Transition.SHUT_DOWN);
            case CRASHED -> bench.host().happen(Incident.GUEST_PANIC, FacilityBench.domain(id));
            case UNKNOWN -> bench.host().happen(Incident.LOST_TRACK, FacilityBench.domain(id));
            default -> {}
        }
    }

    @Nested
    class State {
        @ParameterizedTest
        @CsvSource({"DEFINED, 8", "ACTIVE, 2", "PAUSED, 4", "SUSPENDED, 7", "SHUTTING_DOWN, 2"})
        @Requirement("DSP1057 7.3")
        void followsTheStateOfTheSystem(SystemState state, long power) throws Exception {
            bring(state);

            assertThat(power().number(PowerNames.POWER_STATE)).isEqualTo(power);
            assertThat(power().text(PowerNames.OTHER_POWER_STATE)).isNull();
        }

        @ParameterizedTest
        @CsvSource({"CRASHED, Crashed", "UNKNOWN, Unknown"})
        void hasAWordForWhatHasNoNumber(SystemState state, String word) throws Exception {
            bring(state);

            assertThat(power().number(PowerNames.POWER_STATE)).isEqualTo(1);
            assertThat(power().text(PowerNames.OTHER_POWER_STATE)).isEqualTo(word);
        }

        @Test
        void countsRequestsWithNotApplicableInTheirMidst() throws Exception {
            bring(SystemState.ACTIVE);
            assertThat(power().number(PowerNames.REQUESTED_POWER_STATE)).isEqualTo(2);

            request(12);

            assertThat(power().number(PowerNames.REQUESTED_POWER_STATE)).isEqualTo(13);
            assertThat(power().number(PowerNames.TRANSITIONING_TO_POWER_STATE)).isEqualTo(12);
        }

        @Test
        void saysAtRestThatNothingIsUnderWayOrAskedFor() throws Exception {
            assertThat(power().number(PowerNames.REQUESTED_POWER_STATE)).isZero();
            assertThat(power().number(PowerNames.TRANSITIONING_TO_POWER_STATE)).isEqualTo(19);
        }

        @Test
        void offersWhatIsPossibleNow() throws Exception {
            assertThat(power().value(PowerNames.AVAILABLE_REQUESTED_POWER_STATES))
                    .isEqualTo(CimValues.uint16s(2));
            bring(SystemState.ACTIVE);
            assertThat(power().value(PowerNames.AVAILABLE_REQUESTED_POWER_STATES))
                    .isEqualTo(CimValues.uint16s(4, 6, 7, 8, 10, 12, 13, 14, 15));
        }
    }

    @Nested
    class Requests {
        @ParameterizedTest(name = "{0} from {1}: {2}, then {3}")
        @CsvSource({
            "2,  DEFINED,   0,    2",
            "2,  ACTIVE,    4097, 2",
            "2,  PAUSED,    0,    2",
            "2,  SUSPENDED, 0,    2",
            "4,  ACTIVE,    0,    4",
            "4,  DEFINED,   4097, 8",
            "6,  ACTIVE,    0,    8",
            "8,  ACTIVE,    0,    8",
            "8,  SUSPENDED, 0,    8",
            "7,  ACTIVE,    0,    7",
            "7,  SUSPENDED, 4097, 7",
            "10, ACTIVE,    0,    2",
            "10, DEFINED,   4097, 8",
            "12, ACTIVE,    4096, 2",
            "13, ACTIVE,    4096, 2",
            "14, ACTIVE,    4096, 2",
            "15, ACTIVE,    4096, 2",
            "3,  ACTIVE,    1,    2",
            "5,  ACTIVE,    1,    2",
            "9,  ACTIVE,    1,    2",
            "11, ACTIVE,    1,    2",
            "16, ACTIVE,    1,    2",
        })
        @Requirement({"VMOPE4", "VMOPE5"})
        void answerAsTheClassSays(int requested, SystemState from, long code, long then) throws Exception {
            bring(from);

            Reply reply = request(requested);

            assertThat(reply.code()).isEqualTo(code);
            assertThat(power().number(PowerNames.POWER_STATE)).isEqualTo(then);
        }

        @Test
        void endWithTheGuestWhenItWasAsked() throws Exception {
            bring(SystemState.ACTIVE);
            request(12);

            bench.advance(Duration.ofMinutes(1));

            assertThat(power().number(PowerNames.POWER_STATE)).isEqualTo(8);
        }

        @Test
        void saysWhatCanBeAskedForInstead() throws Exception {
            assertThat(cause(request(8))).contains("possible now: 2 On");
            assertThat(cause(request(9))).contains("ask for 8 Off - Soft and then for 2 On");
        }

        @Test
        void honoursTimeoutPeriod() throws Exception {
            bring(SystemState.ACTIVE);

            Reply reply = request(SystemPath.of(id), 12, null, CimDateTime.of(Duration.ofSeconds(1)));

            assertThat(reply.code()).isEqualTo(4096);
            assertThat(request(SystemPath.of(id), 2, null, CimDateTime.of(Instant.EPOCH))
                            .code())
                    .isEqualTo(5);
        }

        @Test
        void refusesALaterTimeAndTakesNow() throws Exception {
            assertThat(request(SystemPath.of(id), 2, CimDateTime.of(Duration.ofSeconds(9)), null)
                            .code())
                    .isEqualTo(1);
            assertThat(request(SystemPath.of(id), 2, CimDateTime.ZERO_INTERVAL, null)
                            .code())
                    .isZero();
        }

        @Test
        void refusesWhatIsNoVirtualSystem() throws Exception {
            CimInstancePath host = server.only("Telvirt_HostSystem").path();

            assertThat(request(host, 2, null, null).code()).isEqualTo(5);
            assertThat(request(SystemPath.of(new SystemId(new UUID(0, 9))), 2, null, null)
                            .code())
                    .isEqualTo(5);
        }
    }

    @Nested
    class Service {
        @Test
        void isHostedByTheHostAndManagesEverySystem() throws Exception {
            CimInstance service = server.only(SERVICE);

            assertThat(server.associators(service.path(), "CIM_HostedService", "Dependent"))
                    .containsExactly(server.only("Telvirt_HostSystem"));
            assertThat(server.associators(service.path(), "CIM_ServiceAffectsElement", "AffectingElement"))
                    .containsExactly(server.system(id));
            assertThat(server.associators(service.path(), ASSOCIATED, "ServiceProvided"))
                    .containsExactly(server.system(id));
        }

        @Test
        void saysWhatItCanDo() throws Exception {
            CimInstance capabilities = server.associators(
                            server.only(SERVICE).path(), "CIM_ElementCapabilities", "ManagedElement")
                    .get(0);

            assertThat(capabilities.text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:PowerManagementCapabilities");
            assertThat(capabilities.value(PowerNames.REQUESTED_POWER_STATES_SUPPORTED))
                    .isEqualTo(CimValues.uint16s(2, 4, 6, 7, 8, 10, 12, 13, 14, 15));
            assertThat(capabilities.value(PowerNames.POWER_CHANGE_CAPABILITIES)).isEqualTo(CimValues.uint16s(3, 7, 8));
        }
    }
}
