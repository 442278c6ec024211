package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Files;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Format;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.work.Progress;

/** What every engine that backs up domains has to do. */
@Timeout(300)
public abstract class BackupContract extends EngineBench {
    private static final DataRate SLOWLY = DataRate.ofMebibytes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A new folder where copies can go, as the engine's host sees it. */
    protected abstract String folder() throws Exception;

    /** The names of the files below such a folder, those that are not whole included. */
    protected abstract List<String> filesIn(String folder) throws Exception;

    /** A definition of a guest whose disk is so large that it is not copied within seconds at a MiB in each. */
    protected abstract DomainDefinition bulky(String name) throws Exception;

    /** A definition of a guest with the disks {@code vda} and {@code vdb}, and an empty drive for CDs. */
    protected abstract DomainDefinition onTwoDisks(String name) throws Exception;

    /** Changes something on the disk of a guest that runs. */
    protected abstract void write(Domain domain) throws Exception;

    @AfterEach
    final void endThreads() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    protected final Backups backups() {
        return engine().backups();
    }

    /** A new domain of this definition that runs. */
    protected final Domain started(DomainDefinition definition) throws Exception {
        Domain domain = defined(definition);
        engine().perform(LifecycleAction.START, domain.id());
        awaitUp(domain);
        return engine().domain(domain.id());
    }

    protected final Domain bulky() throws Exception {
        return started(bulky(freshName()));
    }

    /** Begins a backup and returns when it can be seen. */
    protected final Future<BackupResult> begin(Domain domain, BackupRequest request) throws Exception {
        Future<BackupResult> result = threads.submit(() -> backups().backUp(domain.id(), request));
        long end = System.nanoTime() + patience().toNanos();
        while (!isSeen(engine().work().progress(domain.id())) && !result.isDone()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no backup of '" + domain.name() + "' is to be seen");
            }
            Thread.onSpinWait();
        }
        return result;
    }

    private static boolean isSeen(@Nullable Progress progress) {
        return progress != null && progress.total() != null;
    }

    /** Lets time pass until a backup is over. */
    protected final BackupResult result(Future<BackupResult> backup) throws Exception {
        long end = System.nanoTime() + patience().toNanos();
        while (!backup.isDone()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the backup does not end");
            }
            pass(Duration.ofMillis(100));
        }
        try {
            return backup.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    protected final BackupResult backUp(Domain domain, BackupRequest request) throws Exception {
        return result(threads.submit(() -> backups().backUp(domain.id(), request)));
    }

    private HypervisorException refused(Reason reason, Domain domain, BackupRequest request) {
        return refused(reason, () -> backUp(domain, request));
    }

    private DomainState state(Domain domain) throws HypervisorException {
        return engine().domain(domain.id()).state();
    }

    @Nested
    class InFull {
        @Test
        void copiesAllDisksWhileTheDomainGoesOn() throws Exception {
            Domain domain = running();
            String folder = folder();

            BackupResult result = backUp(domain, BackupRequest.full(folder));

            String file = folder + "/" + domain.name() + "-vda.qcow2";
            assertThat(result.disks()).extracting(BackupResult.DiskCopy::disk).containsExactly("vda");
            assertThat(result.disks()).extracting(BackupResult.DiskCopy::file).containsExactly(file);
            assertThat(result.disks().get(0).size().bytes()).isPositive();
            assertThat(result.checkpoint()).isNull();
            assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2");
            assertThat(state(domain)).isEqualTo(DomainState.RUNNING);
            assertThat(engine().work().progress(domain.id())).isNull();
        }

        @Test
        void copiesThoseThatAreChosenToWhereItIsSaid() throws Exception {
            Domain domain = running();
            String folder = folder();
            Files chosen = new Files(new TreeMap<>(Map.of("vda", folder + "/first disk & more.raw")));

            backUp(domain, BackupRequest.full(folder).withDestination(chosen).withFormat(Format.RAW));

            assertThat(filesIn(folder)).containsExactly("first disk & more.raw");
        }

        @Test
        void leavesOutWhatIsNotChosenOrIsNoDisk() throws Exception {
            Domain domain = started(onTwoDisks(freshName()));
            String folder = folder();
            Files chosen = new Files(new TreeMap<>(Map.of("vdb", folder + "/b.qcow2")));

            backUp(domain, BackupRequest.full(folder).withDestination(chosen).withCheckpoint("second"));
            assertThat(filesIn(folder)).containsExactly("b.qcow2");
            BackupResult all = backUp(domain, BackupRequest.full(folder).withCheckpoint("both"));

            assertThat(filesIn(folder))
                    .containsExactly("b.qcow2", domain.name() + "-vda.qcow2", domain.name() + "-vdb.qcow2");
            assertThat(all.disks()).extracting(BackupResult.DiskCopy::disk).containsExactly("vda", "vdb");
            assertThat(backups().checkpoints(domain.id()))
                    .extracting(one -> String.join(" ", one.disks()))
                    .containsExactly("vdb", "vda vdb");
            refused(Reason.INVALID_STATE, domain, BackupRequest.full(folder()).withSince("second"));
        }

        @Test
        void copiesAPausedDomain() throws Exception {
            Domain domain = running();
            engine().perform(LifecycleAction.PAUSE, domain.id());
            String folder = folder();

            backUp(domain, BackupRequest.full(folder));

            assertThat(filesIn(folder)).hasSize(1);
            assertThat(state(domain)).isEqualTo(DomainState.PAUSED);
        }

        @Test
        void tellsItsEnd() throws Exception {
            Domain domain = running();

            backUp(domain, BackupRequest.full(folder()));

            events().await(
                            "that a backup ended",
                            event -> event instanceof WorkEnded ended
                                    && ended.id().equals(domain.id())
                                    && ended.work().equals("backup"),
                            patience());
        }
    }

    @Nested
    class SinceACheckpoint {
        @Test
        void copiesWhatHasChanged() throws Exception {
            Domain domain = running();
            String first = folder();
            BackupResult full = backUp(domain, BackupRequest.full(first).withCheckpoint("monday"));
            write(domain);
            String second = folder();

            BackupResult changed = backUp(
                    domain, BackupRequest.full(second).withSince("monday").withCheckpoint("tuesday"));

            assertThat(full.checkpoint()).isEqualTo("monday");
            assertThat(changed.copied()).isNotNull();
            assertThat(changed.copied().bytes()).isBetween(1L, full.copied().bytes() / 2);
            assertThat(filesIn(second)).containsExactly(domain.name() + "-vda.qcow2");
            List<Checkpoint> checkpoints = backups().checkpoints(domain.id());
            assertThat(checkpoints).extracting(Checkpoint::name).containsExactly("monday", "tuesday");
            assertThat(checkpoints.get(1).parent()).isEqualTo("monday");
            assertThat(checkpoints.get(0).parent()).isNull();
            assertThat(checkpoints).allSatisfy(one -> assertThat(one.disks()).containsExactly("vda"));
        }

        @Test
        void goesBackBehindOneThatWasDeleted() throws Exception {
            Domain domain = running();
            BackupResult full = backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday"));
            write(domain);
            backUp(domain, BackupRequest.full(folder()).withSince("monday").withCheckpoint("tuesday"));

            backups().deleteCheckpoint(domain.id(), "tuesday");

            assertThat(backups().checkpoints(domain.id()))
                    .extracting(Checkpoint::name)
                    .containsExactly("monday");
            refused(Reason.NOT_FOUND, () -> backups().deleteCheckpoint(domain.id(), "tuesday"));
            BackupResult again = backUp(domain, BackupRequest.full(folder()).withSince("monday"));
            assertThat(again.copied().bytes()).isBetween(1L, full.copied().bytes() / 2);
        }

        @Test
        void isRefusedIfThereIsNoneOrItMakesNoSense() throws Exception {
            Domain domain = running();
            String folder = folder();
            BackupRequest request = BackupRequest.full(folder);

            assertThat(refused(Reason.NOT_FOUND, domain, request.withSince("never")))
                    .hasMessageContaining("'never'")
                    .hasMessageContaining("back up in full");
            refused(Reason.INVALID_DEFINITION, domain, request.withSince("x").withFormat(Format.RAW));
            refused(Reason.INVALID_DEFINITION, domain, request.withCheckpoint("a/b"));
            backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday"));
            refused(Reason.ALREADY_EXISTS, domain, request.withCheckpoint("monday"));
            assertThat(filesIn(folder)).isEmpty();
        }
    }

    @Nested
    class Refused {
        @Test
        void whileTheDomainDoesNotRunWithTheCure() throws Exception {
            Domain domain = defined();
            String folder = folder();

            assertThat(refused(Reason.INVALID_STATE, domain, BackupRequest.full(folder)))
                    .hasMessageContaining(domain.name())
                    .hasMessageContaining("activate it, or copy its volumes");
            assertThat(filesIn(folder)).isEmpty();
        }

        @Test
        void ofWhatIsNotThere() throws Exception {
            Domain domain = running();
            BackupRequest request = BackupRequest.full(folder());
            Files another = new Files(new TreeMap<>(Map.of("vdz", folder() + "/z.qcow2")));

            refused(Reason.NOT_FOUND, () -> backups().backUp(new DomainId(new UUID(1, 2)), request));
            assertThat(refused(Reason.INVALID_DEFINITION, domain, request.withDestination(another)))
                    .hasMessageContaining("no disk 'vdz', but vda");
            refused(Reason.INVALID_DEFINITION, domain, BackupRequest.full("relative"));
        }

        @Test
        void overAFileThatIsThere() throws Exception {
            Domain domain = running();
            String folder = folder();
            backUp(domain, BackupRequest.full(folder));

            assertThat(refused(Reason.ALREADY_EXISTS, domain, BackupRequest.full(folder)))
                    .hasMessageContaining(folder + "/" + domain.name() + "-vda.qcow2");
            assertThat(filesIn(folder)).hasSize(1);
        }

        @Test
        void besideAnother() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            Future<BackupResult> first =
                    begin(domain, BackupRequest.full(folder).withBandwidth(SLOWLY));

            HypervisorException refusal =
                    refused(Reason.BUSY, () -> backups().backUp(domain.id(), BackupRequest.full(folder())));

            assertThat(refusal).hasMessageContaining(domain.name());
            assertThat(first).isNotDone();
            engine().work().abort(domain.id());
            refused(Reason.INVALID_STATE, () -> result(first));
        }
    }

    @Nested
    class UnderWay {
        @Test
        void tellsHowFarItIsAndLeavesNothingWhenItIsEnded() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            Future<BackupResult> backup = begin(
                    domain, BackupRequest.full(folder).withBandwidth(SLOWLY).withCheckpoint("monday"));
            pass(Duration.ofSeconds(2));

            Progress progress = engine().work().progress(domain.id());
            assertThat(progress).isNotNull();
            assertThat(progress.percent()).isBetween(0, 99);
            assertThat(progress.total()).isNotNull();
            assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2" + Backups.PARTIAL);
            engine().work().abort(domain.id());

            assertThat(refused(Reason.INVALID_STATE, () -> result(backup)))
                    .hasMessageContaining(domain.name())
                    .hasMessageContaining("someone ended it");
            assertThat(filesIn(folder)).isEmpty();
            assertThat(backups().checkpoints(domain.id())).isEmpty();
            assertThat(state(domain)).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void leavesNothingWhenTheRunEnds() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            Future<BackupResult> backup =
                    begin(domain, BackupRequest.full(folder).withBandwidth(SLOWLY));

            engine().perform(LifecycleAction.STOP, domain.id());

            assertThat(refused(Reason.INVALID_STATE, () -> result(backup)))
                    .hasMessageContaining("its run ended meanwhile");
            assertThat(filesIn(folder)).isEmpty();
        }

        @Test
        void isNotSettled() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            BackupRequest request = BackupRequest.full(folder).withBandwidth(SLOWLY);
            Future<BackupResult> backup = begin(domain, request);
            BackupRemains remains =
                    new BackupRemains(List.of(folder + "/" + domain.name() + "-vda.qcow2"), null, Instant.EPOCH);

            refused(Reason.BUSY, () -> backups().settle(domain.id(), remains));

            engine().work().abort(domain.id());
            refused(Reason.INVALID_STATE, () -> result(backup));
            BackupEnd end = backups().settle(domain.id(), remains);
            assertThat(end.isWhole()).isFalse();
            assertThat(end.message()).isEqualTo("there is no backup");
        }
    }
}
