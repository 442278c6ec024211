package org.telvirt.providers.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1103 7")
class JobMapperTest {
    private static final JobId ID = new JobId(UUID.fromString("6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11"));
    private static final Instant START = Instant.parse("2026-08-01T10:00:00Z");

    private static Job job(JobState state, @Nullable Instant started, @Nullable Instant ended) {
        return job(state, started, ended, null);
    }

    private static Job job(
            JobState state, @Nullable Instant started, @Nullable Instant ended, @Nullable FacilityException failure) {
        return new Job(ID, "Shut down 'hlr-2'", state, 40, START, started, ended, START, null, failure);
    }

    @Test
    void aJobIsNamedByItsId() {
        CimInstance instance = JobMapper.toInstance(job(JobState.NEW, null, null), START);

        assertThat(instance.text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:Job/" + ID);
        assertThat(JobMapper.id(JobMapper.path(ID))).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Telvirt:Job/",
                "Telvirt:Job/x",
                "Telvirt:Job/6F7A3D52-0A5C-4B3E-8A44-0D9D3F1F7C11",
                "Telvirt:VSSD/x"
            })
    void whatHasAnotherFormIsNoJob(String instanceId) {
        assertThat(JobMapper.id(
                        CimInstancePath.of(JobNames.TELVIRT_CONCRETE_JOB, ElementNames.INSTANCE_ID, instanceId)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"NEW, 2", "RUNNING, 4", "COMPLETED, 7", "TERMINATED, 8", "FAILED, 10"})
    void aStateHasItsJobState(JobState state, int jobState) {
        assertThat(JobMapper.state(state)).isEqualTo(jobState);
    }

    @Test
    void aJobThatFailedIsNotOkAndSaysWhy() {
        FacilityException failure =
                new FacilityException(Reason.TIMEOUT, "Cannot shut down 'hlr-2': it did not answer");
        CimInstance instance = JobMapper.toInstance(job(JobState.FAILED, START, START, failure), START);

        assertThat(instance.value(ElementNames.OPERATIONAL_STATUS)).isEqualTo(CimValues.uint16s(17, 6));
        assertThat(instance.text(JobNames.ERROR_DESCRIPTION)).isEqualTo(failure.getMessage());
        assertThat(instance.number(JobNames.ERROR_CODE)).isEqualTo(106);
    }

    @Test
    void aJobThatIsDoneIsCompletedAndOk() {
        CimInstance instance = JobMapper.toInstance(job(JobState.COMPLETED, START, START), START);

        assertThat(instance.value(ElementNames.OPERATIONAL_STATUS)).isEqualTo(CimValues.uint16s(17, 2));
        assertThat(instance.number(JobNames.ERROR_CODE)).isZero();
        assertThat(instance.value(JobNames.ERROR_DESCRIPTION)).isNull();
    }

    @Test
    void elapsedTimeCountsToNowAndThenToTheEnd() {
        Instant now = START.plus(Duration.ofSeconds(90));
        CimInstance running = JobMapper.toInstance(job(JobState.RUNNING, START, null), now);
        CimInstance over = JobMapper.toInstance(job(JobState.COMPLETED, START, START.plusSeconds(30)), now);

        assertThat(running.value(JobNames.ELAPSED_TIME))
                .isEqualTo(CimValues.dateTime(new CimDateTime("00000000000130.000000:000")));
        assertThat(over.value(JobNames.ELAPSED_TIME))
                .isEqualTo(CimValues.dateTime(new CimDateTime("00000000000030.000000:000")));
    }

    @Test
    void aJobThatHasNotBegunHasNoTimes() {
        CimInstance instance = JobMapper.toInstance(job(JobState.NEW, null, null), START);

        assertThat(instance.value(JobNames.START_TIME)).isNull();
        assertThat(instance.value(JobNames.ELAPSED_TIME)).isNull();
    }

    @Test
    void aClockThatWasSetBackDoesNotBreakIt() {
        CimInstance instance = JobMapper.toInstance(job(JobState.RUNNING, START, null), START.minusSeconds(5));

        assertThat(instance.value(JobNames.ELAPSED_TIME)).isEqualTo(CimValues.dateTime(CimDateTime.ZERO_INTERVAL));
    }

    @Test
    void itStaysFiveMinutesAfterItsEnd() {
        assertThat(JobMapper.toInstance(job(JobState.NEW, null, null), START).value(JobNames.TIME_BEFORE_REMOVAL))
                .isEqualTo(CimValues.dateTime(new CimDateTime("00000000000500.000000:000")));
    }

    @Test
    void noTwoReasonsShareAnErrorCode() {
        assertThat(Arrays.stream(Reason.values()).map(JobMapper::errorCode))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
    }
}
