package org.telvirt.facility.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;

/** A facility that ends in the middle of something, and the one that comes after it. */
abstract class RecoveryBench {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    final Hypervisor engine = host.connect();
    final KeptTexts texts = new KeptTexts();

    final LocalFacility open(Hypervisor on, @Nullable DurableTexts kept) throws FacilityException {
        FacilitySettings settings = FacilitySettings.standard().withGrace(Duration.ZERO);
        return LocalFacility.open(
                on,
                settings,
                new FacilityThreads(Runnable::run, Runnable::run, time),
                time,
                new FacilityRecords(kept, PoolRecords.inMemory()));
    }

    /** The one job that the next facility has, when it had time to look. */
    final Job jobAfter(CrashPoint crash) throws FacilityException {
        return jobAfter(crash.left());
    }

    final Job jobAfter(KeptTexts left) throws FacilityException {
        try (LocalFacility next = open(engine, left)) {
            time.advance(PATIENCE);
            assertThat(next.jobs()).hasSize(1);
            assertThat(intents(left)).as("crossed out").isEmpty();
            return next.jobs().get(0);
        }
    }

    static List<String> intents(KeptTexts left) {
        return left.all().keySet().stream()
                .filter(key -> key.startsWith("intent/"))
                .toList();
    }

    final CrashPoint crash(String call, boolean isBefore, Deed deed) throws Exception {
        CrashPoint crash = new CrashPoint(engine, texts, call, isBefore);
        try (LocalFacility facility = open(crash.engine(), texts)) {
            crash.crash(() -> deed.on(facility));
        }
        return crash;
    }

    /** What a client wants. */
    @FunctionalInterface
    interface Deed {
        void on(LocalFacility facility) throws Exception;
    }

    final DomainId running() throws HypervisorException {
        DomainId id = engine.define(FacilityBench.definition("hlr-1")).id();
        engine.perform(LifecycleAction.START, id);
        return id;
    }

    static SystemId system(DomainId id) {
        return new SystemId(id.uuid());
    }

    static void isInterrupted(Job job, String now) {
        assertThat(job.state()).as(job.toString()).isEqualTo(JobState.FAILED);
        assertThat(job.failure().reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(job.failure()).hasMessage("Interrupted by a restart of Telvirt: " + now);
    }
}
