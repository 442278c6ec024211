package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.MigrationIterated;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.work.Progress;
import org.telvirt.traceability.Requirement;

/** What every engine that migrates domains has to do, between two hosts. */
@Timeout(300)
public abstract class MigrationContract extends EngineBench {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RecordedEvents arrivals = new RecordedEvents();
    private final List<DomainId> travellers = new ArrayList<>();
    private Hypervisor there;
    private Registration listening;

    /** Opens the engine of the other host; called before each test. */
    protected abstract Hypervisor openOther() throws Exception;

    /** A migration to the other host that nothing is known to stand in the way of. */
    protected abstract MigrationRequest request();

    /** A migration to a host that is not there. */
    protected abstract MigrationRequest nowhere();

    /** A migration to the host where the domain is. */
    protected abstract MigrationRequest home();

    /** A definition of a guest that changes its memory faster than {@link #slowly} can be copied. */
    protected abstract DomainDefinition restless(String name) throws Exception;

    /** So little bandwidth that copying a restless guest takes some seconds. */
    protected DataRate slowly() {
        return DataRate.ofMebibytes(1);
    }

    /** A new run of a restless guest has begun; tells the engine of it, if it has to know. */
    protected void awaitRestless(Domain domain) throws Exception {
        awaitUp(domain);
    }

    /** The guest goes on there with what it did here: fails unless it does. */
    protected abstract void requireUnbroken(Domain domain) throws Exception;

    @BeforeEach
    final void openOtherEngine() throws Exception {
        there = openOther();
        listening = there.listen(arrivals);
    }

    @AfterEach
    final void closeOtherEngine() throws Exception {
        listening.close();
        for (DomainId id : travellers) {
            takeDown(there, id);
        }
        there.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The engine of the other host. */
    protected final Hypervisor there() {
        return there;
    }

    protected final Migration migration() {
        return engine().migration();
    }

    /** A domain that may be moved. */
    protected final Domain traveller(Domain domain) {
        travellers.add(domain.id());
        return domain;
    }

    /** A new domain that runs and may be moved. */
    protected final Domain calm() throws Exception {
        return traveller(running());
    }

    /** A new domain that runs, and that no slow migration catches up with. */
    protected final Domain busy() throws Exception {
        Domain domain = traveller(defined(restless(freshName())));
        engine().perform(LifecycleAction.START, domain.id());
        awaitRestless(domain);
        return engine().domain(domain.id());
    }

    private void need(MigrationFeature feature) {
        assumeTrue(migration().offers(feature), () -> "the engine does not offer " + feature);
    }

    /** Begins a migration and returns when it can be seen. */
    protected final Future<MigrationResult> begin(Domain domain, MigrationRequest request) throws Exception {
        Future<MigrationResult> result = threads.submit(() -> migration().migrate(domain.id(), request));
        long end = System.nanoTime() + patience().toNanos();
        while (progress(domain) == null && !result.isDone()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no migration of '" + domain.name() + "' is to be seen");
            }
            Thread.onSpinWait();
        }
        return result;
    }

    private Progress progress(Domain domain) {
        try {
            return engine().work().progress(domain.id());
        } catch (HypervisorException e) {
            return null; // it has just gone
        }
    }

    /** Lets time pass until a migration is over. */
    protected final MigrationResult result(Future<MigrationResult> migration) throws Exception {
        long end = System.nanoTime() + patience().toNanos();
        while (!migration.isDone()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the migration does not end");
            }
            pass(Duration.ofMillis(100));
        }
        try {
            return migration.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private MigrationResult migrate(Domain domain, MigrationRequest request) throws Exception {
        return result(begin(domain, request));
    }

    private DomainState stateThere(Domain domain) throws HypervisorException {
        return there.domain(domain.id()).state();
    }

    private void requireHere(Domain domain) throws Exception {
        assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        refused(Reason.NOT_FOUND, () -> there.domain(domain.id()));
        requireUnbroken(domain);
    }

    private static List<Kind> kinds(List<MigrationObstacle> obstacles) {
        return obstacles.stream().map(MigrationObstacle::kind).toList();
    }

    @Nested
    class Live {
        @Test
        @Requirement({"VMLIVMIG2", "VMLIVMIG9"})
        void bringsTheRunThereWithAllThatItIsMadeOf() throws Exception {
            Domain domain = calm();
            DomainDefinition before = engine().definition(domain.id(), Configuration.DEFINED);

            MigrationResult result = migrate(domain, request());

            Domain arrived = there.domain(domain.id());
            assertThat(arrived.state()).isEqualTo(DomainState.RUNNING);
            assertThat(arrived.name()).isEqualTo(domain.name());
            assertThat(arrived.persistent()).isTrue();
            assertThat(result.name()).isEqualTo(domain.name());
            assertThat(result.isForced()).isFalse();
            DomainDefinition after = there.definition(domain.id(), Configuration.DEFINED);
            assertThat(after.disks()).isEqualTo(before.disks());
            assertThat(after.processors()).isEqualTo(before.processors());
            assertThat(after.memory()).isEqualTo(before.memory());
            assertThat(after.metadata()).isEqualTo(before.metadata());
            refused(Reason.NOT_FOUND, () -> engine().domain(domain.id()));
            requireUnbroken(domain);
        }

        @Test
        @Requirement({"VMLIVMIG6", "VMLIVMIG7"})
        void isToldOnBothSides() throws Exception {
            Domain domain = calm();

            migrate(domain, request());

            events().await(MigrationIterated.class, domain.id(), patience());
            awaitMove(events(), domain, DomainState.SHUT_OFF);
            awaitMove(arrivals, domain, DomainState.RUNNING);
        }

        private void awaitMove(RecordedEvents events, Domain domain, DomainState state) throws Exception {
            events.await(
                    "moved, " + state,
                    event -> event instanceof DomainStateChanged changed
                            && changed.id().equals(domain.id())
                            && changed.state() == state
                            && changed.reason() == StateReason.MIGRATION,
                    patience());
        }

        @Test
        void leavesTheDefinitionWhereItIsIfAskedTo() throws Exception {
            Domain domain = calm();

            migrate(domain, request().withDefinitions(true, false));

            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.SHUT_OFF);
            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void mayGiveItAnotherName() throws Exception {
            need(MigrationFeature.NEW_NAME);
            Domain domain = calm();

            MigrationResult result = migrate(domain, request().withNewName(domain.name() + "-b"));

            assertThat(result.name()).isEqualTo(domain.name() + "-b");
            assertThat(there.domain(domain.id()).name()).isEqualTo(domain.name() + "-b");
        }

        @Test
        void keepsAPausedDomainPaused() throws Exception {
            Domain domain = calm();
            engine().perform(LifecycleAction.PAUSE, domain.id());

            migrate(domain, request());

            assertThat(stateThere(domain)).isEqualTo(DomainState.PAUSED);
        }

        @Test
        @Requirement("VMLIVMIG10")
        void goesOnForTwoAtOnce() throws Exception {
            Domain one = calm();
            Domain two = calm();

            Future<MigrationResult> first = begin(one, request());
            Future<MigrationResult> second = begin(two, request());
            result(first);
            result(second);

            assertThat(stateThere(one)).isEqualTo(DomainState.RUNNING);
            assertThat(stateThere(two)).isEqualTo(DomainState.RUNNING);
            requireUnbroken(one);
            requireUnbroken(two);
        }

        @Test
        void tellsHowFarItIsAndIsEndedOnWish() throws Exception {
            Domain domain = busy();
            Future<MigrationResult> migration = begin(domain, request().withBandwidth(slowly()));
            pass(Duration.ofSeconds(2));

            Progress progress = progress(domain);
            assertThat(progress).isNotNull();
            assertThat(progress.percent()).isBetween(1, 99);
            assertThat(progress.elapsed()).isPositive();
            engine().work().abort(domain.id());

            assertThat(refused(Reason.INVALID_STATE, () -> result(migration)))
                    .hasMessageContaining(domain.name())
                    .hasMessageContaining("here");
            requireHere(domain);
        }

        @Test
        @Requirement("VMLIVMIG8")
        void isGivenUpWhenItTakesTooLong() throws Exception {
            Domain domain = busy();

            assertThat(refused(
                            Reason.TIMEOUT,
                            () -> migrate(
                                    domain,
                                    request()
                                            .withBandwidth(slowly())
                                            .withMaximumTime(Duration.ofSeconds(2), TimeoutPolicy.ABORT))))
                    .hasMessageContaining("2000 ms")
                    .hasMessageContaining("here");
            requireHere(domain);
        }

        @Test
        @Requirement("VMLIVMIG8")
        void isForcedByStandingStillWhenItTakesTooLong() throws Exception {
            Domain domain = busy();

            MigrationResult result = migrate(
                    domain,
                    request().withBandwidth(slowly()).withMaximumTime(Duration.ofSeconds(6), TimeoutPolicy.PAUSE));

            assertThat(result.isForced()).isTrue();
            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
            requireUnbroken(domain);
        }

        @Test
        @Requirement("VMLIVMIG8")
        void isForcedByMovingBeforeItsMemory() throws Exception {
            need(MigrationFeature.POST_COPY);
            Domain domain = busy();

            MigrationResult result = migrate(
                    domain,
                    request().withBandwidth(slowly()).withMaximumTime(Duration.ofSeconds(3), TimeoutPolicy.POST_COPY));

            assertThat(result.isForced()).isTrue();
            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
            requireUnbroken(domain);
        }

        @Test
        @Requirement("VMLIVMIG4")
        void movesBeforeItsMemoryAfterTheFirstPass() throws Exception {
            need(MigrationFeature.POST_COPY);
            Domain domain = busy();

            MigrationResult result = migrate(
                    domain,
                    request()
                            .withBandwidth(DataRate.ofMebibytes(4))
                            .withPostCopy(true)
                            .withMaximumDowntime(Duration.ofMillis(50)));

            assertThat(result.isForced()).isFalse();
            assertThat(result.downtime() == null ? Duration.ZERO : result.downtime())
                    .isLessThan(Duration.ofSeconds(2));
            requireUnbroken(domain);
        }

        @Test
        @Requirement("VMLIVMIG4")
        void catchesUpOnceItMayTakeMore() throws Exception {
            Domain domain = busy();
            Future<MigrationResult> migration = begin(domain, request().withBandwidth(slowly()));
            pass(Duration.ofSeconds(1));

            migration().adjust(domain.id(), DataRate.ofMebibytes(500), Duration.ofSeconds(1));
            MigrationResult result = result(migration);

            assertThat(result.isForced()).isFalse();
            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
        }
    }

    @Nested
    class Otherwise {
        @Test
        void standsStillWhileItsMemoryIsCopied() throws Exception {
            Domain domain = busy();

            migrate(domain, request().withMode(Mode.PAUSED));

            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
            requireUnbroken(domain);
        }

        @Test
        void startsAnewThere() throws Exception {
            need(MigrationFeature.RESTART);
            Domain domain = calm();

            migrate(domain, request().withMode(Mode.RESTART));

            assertThat(stateThere(domain)).isEqualTo(DomainState.RUNNING);
            refused(Reason.NOT_FOUND, () -> engine().domain(domain.id()));
        }

        @Test
        void bringsADefinitionThatDoesNotRun() throws Exception {
            need(MigrationFeature.RESTART);
            Domain domain = traveller(defined());

            migrate(domain, request().withMode(Mode.RESTART));

            assertThat(stateThere(domain)).isEqualTo(DomainState.SHUT_OFF);
            refused(Reason.NOT_FOUND, () -> engine().domain(domain.id()));
        }
    }

    @Nested
    class BeforeItBegins {
        @Test
        void nothingStandsInTheWayOfARunningDomain() throws Exception {
            assertThat(migration().check(calm().id(), request())).isEmpty();
        }

        @Test
        void aDomainThatDoesNotRunCannotMoveLive() throws Exception {
            Domain domain = traveller(defined());

            assertThat(kinds(migration().check(domain.id(), request()))).containsExactly(Kind.STATE);
            refused(Reason.INVALID_STATE, () -> migrate(domain, request()));
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        void aHostThatDoesNotAnswerIsNamed() throws Exception {
            Domain domain = calm();

            List<MigrationObstacle> obstacles = migration().check(domain.id(), nowhere());

            assertThat(kinds(obstacles)).containsExactly(Kind.UNREACHABLE);
            assertThat(obstacles.get(0).message()).contains(nowhere().destination());
            refused(Reason.UNAVAILABLE, () -> migrate(domain, nowhere()));
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
            requireUnbroken(domain);
        }

        @Test
        void itsOwnHostIsNoOther() throws Exception {
            assertThat(kinds(migration().check(calm().id(), home()))).contains(Kind.SAME_HOST);
        }

        @Test
        void aNameThatIsTakenThereIsNamed() throws Exception {
            Domain domain = calm();
            traveller(there.define(bootable(domain.name())));

            List<MigrationObstacle> obstacles = migration().check(domain.id(), request());

            assertThat(kinds(obstacles)).containsExactly(Kind.TAKEN);
            assertThat(obstacles.get(0).message()).contains("'" + domain.name() + "'");
            refused(Reason.ALREADY_EXISTS, () -> migrate(domain, request()));
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
            requireUnbroken(domain);
        }

        @Test
        void whatMakesNoSenseIsRefused() throws Exception {
            Domain domain = calm();
            MigrationRequest senseless = request().withMaximumTime(Duration.ZERO, TimeoutPolicy.ABORT);

            assertThat(kinds(migration().check(domain.id(), senseless))).containsExactly(Kind.REQUEST);
            assertThat(refused(Reason.INVALID_DEFINITION, () -> migrate(domain, senseless)))
                    .hasMessageContaining("maximumTime");
        }

        @Test
        void whatTheEngineLacksIsRefusedWithTheReason() throws Exception {
            String reason = migration().missing().get(MigrationFeature.TRANSIENT);
            assumeTrue(reason != null, "the engine has it");
            Domain domain = calm();

            assertThat(refused(
                            Reason.UNSUPPORTED, () -> migrate(domain, request().withDefinitions(false, true))))
                    .hasMessageContaining(reason);
        }

        @Test
        void nobodyElsesDomainIsFound() {
            refused(Reason.NOT_FOUND, () -> migration().check(new DomainId(new UUID(4, 2)), request()));
        }

        @Test
        void noMigrationThatGoesOnCannotBeAdjusted() throws Exception {
            Domain domain = calm();

            refused(Reason.INVALID_STATE, () -> migration().adjust(domain.id(), slowly(), null));
        }
    }
}
