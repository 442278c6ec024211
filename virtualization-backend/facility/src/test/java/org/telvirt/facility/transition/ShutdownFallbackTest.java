package org.telvirt.facility.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What becomes of a system whose guest was asked to shut down and does not. */
@RanOn(Engine.SIMULATED)
@Requirement({"VMOPE4 shutdown", "VMOPE5 shutdown"})
class ShutdownFallbackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private FacilityBench bench;

    @BeforeEach
    void openFacility() throws Exception {
        bench = new FacilityBench();
    }

    @AfterEach
    void closeFacility() {
        bench.close();
    }

    private SystemId deaf(@Nullable ShutdownFallback fallback) throws Exception {
        FaultPolicy policy = FaultPolicy.DEFAULT.withOnShutdownTimeout(fallback);
        SystemId id = bench.facility()
                .define(FacilityBench.definition("hlr-1").withFaultPolicy(policy))
                .id();
        bench.change(id, Transition.ACTIVATE);
        bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
        return id;
    }

    private SystemState state(SystemId id) {
        return bench.facility().system(id).state();
    }

    private JobId shutDown(SystemId id) throws FacilityException {
        return job(bench.facility().change(id, Transition.SHUT_DOWN, PATIENCE));
    }

    private static JobId job(Outcome outcome) {
        return ((Outcome.Underway) outcome).job().id();
    }

    @Test
    void isToGoOnWhereNobodySaysOtherwise() throws Exception {
        for (ShutdownFallback fallback : new ShutdownFallback[] {null, ShutdownFallback.FAIL}) {
            SystemId id = deaf(fallback);

            JobId job = shutDown(id);
            bench.advance(PATIENCE);

            assertThat(bench.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
            bench.facility().destroy(id);
        }
    }

    @Test
    void isToBeTurnedOffAtTheDeadlineAndNotBefore() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        JobId job = shutDown(id);
        Job before = bench.job(job);

        bench.advance(PATIENCE.minusSeconds(1));
        assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
        bench.advance(Duration.ofSeconds(1));

        Job after = bench.job(job);
        assertThat(after.state()).isEqualTo(JobState.COMPLETED);
        assertThat(after.description()).isEqualTo("its guest did not do so within 90 s; turned off instead");
        assertThat(after.started()).isEqualTo(before.started());
        assertThat(state(id)).isEqualTo(SystemState.DEFINED);
        assertThat(bench.facility().system(id).underway()).isNull();
        assertThat(bench.facility().system(id).requested()).isEqualTo(Transition.SHUT_DOWN);
        assertThat(bench.facility().jobs()).hasSize(1);
    }

    @Test
    void isNotTurnedOffIfItsGuestIsSlowButInTime() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        bench.host().behave(FacilityBench.domain(id), GuestBehaviour.taking(PATIENCE.minusSeconds(1)));

        JobId job = shutDown(id);
        bench.advance(PATIENCE);

        assertThat(bench.job(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(bench.job(job).description()).isEmpty();
        assertThat(bench.time().pending()).as("what is left of the job alone").isEqualTo(1);
    }

    @Test
    void isTurnedOffInTheMidstOfShuttingDownToo() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        bench.host().behave(FacilityBench.domain(id), GuestBehaviour.taking(PATIENCE.plusSeconds(1)));

        JobId job = shutDown(id);
        bench.advance(PATIENCE);

        assertThat(bench.job(job).description()).contains("turned off");
        assertThat(state(id)).isEqualTo(SystemState.DEFINED);
    }

    @Test
    void isSaidByTheCallOverTheDefinition() throws Exception {
        SystemId off = deaf(ShutdownFallback.FAIL);
        bench.facility().shutDown(off, PATIENCE, ShutdownFallback.TURN_OFF);
        bench.advance(PATIENCE);
        assertThat(state(off)).isEqualTo(SystemState.DEFINED);
        bench.facility().destroy(off);

        SystemId on = deaf(ShutdownFallback.TURN_OFF);
        bench.facility().shutDown(on, PATIENCE, ShutdownFallback.FAIL);
        bench.advance(PATIENCE);
        assertThat(state(on)).isEqualTo(SystemState.ACTIVE);

        bench.facility().shutDown(on, PATIENCE, null);
        bench.advance(PATIENCE);
        assertThat(state(on)).isEqualTo(SystemState.DEFINED);
    }

    @Test
    void isWhatTheDefinitionSaysNowAndNotWhenItBegan() throws Exception {
        SystemId id = deaf(null);
        bench.facility()
                .redefine(
                        id,
                        with -> with.withFaultPolicy(
                                with.faultPolicy().withOnShutdownTimeout(ShutdownFallback.TURN_OFF)));

        shutDown(id);
        bench.advance(PATIENCE);

        assertThat(state(id)).isEqualTo(SystemState.DEFINED);
    }

    @Test
    void isNotDoneWhenTheJobIsCancelledBefore() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        JobId job = shutDown(id);

        bench.facility().cancel(job);
        bench.advance(PATIENCE.multipliedBy(2));

        assertThat(bench.job(job).state()).isEqualTo(JobState.TERMINATED);
        assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void isOvertakenByADeactivation() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        JobId job = shutDown(id);

        bench.change(id, Transition.DEACTIVATE);
        bench.change(id, Transition.ACTIVATE);
        bench.advance(PATIENCE.multipliedBy(2));

        assertThat(bench.job(job).failure().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(state(id)).as("the next run is none of its business").isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void failsWithTheEnginesWordsIfEvenThatDoesNotWork() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        JobId job = shutDown(id);
        bench.host()
                .failNext(
                        LifecycleAction.STOP,
                        new HypervisorException(HypervisorException.Reason.INTERNAL, "Cannot stop 'hlr-1': no answer"));

        bench.advance(PATIENCE);

        assertThat(bench.job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(bench.job(job).failure())
                .hasMessage("Cannot shut down 'hlr-1': its guest did not do so within 90 s,"
                        + " and it cannot be turned off: Cannot stop 'hlr-1': no answer");
        assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
        bench.change(id, Transition.DEACTIVATE);
    }

    @Test
    void isUnderwayMeanwhile() throws Exception {
        SystemId id = deaf(ShutdownFallback.TURN_OFF);
        JobId job = shutDown(id);
        boolean[] refused = new boolean[1];
        bench.facility().listen(event -> {
            if (!refused[0] && bench.job(job).description().contains("turned off")) {
                assertThatThrownBy(() -> bench.change(id, Transition.PAUSE)).hasMessageContaining("busy");
                refused[0] = true;
            }
        });

        bench.advance(PATIENCE);

        assertThat(refused[0]).isTrue();
        assertThat(bench.job(job).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void isNoneWhereTheEngineCannotTurnOff() throws Exception {
        SimulatedHostSettings standard = SimulatedHostSettings.standard();
        EngineCapabilities capable = standard.capabilities();
        EngineCapabilities lame = new EngineCapabilities(
                capable.engine(), capable.virtualizations(), Map.of(LifecycleAction.STOP, "there is no plug"));
        try (FacilityBench other = new FacilityBench(
                standard.withCapabilities(lame), FacilitySettings.standard().withGrace(Duration.ZERO))) {
            SystemId id = other.activate("hlr-1");
            other.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);

            JobId job = job(other.facility().shutDown(id, PATIENCE, ShutdownFallback.TURN_OFF));
            other.advance(PATIENCE);

            assertThat(other.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
        }
    }
}
