package org.telvirt.facility.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.facility.transition.EngineTask.Call;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;

/** Saving stands for all that takes an engine long, can be looked at and can be ended. */
@Timeout(60)
class EngineTasksTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final SimulatedHypervisor engine = host.connect();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final FacilityEvents events = new FacilityEvents(Runnable::run, 1000);
    private final SystemView view = new SystemView(engine, time, events);
    private final JobTable jobs = new JobTable(10, Duration.ofMinutes(5), time, time, events);
    private final Undertakings undertakings = new Undertakings(view, jobs, threads, time, Duration.ZERO);
    private final EngineTasks tasks = new EngineTasks(engine, undertakings, Runnable::run, time);
    private DomainId domain;
    private SystemId id;

    @BeforeEach
    void startADomain() throws Exception {
        domain = engine.define(FacilityBench.definition("hlr-1")).id();
        id = new SystemId(domain.uuid());
        engine.perform(LifecycleAction.START, domain);
        view.refreshAll();
        host.slow(LifecycleAction.SAVE, Duration.ofHours(1));
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private EngineTask task(Duration timeout, Call call) {
        return new EngineTask(id, "back up 'hlr-1'", "to the vault", Activity.BACKUP, timeout, call);
    }

    private JobId begin(Duration timeout, Call call) throws FacilityException {
        return ((Outcome.Underway) tasks.perform(task(timeout, call))).job().id();
    }

    /** Begins to save, and returns when the engine is at it. */
    private JobId save(Duration timeout) throws FacilityException {
        JobId job = begin(timeout, reached -> engine.perform(LifecycleAction.SAVE, domain));
        awaitEngine();
        return job;
    }

    private void awaitEngine() {
        Await.until("the deadline, the next look and the engine's own timer run", () -> time.pending() == 3);
    }

    private Job job(JobId job) {
        return jobs.find(job);
    }

    private void awaitEnd(JobId job) {
        Await.until("the job is over", () -> job(job).isOver());
    }

    private DomainState state() throws HypervisorException {
        return engine.domain(domain).state();
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Test
    void areJobsThatSayWhatTheyDo() throws Exception {
        JobId job = save(Duration.ofHours(2));

        assertThat(job(job).name()).isEqualTo("Back up 'hlr-1'");
        assertThat(job(job).description()).isEqualTo("to the vault");
        assertThat(job(job).activity()).isEqualTo(Activity.BACKUP);
        assertThat(job(job).subject()).isEqualTo(id);
        assertThat(view.find(id).activity()).isEqualTo(Activity.BACKUP);
        assertThat(view.find(id).underway()).isNull();
        time.advance(Duration.ofHours(1));
        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(view.find(id).activity()).isNull();
        assertThat(view.find(id).requested()).isNull();
    }

    @Test
    void excludeEverythingElse() throws Exception {
        JobId job = save(Duration.ofHours(2));

        assertThat(refused(Reason.BUSY, () -> begin(Duration.ofHours(1), reached -> {})))
                .hasMessage("Cannot back up 'hlr-1': busy with another wish, to back up 'hlr-1'; try again later");
        assertThat(undertakings.isFree(id)).isFalse();
        assertThat(undertakings.canBeOvertaken(id)).isFalse();
        time.advance(Duration.ofHours(1));
        awaitEnd(job);
        assertThat(undertakings.isFree(id)).isTrue();
    }

    @Test
    void tellHowFarTheEngineIs() throws Exception {
        JobId job = save(Duration.ofHours(2));

        time.advance(Duration.ofMinutes(15));

        assertThat(job(job).percentComplete()).isEqualTo(25);
        assertThat(job(job).remaining()).isEqualTo(Duration.ofMinutes(45));
        time.advance(Duration.ofMinutes(45));
        awaitEnd(job);
        assertThat(job(job).percentComplete()).isEqualTo(100);
        assertThat(job(job).remaining()).isNull();
    }

    @Test
    void maySayThemselvesHowFarTheyAre() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        JobId job = begin(Duration.ofHours(2), reached -> {
            reached.accept(70);
            await(end);
        });

        Await.until("it has been told", () -> job(job).percentComplete() == 70);
        end.countDown();
        awaitEnd(job);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void areEndedByTheEngineWhenSomeoneWishes() throws Exception {
        JobId job = save(Duration.ofHours(2));

        assertThat(undertakings.cancel(job)).isTrue();

        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.TERMINATED);
        assertThat(job(job).failure().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(job(job).failure()).hasMessage("Gave up to back up 'hlr-1': someone wished its end");
        assertThat(state()).isEqualTo(DomainState.RUNNING);
        assertThat(undertakings.isFree(id)).isTrue();
        assertThat(time.pending()).as("only the job's forgetting").isEqualTo(1);
    }

    @Test
    void areEndedByTheNextLookIfTheEngineHadNotBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        JobId job = begin(Duration.ofHours(2), reached -> {
            begun.countDown();
            await(go);
            engine.perform(LifecycleAction.SAVE, domain);
        });
        begun.await();
        assertThat(undertakings.cancel(job)).isTrue();

        go.countDown();
        awaitEngine();
        time.advance(TaskWork.PERIOD);

        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.TERMINATED);
        assertThat(state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void areDoneIfTheyWereQuickerThanTheWishForTheirEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        JobId job = begin(Duration.ofHours(2), reached -> {
            begun.countDown();
            await(end);
        });
        begun.await();

        undertakings.cancel(job);
        end.countDown();

        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void failAtTheirDeadlineAndAreEndedByTheNextLook() throws Exception {
        JobId job = save(Duration.ofMinutes(10));

        time.advance(Duration.ofMinutes(10));

        assertThat(job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(job(job).failure())
                .hasMessage("Cannot back up 'hlr-1': the engine did not finish within 600 s;"
                        + " it has been told to end it");
        time.advance(TaskWork.PERIOD);
        Await.until("the system is free", () -> undertakings.isFree(id));
        assertThat(state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void failAsTheEngineSays() throws Exception {
        engine.perform(LifecycleAction.STOP, domain);
        CountDownLatch go = new CountDownLatch(1);
        JobId job = begin(Duration.ofHours(2), reached -> {
            await(go);
            engine.perform(LifecycleAction.SAVE, domain);
        });

        go.countDown();
        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(job(job).failure().reason()).isEqualTo(Reason.INVALID_STATE);
    }

    @Test
    void areRefusedForWhatIsNotThereAndForNoTime() {
        EngineTask nobodys = new EngineTask(
                new SystemId(new UUID(7, 7)), "back up it", "", Activity.BACKUP, Duration.ofHours(1), reached -> {});
        refused(Reason.NOT_FOUND, () -> tasks.perform(nobodys));
        refused(Reason.INVALID_ARGUMENT, () -> tasks.perform(task(Duration.ZERO, reached -> {})));
        assertThat(jobs.list()).isEmpty();
    }

    @Test
    void tellListenersOfPercentagesButNotOfGuesses() throws Exception {
        JobId job = save(Duration.ofHours(2));
        List<Object> told = new ArrayList<>();
        var unused = events.listen(told::add);

        time.advance(Duration.ofSeconds(90));

        assertThat(told).as("two percentages of 180 looks").hasSize(2);
        assertThat(job(job).remaining()).isEqualTo(Duration.ofSeconds(3510));
        time.advance(Duration.ofHours(1));
        awaitEnd(job);
    }
}
