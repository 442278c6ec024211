package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.PAUSED;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SAVED;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * What every engine has to do. An engine fills in {@link #open} and {@link #bootable}; where it or its guests fall short
 * it says so by {@link #deviations}. Every test makes its own domains and takes them down, and leaves others alone.
 */
public abstract class HypervisorContract extends LiveChangesContract {
    @Nested
    class Perform {
        /** The states reached, transcribed from the port's prose, not computed from it. */
        static Stream<Step> steps() {
            return Stream.of(
                    new Step(SHUT_OFF, LifecycleAction.START, RUNNING),
                    new Step(RUNNING, LifecycleAction.STOP, SHUT_OFF),
                    new Step(RUNNING, LifecycleAction.PAUSE, PAUSED),
                    new Step(RUNNING, LifecycleAction.SAVE, SAVED),
                    new Step(PAUSED, LifecycleAction.STOP, SHUT_OFF),
                    new Step(PAUSED, LifecycleAction.RESUME, RUNNING),
                    new Step(PAUSED, LifecycleAction.SAVE, SAVED),
                    new Step(SAVED, LifecycleAction.RESTORE, RUNNING),
                    new Step(SAVED, LifecycleAction.DISCARD_SAVED, SHUT_OFF));
        }

        @ParameterizedTest
        @MethodSource("steps")
        void reachesTheStateAndTellsIt(Step step) throws Exception {
            step.assumeOfferedBy(engine());
            assumeFalse(
                    step.from() == PAUSED
                            && step.action() == LifecycleAction.SAVE
                            && deviations().contains(Deviation.SAVES_ONLY_WHAT_RUNS),
                    "the engine or its guests deviate: " + Deviation.SAVES_ONLY_WHAT_RUNS);
            Domain domain = bench().domainIn(step.from());

            engine().perform(step.action(), domain.id());

            assertThat(stateOf(domain)).as("when the call has returned").isEqualTo(step.to());
            bench().events.awaitState(domain.id(), step.to(), patience());
            assertThat(bench().events.statesOf(domain.id())).containsExactly(step.to());
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUT_OFF", "RUNNING", "PAUSED", "SAVED"})
        void refusesWhatTheStateDoesNotAllowAndChangesNothing(DomainState state) throws Exception {
            assumeTrue(
                    state != SAVED || engine().capabilities().offers(LifecycleAction.SAVE),
                    "the engine does not save runs");
            Domain domain = bench().domainIn(state);

            for (LifecycleAction action : Step.forbiddenFrom(state)) {
                if (engine().capabilities().offers(action)) {
                    assertThat(refused(Reason.INVALID_STATE, () -> engine().perform(action, domain.id())))
                            .as("%s from %s", action, state)
                            .hasMessageContaining(domain.name());
                }
            }

            bench().settle();
            assertThat(engine().domain(domain.id())).isEqualTo(domain);
            assertThat(bench().events.about(domain.id())).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"RUNNING", "PAUSED"})
        void resetsInPlace(DomainState state) throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.RESET),
                    () -> "the engine does not offer " + LifecycleAction.RESET);
            Domain domain = bench().domainIn(state);

            engine().perform(LifecycleAction.RESET, domain.id());

            bench().events.await(DomainRebooted.class, domain.id(), patience());
            assertThat(stateOf(domain)).isEqualTo(state);
        }

        @Test
        void shutsAGuestDownThatListens() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.SHUTDOWN),
                    () -> "the engine does not offer " + LifecycleAction.SHUTDOWN);
            assumeFalse(
                    deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN),
                    "the engine or its guests deviate: " + Deviation.GUESTS_DO_NOT_LISTEN);
            Domain domain = bench().domainIn(RUNNING);

            engine().perform(LifecycleAction.SHUTDOWN, domain.id());

            bench().events.awaitState(domain.id(), SHUT_OFF, patience());
            assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
        }

        @Test
        void rebootsAGuestThatListens() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.REBOOT),
                    () -> "the engine does not offer " + LifecycleAction.REBOOT);
            assumeFalse(
                    deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN),
                    "the engine or its guests deviate: " + Deviation.GUESTS_DO_NOT_LISTEN);
            Domain domain = bench().domainIn(RUNNING);

            engine().perform(LifecycleAction.REBOOT, domain.id());

            bench().events.await(DomainRebooted.class, domain.id(), patience());
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUTDOWN", "REBOOT"})
        void leavesAGuestAloneThatDoesNotListen(LifecycleAction action) throws Exception {
            assumeTrue(engine().capabilities().offers(action), () -> "the engine does not offer " + action);
            assumeTrue(
                    deviations().contains(Deviation.GUESTS_DO_NOT_LISTEN),
                    "the engine or its guests do not deviate: " + Deviation.GUESTS_DO_NOT_LISTEN);
            Domain domain = bench().domainIn(RUNNING);

            engine().perform(action, domain.id());

            bench().settle();
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
            engine().perform(LifecycleAction.STOP, domain.id());
            assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
        }

        @Test
        void restoresAsPausedWhatWasPausedWhenSaved() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.SAVE),
                    () -> "the engine does not offer " + LifecycleAction.SAVE);
            assumeFalse(
                    deviations().contains(Deviation.RESTORES_RUNNING)
                            || deviations().contains(Deviation.SAVES_ONLY_WHAT_RUNS),
                    () -> "the engine or its guests deviate: " + deviations());
            Domain domain = bench().domainIn(PAUSED);
            engine().perform(LifecycleAction.SAVE, domain.id());

            engine().perform(LifecycleAction.RESTORE, domain.id());

            assertThat(stateOf(domain)).isEqualTo(PAUSED);
        }

        @Test
        void refusesWhatTheEngineLacksWithTheReasonOfItsCapabilities() throws Exception {
            var missing = engine().capabilities().missing();
            assumeFalse(missing.isEmpty(), "the engine lacks nothing");
            Domain domain = bench().domainIn(RUNNING);

            for (var lack : missing.entrySet()) {
                assertThat(refused(Reason.UNSUPPORTED, () -> engine().perform(lack.getKey(), domain.id())))
                        .hasMessageContaining(lack.getValue());
            }

            assertThat(engine().domain(domain.id())).isEqualTo(domain);
        }
    }

    @Nested
    class Events {
        @Test
        void comeInTheOrderOfWhatHappened() throws Exception {
            Domain domain = bench().define(bench().bootable());
            for (LifecycleAction action : List.of(
                    LifecycleAction.START, LifecycleAction.PAUSE, LifecycleAction.RESUME, LifecycleAction.STOP)) {
                engine().perform(action, domain.id());
            }
            engine().undefine(domain.id());

            bench().events.await(DomainUndefined.class, domain.id(), patience());

            assertThat(bench().events.statesOf(domain.id())).containsExactly(RUNNING, PAUSED, RUNNING, SHUT_OFF);
            assertThat(bench().events.about(domain.id())).first().isInstanceOf(DomainDefined.class);
            assertThat(bench().events.about(domain.id())).last().isInstanceOf(DomainUndefined.class);
            assertThat(bench().events.about(domain.id()))
                    .allSatisfy(
                            event -> assertThat(((DomainEvent) event).name()).isEqualTo(domain.name()));
        }

        @Test
        void endWithTheRegistration() throws Exception {
            RecordedEvents second = new RecordedEvents();
            engine().listen(second).close();

            Domain domain = bench().define(bench().bootable());

            bench().events.await(DomainDefined.class, domain.id(), patience());
            assertThat(second.all()).isEmpty();
        }

        @Test
        void reachEveryListener() throws Exception {
            RecordedEvents second = new RecordedEvents();
            try (var listening = engine().listen(second)) {
                Domain domain = bench().define(bench().bootable());

                second.await(DomainDefined.class, domain.id(), patience());
                bench().events.await(DomainDefined.class, domain.id(), patience());
                assertThat(listening).isNotNull();
            }
        }
    }

    @Nested
    class Reopening {
        @BeforeEach
        void needsAnEngineThatRemembers() {
            assumeFalse(
                    deviations().contains(Deviation.FORGETS_ON_CLOSE),
                    "the engine or its guests deviate: " + Deviation.FORGETS_ON_CLOSE);
        }

        @Test
        void findsDomainsAsTheyWere() throws Exception {
            Domain shutOff = bench().define(rich(bench().bootable().name()));
            DomainDefinition definition = engine().definition(shutOff.id(), Configuration.DEFINED);
            Domain running = bench().domainIn(RUNNING);

            bench().reopen();

            assertThat(engine().domains()).contains(shutOff, running);
            assertThat(engine().definition(shutOff.id(), Configuration.DEFINED)).isEqualTo(definition);
        }

        @Test
        void findsASavedRunThatCanGoOn() throws Exception {
            assumeTrue(
                    engine().capabilities().offers(LifecycleAction.SAVE),
                    () -> "the engine does not offer " + LifecycleAction.SAVE);
            Domain domain = bench().domainIn(SAVED);

            bench().reopen();

            assertThat(stateOf(domain)).isEqualTo(SAVED);
            engine().perform(LifecycleAction.RESTORE, domain.id());
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }
    }

    @Nested
    class ManyThreads {
        private static final int THREADS = 4;

        @Test
        void canEachLeadADomainThroughItsLife() throws Exception {
            List<Domain> left = together(() -> {
                Domain domain = bench().define(bench().bootable());
                for (LifecycleAction action : List.of(
                        LifecycleAction.START, LifecycleAction.PAUSE, LifecycleAction.RESUME, LifecycleAction.STOP)) {
                    engine().perform(action, domain.id());
                    assertThat(engine().domains()).contains(engine().domain(domain.id()));
                }
                return domain;
            });

            bench().settle();
            for (Domain domain : left) {
                assertThat(stateOf(domain)).isEqualTo(SHUT_OFF);
                assertThat(bench().events.statesOf(domain.id())).containsExactly(RUNNING, PAUSED, RUNNING, SHUT_OFF);
            }
        }

        @Test
        void loseNoChangeOfOneDefinition() throws Exception {
            Domain domain = bench().define(bench().bootable().withDescription("0"));

            together(() -> {
                for (int i = 0; i < 5; i++) {
                    engine().redefine(
                                    domain.id(),
                                    present -> present.withDescription(
                                            String.valueOf(Integer.parseInt(present.description()) + 1)));
                }
                return domain;
            });

            assertThat(engine().definition(domain.id(), Configuration.DEFINED).description())
                    .isEqualTo(String.valueOf(5 * THREADS));
        }

        @Test
        void loseNoChangeEvenIfBothReadBeforeEitherWrites() throws Exception {
            Domain domain = bench().define(bench().bootable().withDescription("0"));
            CountDownLatch read = new CountDownLatch(THREADS);

            together(() -> engine().redefine(domain.id(), present -> {
                read.countDown();
                awaitBriefly(read);
                return present.withDescription(present.description() + "+");
            }));

            assertThat(engine().definition(domain.id(), Configuration.DEFINED).description())
                    .isEqualTo("0" + "+".repeat(THREADS));
        }

        /** An engine that lets one change at a time read never lets all meet here. */
        private static void awaitBriefly(CountDownLatch all) {
            try {
                boolean unused = all.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void canStartOneDomainOnlyOnce() throws Exception {
            Domain domain = bench().domainIn(SHUT_OFF);

            List<Boolean> started = together(() -> {
                try {
                    engine().perform(LifecycleAction.START, domain.id());
                    return true;
                } catch (HypervisorException e) {
                    assertThat(e.reason()).isIn(Reason.INVALID_STATE, Reason.BUSY);
                    return false;
                }
            });

            assertThat(started).containsOnlyOnce(true);
            assertThat(stateOf(domain)).isEqualTo(RUNNING);
        }

        private <T> List<T> together(Callable<T> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<T>> results = IntStream.range(0, THREADS)
                        .mapToObj(i -> threads.submit(work))
                        .toList();
                List<T> values = new ArrayList<>();
                for (Future<T> result : results) {
                    values.add(result.get(THREADS * patience().toSeconds(), TimeUnit.SECONDS));
                }
                return values;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
