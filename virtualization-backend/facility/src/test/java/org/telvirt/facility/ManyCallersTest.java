package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Timeout(120)
class ManyCallersTest {
    private static final int STEPS = 300;

    private final ExecutorService jobs = Executors.newFixedThreadPool(4);
    private final ExecutorService events = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newFixedThreadPool(6);
    private final SimulatedHost host = new SimulatedHost(
            SimulatedHostSettings.standard().withGuests(GuestBehaviour.taking(Duration.ofMillis(1))),
            events,
            timer,
            InstantSource.system());
    private final SimulatedHypervisor others = host.connect();
    private LocalFacility facility;

    @BeforeEach
    void openFacility() throws Exception {
        facility = LocalFacility.open(
                host.connect(),
                FacilitySettings.standard().withGrace(Duration.ofSeconds(30)),
                new FacilityThreads(jobs, events, timer),
                InstantSource.system());
    }

    @AfterEach
    void endThreads() {
        facility.close();
        List.of(callers, jobs, events, timer).forEach(ExecutorService::shutdownNow);
    }

    static IntStream seeds() {
        return IntStream.range(0, 6);
    }

    /** Each caller leads systems of its own, so that it knows what it has to read after every answer. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Requirement({"VMOPE3 concurrent", "VMOPE4 others-unaffected"})
    void readTheirOwnWrites(int seed) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            int number = caller;
            work.add(() -> leadOwnSystem(new Random(100L * seed + number), "own-" + number));
        }
        work.add(() -> meddle(new Random(100L * seed + 50)));
        work.add(this::watchTheList);

        together(work);

        awaitAgreement();
    }

    private Void leadOwnSystem(Random random, String name) throws Exception {
        SystemId id = facility.define(FacilityBench.definition(name)).id();
        for (int step = 0; step < STEPS; step++) {
            Set<Transition> available = facility.availableTransitions(id);
            List<Transition> choices = List.copyOf(available);
            assertThat(choices).as("step %d, %s", step, facility.system(id)).isNotEmpty();
            Transition transition = choices.get(random.nextInt(choices.size()));
            SystemState before = facility.system(id).state();
            Outcome outcome = facility.change(id, transition, null);
            assertThat(outcome).isEqualTo(new Outcome.Completed());
            VirtualSystem after = facility.system(id);
            assertThat(after.state()).as("%s from %s", transition, before).isEqualTo(expected(before, transition));
            assertThat(after.underway()).isNull();
            assertThat(after.requested()).isEqualTo(transition);
            if (random.nextInt(10) == 0 && after.state() != SystemState.SUSPENDED) {
                String text = "step " + step;
                facility.redefine(id, present -> present.withDescription(text));
                assertThat(facility.definition(id, Configuration.DEFINED).description())
                        .isEqualTo(text);
            }
        }
        facility.destroy(id);
        assertThat(facility.system(id)).isNull();
        return null;
    }

    private static SystemState expected(SystemState before, Transition transition) {
        return switch (transition) {
            case ACTIVATE, REBOOT -> SystemState.ACTIVE;
            case DEACTIVATE, SHUT_DOWN -> SystemState.DEFINED;
            case SUSPEND -> SystemState.SUSPENDED;
            case PAUSE -> SystemState.PAUSED;
            case RESET -> before;
        };
    }

    /** Defines, starts, stops, renames and undefines domains behind the facility's back. */
    private Void meddle(Random random) throws HypervisorException {
        List<DomainId> mine = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (mine.size() < 5) {
                mine.add(
                        others.define(FacilityBench.definition("other-" + step)).id());
            }
            DomainId id = mine.get(random.nextInt(mine.size()));
            boolean runs = LifecycleAction.STOP.possibleFrom(others.domain(id).state());
            switch (random.nextInt(3)) {
                case 0 -> others.perform(runs ? LifecycleAction.STOP : LifecycleAction.START, id);
                case 1 -> {
                    String name = "renamed-" + step;
                    others.redefine(id, present -> present.withName(name));
                }
                default -> {
                    if (!runs) {
                        others.undefine(id);
                        mine.remove(id);
                    }
                }
            }
        }
        return null;
    }

    private Void watchTheList() {
        for (int round = 0; round < 20 * STEPS; round++) {
            assertThat(facility.systems())
                    .isSortedAccordingTo(Comparator.comparing(VirtualSystem::name)
                            .thenComparing(system -> system.id().uuid()));
        }
        return null;
    }

    /** What the facility knows and what the engine says come to agree, without anyone asking. */
    private void awaitAgreement() throws Exception {
        List<String> names = engineNames();
        Await.until("the facility knows " + names, () -> names.equals(facilityNames()));
        for (Domain domain : others.domains()) {
            boolean active = LifecycleAction.STOP.possibleFrom(domain.state());
            DomainDefinition defined = others.definition(domain.id(), Configuration.DEFINED);
            SystemId id = new SystemId(domain.id().uuid());
            Await.until(
                    "the facility agrees on " + domain,
                    () -> active == (facility.system(id).state() == SystemState.ACTIVE)
                            && defined.equals(facility.definition(id, Configuration.DEFINED)));
        }
    }

    private List<String> facilityNames() {
        return facility.systems().stream().map(VirtualSystem::name).toList();
    }

    private List<String> engineNames() throws HypervisorException {
        return others.domains().stream().map(Domain::name).sorted().toList();
    }

    @Test
    void getOneAnswerEachWhenTheyWishTheSame() throws Exception {
        for (int round = 0; round < 100; round++) {
            SystemId id =
                    facility.define(FacilityBench.definition("round-" + round)).id();
            CountDownLatch start = new CountDownLatch(1);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                work.add(() -> {
                    start.await();
                    return activates(id);
                });
            }
            start.countDown();

            assertThat(together(work)).containsOnlyOnce(true);

            assertThat(facility.system(id).state()).isEqualTo(SystemState.ACTIVE);
            assertThat(facility.system(id).underway()).isNull();
        }
    }

    private boolean activates(SystemId id) {
        try {
            return facility.change(id, Transition.ACTIVATE, null).equals(new Outcome.Completed());
        } catch (FacilityException e) {
            assertThat(e.reason()).isIn(Reason.BUSY, Reason.INVALID_TRANSITION);
            return false;
        }
    }

    /** A guest's answer, a deadline, a deactivation and a cancellation race; the system is free and usable after all. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverLeaveASystemBusy(int seed) throws Exception {
        Random random = new Random(seed);
        try (LocalFacility hasty = LocalFacility.open(
                host.connect(),
                FacilitySettings.standard().withGrace(Duration.ZERO),
                new FacilityThreads(jobs, events, timer),
                InstantSource.system())) {
            SystemId id =
                    hasty.define(FacilityBench.definition("raced-" + seed)).id();
            for (int round = 0; round < 60; round++) {
                awaitFree(hasty, id);
                if (hasty.system(id).state() != SystemState.ACTIVE) {
                    hasty.change(id, Transition.ACTIVATE, null);
                    awaitFree(hasty, id);
                }
                Duration timeout = Duration.ofNanos(1 + random.nextInt(3_000_000));
                Transition graceful = random.nextBoolean() ? Transition.SHUT_DOWN : Transition.REBOOT;
                together(List.of(
                        () -> attempt(() -> hasty.change(id, graceful, timeout)),
                        () -> attempt(() -> hasty.change(id, Transition.DEACTIVATE, null)),
                        () -> attempt(() -> {
                            for (var job : hasty.jobs()) {
                                hasty.cancel(job.id());
                            }
                            return null;
                        })));
            }
            awaitFree(hasty, id);
            awaitAllJobsOver(hasty);
        }
    }

    private static void awaitAllJobsOver(LocalFacility hasty) {
        Await.until("all jobs are over", () -> hasty.jobs().stream().allMatch(Job::isOver));
    }

    private static void awaitFree(LocalFacility hasty, SystemId id) {
        Await.until("the system is free", () -> hasty.system(id).underway() == null);
    }

    private static boolean attempt(Callable<?> call) throws Exception {
        try {
            call.call();
            return true;
        } catch (FacilityException e) {
            assertThat(e.reason()).isNotIn(Reason.INTERNAL, Reason.NOT_FOUND);
            return false;
        }
    }

    private <T> List<T> together(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : callers.invokeAll(work, 60, TimeUnit.SECONDS)) {
            results.add(result.get());
        }
        return results;
    }

    @Test
    void findTenThousandSystemsByKeyAndInOrder() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            others.define(FacilityBench.definition("hlr-" + i)
                    .withUuid(new UUID(7, i))
                    .withMemory(Memory.of(ByteSize.ofMebibytes(1))));
        }
        try (LocalFacility second = LocalFacility.open(
                host.connect(),
                FacilitySettings.standard(),
                new FacilityThreads(jobs, events, timer),
                InstantSource.system())) {
            assertThat(second.systems()).hasSize(10_000);
            for (int round = 0; round < 10_000; round++) {
                assertThat(second.systems().size()).isEqualTo(10_000);
                SystemId id = new SystemId(new UUID(7, round));
                assertThat(second.system(id).name()).isEqualTo("hlr-" + round);
                assertThat(second.definition(id, Configuration.DEFINED).name()).isEqualTo("hlr-" + round);
            }
        }
    }
}
