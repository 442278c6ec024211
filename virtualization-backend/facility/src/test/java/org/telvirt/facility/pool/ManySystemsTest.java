package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Pools with many systems, and with many who want the last of them. */
@RanOn(Engine.SIMULATED)
@Timeout(120)
class ManySystemsTest {
    private static final PoolId MEMORY = PoolId.host(PoolKind.MEMORY);
    private static final int SYSTEMS = 10_000;
    private static final int QUESTIONS = 2_000;

    private final ExecutorService jobs = Executors.newFixedThreadPool(4);
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final ExecutorService callers = Executors.newFixedThreadPool(6);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        List.of(jobs, events, callers, timer).forEach(ExecutorService::shutdownNow);
    }

    private static Memory reserved(long mebibytes) {
        ByteSize size = ByteSize.ofMebibytes(mebibytes);
        return Memory.of(size).withReservation(size);
    }

    private static Pool memory(LocalFacility facility) {
        return Objects.requireNonNull(facility.pools().find(MEMORY));
    }

    /** Ten at once want what is enough for four. */
    @RepeatedTest(5)
    @Requirement("VMDEF6")
    void whatIsThereOnceIsPromisedOnce() throws Exception {
        SimulatedHost host = new SimulatedHost(
                SimulatedHostSettings.standard()
                        .withMemory(ByteSize.ofMebibytes(100_000))
                        .withGuests(GuestBehaviour.taking(Duration.ofMillis(1))),
                events,
                timer,
                InstantSource.system());
        try (SimulatedHypervisor engine = host.connect();
                LocalFacility facility = LocalFacility.open(
                        engine,
                        FacilitySettings.standard().withGrace(Duration.ofSeconds(30)),
                        new FacilityThreads(jobs, events, timer),
                        InstantSource.system())) {
            Pool own = facility.pools().create("for four", List.of(new Share(MEMORY, 400L << 20)));
            List<Future<Boolean>> started = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                SystemId id = facility.define(PoolChoice.with(
                                FacilityBench.definition("vs-" + i).withMemory(reserved(100)), own.id()))
                        .id();
                started.add(callers.submit(() -> isStarted(facility, id)));
            }
            int count = 0;
            for (Future<Boolean> each : started) {
                count += each.get() ? 1 : 0;
            }

            assertThat(count).isEqualTo(4);
            assertThat(Objects.requireNonNull(facility.pools().find(own.id())).reserved())
                    .isEqualTo(400L << 20);
            assertThat(facility.systems())
                    .filteredOn(system -> system.state() == SystemState.ACTIVE)
                    .hasSize(4);
        }
    }

    private static boolean isStarted(LocalFacility facility, SystemId id) throws FacilityException {
        try {
            return facility.change(id, Transition.ACTIVATE, null) instanceof Outcome.Completed;
        } catch (FacilityException e) {
            assertThat(e.reason()).isEqualTo(Reason.INSUFFICIENT_RESOURCES);
            return false;
        }
    }

    /** Once all is known, questions cost neither a call to the engine nor a walk through the systems. */
    @Test
    @Requirement("VMOPE3 no-ceiling")
    void aQuestionCostsTheSameHoweverManySystemsThereAre() throws Exception {
        try (FacilityBench bench = new FacilityBench(
                SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(1 << 20)),
                FacilitySettings.standard())) {
            SystemId last = bench.define("first");
            for (int i = 0; i < SYSTEMS; i++) {
                last = bench.facility()
                        .define(FacilityBench.definition("vs-" + i).withMemory(reserved(64)))
                        .id();
                bench.another().perform(LifecycleAction.START, FacilityBench.domain(last));
            }
            assertThat(memory(bench.facility()).reserved()).isEqualTo(SYSTEMS * (64L << 20));

            bench.engine().cut();
            long began = System.nanoTime();
            for (int i = 0; i < QUESTIONS; i++) {
                assertThat(memory(bench.facility()).reserved()).isEqualTo(SYSTEMS * (64L << 20));
                assertThat(bench.facility().pools().allocationsOf(last)).hasSize(2);
            }
            Duration each = Duration.ofNanos((System.nanoTime() - began) / QUESTIONS);

            // some microseconds; walking through the systems would take some hundred
            assertThat(each).isLessThan(Duration.ofMillis(1));
        }
    }
}
