package org.telvirt.facility.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.JobChanged;
import org.telvirt.facility.event.FacilityEvent.JobCreated;
import org.telvirt.facility.event.FacilityEvent.JobRemoved;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.hypervisor.simulated.ManualTime;

class JobTableTest {
    private final FacilityException tooLate = new FacilityException(Reason.TIMEOUT, "too late");

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final FacilityEvents events = new FacilityEvents(Runnable::run, 100);
    private final JobTable table = new JobTable(10, Duration.ofMinutes(5), time, time, events);
    private final List<FacilityEvent> told = new ArrayList<>();
    private JobId id;

    @BeforeEach
    void createJob() throws Exception {
        var unused = events.listen(told::add);
        id = table.create("Suspend 'hlr-1'", new SystemId(new UUID(1, 1)));
    }

    @Test
    void hidesAJobUntilItsCallerGoesAway() {
        assertThat(table.find(id)).isNull();
        assertThat(table.list()).isEmpty();
        assertThat(table.isHidden(id)).isTrue();
        assertThat(told).isEmpty();

        Job job = table.await(id, Duration.ZERO);

        assertThat(job.state()).isEqualTo(JobState.NEW);
        assertThat(table.list()).containsExactly(job);
        assertThat(told).singleElement().isInstanceOf(JobCreated.class);
    }

    @Test
    void takesOutAJobThatEndedBefore() {
        table.start(id);
        table.end(id, JobState.COMPLETED, null);

        Job job = table.await(id, Duration.ZERO);

        assertThat(job.isOver()).isTrue();
        assertThat(table.list()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(time.pending()).isZero();
    }

    @Test
    void keepsTheFirstEnd() {
        table.await(id, Duration.ZERO);
        table.end(id, JobState.FAILED, tooLate);
        Job failed = table.find(id);

        time.advance(Duration.ofSeconds(1));
        table.end(id, JobState.COMPLETED, null);
        table.progress(id, 90);
        table.start(id);

        assertThat(table.find(id)).isEqualTo(failed);
        assertThat(failed.failure()).isSameAs(tooLate);
        assertThat(failed.percentComplete()).isZero();
    }

    @Test
    void neverLetsProgressFall() {
        table.await(id, Duration.ZERO);
        table.start(id);
        table.progress(id, 50);
        table.progress(id, 10);

        assertThat(table.find(id).percentComplete()).isEqualTo(50);
        table.end(id, JobState.COMPLETED, null);
        assertThat(table.find(id).percentComplete()).isEqualTo(100);
    }

    @Test
    void tellsEveryChangeWithWhatWasBefore() {
        Job known = table.await(id, Duration.ZERO);
        told.clear();
        table.start(id);
        table.progress(id, 50);
        table.progress(id, 50);
        table.end(id, JobState.COMPLETED, null);

        assertThat(told).hasSize(3);
        for (FacilityEvent event : told) {
            assertThat(((JobChanged) event).previous()).isEqualTo(known);
            known = ((JobChanged) event).present();
        }
        assertThat(known.state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void stampsEveryStateWithItsTime() {
        table.await(id, Duration.ZERO);
        Instant created = time.instant();
        time.advance(Duration.ofSeconds(1));
        table.start(id);
        Instant started = time.instant();
        time.advance(Duration.ofSeconds(1));
        table.progress(id, 50);
        assertThat(table.find(id).changed()).isEqualTo(started);
        time.advance(Duration.ofSeconds(1));
        table.end(id, JobState.COMPLETED, null);

        Job job = table.find(id);
        assertThat(job.created()).isEqualTo(created);
        assertThat(job.started()).isEqualTo(started);
        assertThat(job.ended()).isEqualTo(time.instant());
        assertThat(job.changed()).isEqualTo(time.instant());
    }

    @Nested
    class HowLongItStays {
        @BeforeEach
        void letItEnd() {
            table.await(id, Duration.ZERO);
            table.end(id, JobState.COMPLETED, null);
            told.clear();
        }

        @Test
        void isFiveMinutes() {
            time.advance(Duration.ofSeconds(299));
            assertThat(table.find(id)).isNotNull();

            time.advance(Duration.ofSeconds(1));
            assertThat(table.find(id)).isNull();
            assertThat(told).singleElement().isInstanceOf(JobRemoved.class);
        }

        @Test
        void canBeMadeLongerAfterItsEnd() throws Exception {
            table.retain(id, new Retention(Duration.ofHours(1), true));

            time.advance(Duration.ofMinutes(59));
            assertThat(table.find(id)).isNotNull();
            time.advance(Duration.ofMinutes(1));
            assertThat(table.find(id)).isNull();
        }

        @Test
        void canBeMadeShorterThanWhatHasPassed() throws Exception {
            time.advance(Duration.ofMinutes(3));

            table.retain(id, new Retention(Duration.ofMinutes(2), true));
            time.advance(Duration.ZERO);

            assertThat(table.find(id)).isNull();
        }

        @Test
        void isForeverIfItDoesNotGoByItself() throws Exception {
            table.retain(id, new Retention(Duration.ZERO, false));
            time.advance(Duration.ofDays(30));
            assertThat(table.find(id)).isNotNull();

            table.retain(id, Retention.STANDARD);
            time.advance(Duration.ZERO);
            assertThat(table.find(id)).as("its time is long over").isNull();
        }

        @Test
        void isToldWhenItChanges() throws Exception {
            table.retain(id, new Retention(Duration.ZERO, false));
            table.retain(id, new Retention(Duration.ZERO, false));

            assertThat(told).singleElement().isInstanceOf(JobChanged.class);
        }
    }

    @Nested
    class Remove {
        @Test
        void takesOutAJobThatIsOver() throws Exception {
            table.await(id, Duration.ZERO);
            table.end(id, JobState.COMPLETED, null);

            table.remove(id);

            assertThat(table.find(id)).isNull();
            assertThat(told.get(told.size() - 1)).isInstanceOf(JobRemoved.class);
            assertThat(refusal(() -> table.remove(id))).isEqualTo(Reason.NOT_FOUND);
        }

        @Test
        void isRefusedBefore() {
            table.await(id, Duration.ZERO);

            assertThat(refusal(() -> table.remove(id))).isEqualTo(Reason.INVALID_STATE);
            assertThat(table.find(id)).isNotNull();
        }

        @Test
        void findsNoHiddenJob() {
            assertThat(refusal(() -> table.remove(id))).isEqualTo(Reason.NOT_FOUND);
            assertThat(refusal(() -> table.retain(id, Retention.STANDARD))).isEqualTo(Reason.NOT_FOUND);
        }

        private Reason refusal(ThrowingCallable call) {
            return catchThrowableOfType(FacilityException.class, call).reason();
        }
    }
}
