package org.telvirt.providers.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telvirt.providers.rig.CimServer.argument;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1103 7")
class JobProfileTest {
    private static final int SHUT_DOWN = 4;

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws Exception {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.activate("hlr-2");
        bench.host().behave(FacilityBench.domain(id), GuestBehaviour.taking(Duration.ofSeconds(60)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CimInstancePath job() throws CimException {
        Reply reply = server.requestState(id, SHUT_DOWN);
        assertThat(reply.code()).isEqualTo(4096);
        return reply.path("Job");
    }

    private long state(CimInstancePath job) throws CimException {
        return server.get(job).number(JobNames.JOB_STATE);
    }

    private Reply requestState(CimInstancePath job, int state, @Nullable CimDateTime timeout) throws CimException {
        return server.call(
                job,
                "RequestStateChange",
                argument("RequestedState", CimValues.uint16(state)),
                argument("TimeoutPeriod", timeout == null ? null : CimValues.dateTime(timeout)));
    }

    private static CimInstance error(Reply reply) {
        assertThat(reply.code()).isZero();
        CimValue value = reply.output("Errors") instanceof CimValue.Array array
                ? array.elements().get(0)
                : reply.output("Error");
        return (CimInstance) ((CimValue.Embedded) value).object();
    }

    @Nested
    class Life {
        @Test
        void aJobRunsAndIsDoneAndIsForgottenAfterItsTime() throws Exception {
            CimInstancePath job = job();
            long running = state(job);
            bench.advance(Duration.ofSeconds(61));
            CimInstance done = server.get(job);
            bench.advance(Duration.ofMinutes(4));
            CimInstance still = server.get(job);
            bench.advance(Duration.ofMinutes(2));

            assertThat(running).isEqualTo(4);
            assertThat(done.number(JobNames.JOB_STATE)).isEqualTo(7);
            assertThat(done.number(JobNames.PERCENT_COMPLETE)).isEqualTo(100);
            assertThat(done.value(JobNames.ELAPSED_TIME))
                    .isEqualTo(CimValues.dateTime(CimDateTime.of(Duration.ofSeconds(60))));
            assertThat(still.number(JobNames.JOB_STATE)).isEqualTo(7);
            assertThatThrownBy(() -> server.get(job))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
        }

        @Test
        void aRefusedCallIsForgottenAfterTheSameTime() throws Exception {
            CimInstancePath job = server.requestState(id, 2).path("Job");
            bench.advance(Duration.ofMinutes(4));
            long before = state(job);
            bench.advance(Duration.ofMinutes(2));

            assertThat(before).isEqualTo(10);
            assertThat(server.enumerate("CIM_ConcreteJob")).isEmpty();
            assertThatThrownBy(() -> server.get(job)).isInstanceOf(CimException.class);
        }

        @Test
        void manyRefusedCallsDoNotGrowWithoutBound() throws Exception {
            for (int i = 0; i < 1010; i++) {
                server.requestState(id, 2);
            }

            assertThat(server.enumerate("CIM_ConcreteJob")).hasSize(1000);
        }
    }

    @Nested
    class HowLongItStays {
        private void modify(CimInstancePath job, String property, @Nullable CimValue value) throws CimException {
            CimInstance wish = CimInstance.of(JobNames.TELVIRT_CONCRETE_JOB)
                    .with(CimName.of(property), value)
                    .build();
            server.execute(new ModifyInstance(Namespaces.VIRT, job.in(null), wish, Set.of(CimName.of(property))));
        }

        private void delete(CimInstancePath job) throws CimException {
            server.execute(new DeleteInstance(Namespaces.VIRT, job.in(null)));
        }

        private void refused(CimStatus status, String words, ThrowingCallable call) {
            CimException refusal = catchThrowableOfType(CimException.class, call);
            assertThat(refusal).hasMessageContaining(words);
            assertThat(refusal.status()).isEqualTo(status);
        }

        private static CimValue interval(Duration duration) {
            return CimValues.dateTime(CimDateTime.of(duration));
        }

        @Test
        void isAsItsClientWishes() throws Exception {
            for (CimInstancePath job :
                    List.of(job(), server.requestState(id, SHUT_DOWN).path("Job"))) {
                modify(job, "TimeBeforeRemoval", interval(Duration.ofHours(1)));

                assertThat(server.get(job).value(JobNames.TIME_BEFORE_REMOVAL))
                        .isEqualTo(interval(Duration.ofHours(1)));
            }

            bench.advance(Duration.ofMinutes(59));
            assertThat(server.enumerate("CIM_ConcreteJob")).hasSize(2);
            bench.advance(Duration.ofMinutes(3));
            assertThat(server.enumerate("CIM_ConcreteJob")).isEmpty();
        }

        @Test
        void isUntilItIsDeletedWithoutDeleteOnCompletion() throws Exception {
            CimInstancePath job = job();
            modify(job, "DeleteOnCompletion", CimValues.bool(false));
            bench.advance(Duration.ofDays(2));

            assertThat(server.get(job).number(JobNames.JOB_STATE)).isEqualTo(7);
            assertThat(server.get(job).value(JobNames.DELETE_ON_COMPLETION)).isEqualTo(CimValues.bool(false));
            delete(job);
            refused(CimStatus.NOT_FOUND, "Job", () -> delete(job));
        }

        @Test
        void cannotBeWhatMakesNoSense() throws Exception {
            CimInstancePath job = job();

            refused(
                    CimStatus.INVALID_PARAMETER,
                    "at most 366 days",
                    () -> modify(job, "TimeBeforeRemoval", interval(Duration.ofDays(90_000_000))));
            refused(
                    CimStatus.INVALID_PARAMETER,
                    "no interval",
                    () -> modify(
                            job,
                            "TimeBeforeRemoval",
                            CimValues.dateTime(CimDateTime.of(bench.time().instant()))));
            refused(CimStatus.INVALID_PARAMETER, "cannot be set", () -> modify(job, "Priority", CimValues.uint32(7)));
            refused(CimStatus.INVALID_PARAMETER, "cannot be set", () -> modify(job, "DeleteOnCompletion", null));
        }

        @Test
        void isUntilItsEndAtLeast() throws Exception {
            CimInstancePath job = job();

            refused(CimStatus.FAILED, "it is not over; cancel it first", () -> delete(job));
            assertThat(state(job)).isEqualTo(4);
        }

        @Test
        void endsForRefusedCallsAsWell() throws Exception {
            CimInstancePath job = server.requestState(id, 2).path("Job");

            delete(job);

            assertThat(server.enumerate("CIM_ConcreteJob")).isEmpty();
        }
    }

    @Nested
    class Associations {
        @Test
        void theServiceOwnsTheJobAndTheJobActsOnTheSystem() throws Exception {
            CimInstancePath job = job();

            assertThat(server.associators(job, "CIM_OwningJobElement", "OwnedElement"))
                    .containsExactly(server.only("CIM_VirtualSystemManagementService"));
            assertThat(server.associators(job, "CIM_AffectedJobElement", "AffectingElement"))
                    .containsExactly(server.system(id));
            assertThat(server.associators(SystemPath.of(id), "CIM_AffectedJobElement", "AffectedElement"))
                    .containsExactly(server.get(job));
        }

        @Test
        void eachServiceOwnsTheJobsOfItsMethods() throws Exception {
            owns("CIM_VirtualSystemManagementService", "ModifySystemSettings");
            owns("CIM_VirtualSystemSnapshotService", "ApplySnapshot");
            owns("CIM_VirtualSystemMigrationService", "MigrateVirtualSystemToHost");
            owns("CIM_ResourcePoolConfigurationService", "DeleteResourcePool");
            CimInstance boots = server.enumerate("CIM_BootConfigSetting").get(0);
            owns(
                    server.only("CIM_BootService"),
                    server.call(boots.path(), "ChangeBootOrder").path("Job"));
        }

        private void owns(String service, String method) throws CimException {
            CimInstance owner = server.only(service);
            owns(owner, server.call(owner.path(), method).path("Job"));
        }

        private void owns(CimInstance owner, CimInstancePath job) throws CimException {
            assertThat(server.associators(job, "CIM_OwningJobElement", "OwnedElement"))
                    .containsExactly(owner);
            assertThat(server.associators(owner.path(), "CIM_OwningJobElement", "OwningElement"))
                    .containsExactly(server.get(job));
        }

        @Test
        void onlyAJobThatIsNotOverHasTheSystemForItself() throws Exception {
            CimInstancePath job = job();
            CimValue during = effects(job);
            bench.advance(Duration.ofSeconds(61));

            assertThat(during).isEqualTo(CimValues.uint16s(2));
            assertThat(effects(job)).isNull();
        }

        private @Nullable CimValue effects(CimInstancePath job) throws CimException {
            return server.references(job, "CIM_AffectedJobElement").get(0).value(JobNames.ELEMENT_EFFECTS);
        }

        @Test
        void aJobWhoseSystemIsGoneActsOnNothing() throws Exception {
            CimInstancePath job = job();
            bench.advance(Duration.ofSeconds(61));
            bench.facility().destroy(id);

            assertThat(state(job)).isEqualTo(7);
            assertThat(server.associators(job, "CIM_AffectedJobElement", null)).isEmpty();
        }
    }

    @Nested
    class RequestStateChange {
        @ParameterizedTest
        @ValueSource(ints = {4, 5})
        void terminateAndKillEndIt(int state) throws Exception {
            CimInstancePath job = job();

            assertThat(requestState(job, state, null).code()).isZero();

            assertThat(state(job)).isEqualTo(8);
            assertThat(server.get(job).text(JobNames.ERROR_DESCRIPTION)).contains("'hlr-2'");
        }

        @ParameterizedTest
        @CsvSource({"2, 1", "3, 1", "6, 1", "0, 5", "1, 5", "7, 5", "65535, 5"})
        void anythingElseIsNotSupportedOrNoState(int state, long code) throws Exception {
            CimInstancePath job = job();

            assertThat(requestState(job, state, null).code()).isEqualTo(code);
            assertThat(state(job)).isEqualTo(4);
        }

        @Test
        void aTimeLimitIsNotSupportedAndAPointInTimeIsNone() throws Exception {
            CimInstancePath job = job();

            assertThat(requestState(job, 4, CimDateTime.of(Duration.ofSeconds(5)))
                            .code())
                    .isEqualTo(4098);
            assertThat(requestState(job, 4, new CimDateTime("20260801101112.000000+000"))
                            .code())
                    .isEqualTo(5);
            assertThat(requestState(job, 4, CimDateTime.ZERO_INTERVAL).code()).isZero();
        }

        @Test
        void aJobThatIsOverCannotBeEnded() throws Exception {
            CimInstancePath job = job();
            bench.advance(Duration.ofSeconds(61));

            assertThat(requestState(job, 4, null).code()).isEqualTo(4097);
        }

        @Test
        void aRefusedCallCannotBeEnded() throws Exception {
            CimInstancePath job = server.requestState(id, 2).path("Job");

            assertThat(requestState(job, 4, null).code()).isEqualTo(4097);
        }

        @Test
        void aJobThatIsNotThereIsNotFound() {
            CimInstancePath nobody = JobMapper.path(new JobId(new UUID(0, 1)));

            assertThatThrownBy(() -> requestState(nobody, 4, null))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
        }
    }

    @Nested
    class Errors {
        @ParameterizedTest
        @ValueSource(strings = {"GetErrors", "GetError"})
        void aJobThatFailedSaysWhatWhyAndOnWhat(String method) throws Exception {
            CimInstance error = error(server.call(server.requestState(id, 2).path("Job"), method));

            assertThat(error.text(JobNames.MESSAGE)).contains("'hlr-2'");
            assertThat(error.text(JobNames.OWNING_ENTITY)).isEqualTo("Telvirt");
            assertThat(error.text(JobNames.MESSAGE_ID)).isEqualTo("INVALID_TRANSITION");
            assertThat(error.text(JobNames.ERROR_SOURCE))
                    .contains("root/virt:Telvirt_ComputerSystem.")
                    .contains(id.toString());
            assertThat(error.number(JobNames.ERROR_SOURCE_FORMAT)).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GetErrors", "GetError"})
        void aJobThatIsFineHasNone(String method) throws Exception {
            Reply reply = server.call(job(), method);

            assertThat(reply.code()).isZero();
            assertThat(reply.output("Errors")).isNull();
            assertThat(reply.output("Error")).isNull();
        }

        @ParameterizedTest
        @EnumSource
        void everyReasonIsAnErrorThatItsClassAllows(Reason reason) {
            CimInstance error = ErrorMapper.toInstance(new FacilityException(reason, "why"), null);

            List<String> violations = CimSchema.violations(error);
            violations.removeIf(violation -> violation.startsWith("the path"));
            assertThat(violations).isEmpty();
        }
    }
}
