package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Transport;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.statistics.TypedParameters;
import org.telvirt.hypervisor.migration.MigrationResult;

/**
 * One migration of a run. libvirt's call has a thread of its own; the caller's looks after it: it sets the downtime, which
 * libvirt takes only when the work has begun, sends the guest ahead of its memory, and keeps the time.
 */
final class Flight {
    private static final long LOOK_MILLIS = 100;
    private static final int ABORTED = 78; // VIR_ERR_OPERATION_ABORTED
    private static final int UNSAFE = 81; // VIR_ERR_MIGRATE_UNSAFE
    private static final Duration REPRIEVE = Duration.ofSeconds(30);

    private final Link here;
    private final Link there;
    private final GuestHandle guest;
    private final MigrationRequest request;
    private final String attempt;
    private final InstantSource clock;
    private final Instant begun;
    private final boolean ran;
    private final AtomicReference<@Nullable Duration> wantedDowntime;
    private final AtomicReference<@Nullable DataRate> wantedBandwidth = new AtomicReference<>();
    private boolean isAhead;
    private boolean isForced;
    private boolean isLate;

    Flight(Link here, Link there, GuestHandle guest, MigrationRequest request, String attempt, InstantSource clock) {
        this.here = here;
        this.there = there;
        this.guest = guest;
        this.request = request;
        this.attempt = attempt;
        this.clock = clock;
        this.begun = clock.instant();
        this.ran = guest.state() == GuestHandle.RUNNING;
        this.wantedDowntime = new AtomicReference<>(request.maximumDowntime());
    }

    /** Brings it there; waits until it is. */
    MigrationResult perform(DomainId id, Executor executor) throws HypervisorException {
        CompletableFuture<@Nullable HypervisorException> call = new CompletableFuture<>();
        try {
            executor.execute(() -> call.complete(migrate()));
        } catch (RejectedExecutionException e) {
            throw new HypervisorException(Reason.UNAVAILABLE, attempt + ": we are closing", e);
        }
        HypervisorException failure = watch(call);
        if (failure != null) {
            throw failure;
        }
        Remains.requireNone(here, guest, attempt);
        try (GuestHandle arrived = GuestHandle.find(there, id)) {
            TypedParameters figures = arrived.completedJob();
            Long downtime = figures.count("downtime");
            Long data = figures.count("data_processed");
            return new MigrationResult(
                    arrived.name(),
                    elapsed(),
                    downtime == null ? null : Duration.ofMillis(downtime),
                    data == null ? null : new ByteSize(data),
                    isForced);
        }
    }

    /** On a thread of its own; null: it is there. */
    private @Nullable HypervisorException migrate() {
        try (Parameters parameters = new Parameters(request, guest.isPersistent())) {
            if (request.transport() == Transport.TUNNELLED) {
                int result = MigrationLibrary.virDomainMigrateToURI3(
                        guest.pointer(), there.uri(), parameters.values(), parameters.count(), parameters.flags());
                return result < 0 ? failure() : null;
            }
            Pointer arrived = MigrationLibrary.virDomainMigrate3(
                    guest.pointer(), there.connection(), parameters.values(), parameters.count(), parameters.flags());
            if (arrived == null) {
                return failure();
            }
            MigrationLibrary.virDomainFree(arrived);
            return null;
        }
    }

    private HypervisorException failure() {
        int code = LibvirtErrors.code();
        HypervisorException failure = LibvirtErrors.last(attempt);
        if (code == ABORTED) {
            return new HypervisorException(Reason.INVALID_STATE, attempt + ": someone ended it", failure);
        }
        if (code == UNSAFE) {
            return new HypervisorException(
                    Reason.UNSUPPORTED,
                    failure.getMessage() + "; have the disks copied, or answer for it that both hosts see them",
                    failure);
        }
        return there.isAlive() ? failure : new HypervisorException(Reason.UNAVAILABLE, failure.getMessage(), failure);
    }

    private Duration elapsed() {
        return Duration.between(begun, clock.instant());
    }

    private @Nullable HypervisorException watch(CompletableFuture<@Nullable HypervisorException> call) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    HypervisorException failure = call.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    return failure == null ? null : explained(failure);
                } catch (TimeoutException e) {
                    look();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                    MigrationLibrary.virDomainAbortJob(guest.pointer());
                } catch (ExecutionException e) {
                    return new HypervisorException(Reason.INTERNAL, attempt + ": a fault in Telvirt", e);
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** With where the domain is now. */
    private HypervisorException explained(HypervisorException failure) {
        Reason reason = isLate ? Reason.TIMEOUT : failure.reason();
        String message = isLate
                ? attempt + ": it was not done within " + request.maximumTime().toMillis() + " ms"
                : failure.getMessage();
        return new HypervisorException(reason, message + whereabouts(), failure);
    }

    private String whereabouts() {
        if (guest.state() == GuestHandle.PAUSED && ran && !guest.isElsewhere()) {
            MigrationLibrary.virDomainResume(guest.pointer());
        }
        int state = guest.state();
        boolean isHere = state == GuestHandle.RUNNING || (state == GuestHandle.PAUSED && !ran);
        return isHere ? "; the domain goes on here" : "; its run here is not what it was, see both hosts";
    }

    private void look() {
        TypedParameters figures = guest.job();
        if (figures.firstName().isEmpty()) {
            return; // it has not begun, or has just ended
        }
        Long memory = figures.count("memory_total");
        if (memory != null && memory > 0) { // what is set before libvirt sets it again
            adjust();
        }
        Long pass = figures.count("memory_iteration");
        if (request.postCopy() && !isAhead && pass != null && pass > 1) {
            isAhead = sendAhead();
        }
        enforce();
    }

    /** Has the migration changed when it next can be; null: as it is. */
    void adjust(@Nullable DataRate bandwidth, @Nullable Duration downtime) {
        if (bandwidth != null) {
            wantedBandwidth.set(bandwidth);
        }
        if (downtime != null) {
            wantedDowntime.set(downtime);
        }
    }

    private void adjust() {
        Duration downtime = wantedDowntime.get();
        if (downtime != null
                && MigrationLibrary.virDomainMigrateSetMaxDowntime(guest.pointer(), downtime.toMillis(), 0) == 0) {
            wantedDowntime.compareAndSet(downtime, null);
        }
        DataRate bandwidth = wantedBandwidth.get();
        if (bandwidth != null
                && MigrationLibrary.virDomainMigrateSetMaxSpeed(guest.pointer(), Parameters.mebibytes(bandwidth), 0)
                        == 0) {
            wantedBandwidth.compareAndSet(bandwidth, null);
        }
    }

    private boolean sendAhead() {
        return MigrationLibrary.virDomainMigrateStartPostCopy(guest.pointer(), 0) == 0;
    }

    private void enforce() {
        Duration elapsed = elapsed();
        Duration most = request.maximumTime();
        if (elapsed.compareTo(most) < 0) {
            return;
        }
        if (request.timeoutPolicy() == TimeoutPolicy.ABORT
                || elapsed.compareTo(most.multipliedBy(2).plus(REPRIEVE)) > 0) {
            isLate |= MigrationLibrary.virDomainAbortJob(guest.pointer()) == 0;
        } else if (!isForced && !isAhead) {
            isForced = request.timeoutPolicy() == TimeoutPolicy.POST_COPY
                    ? sendAhead()
                    : MigrationLibrary.virDomainSuspend(guest.pointer()) == 0;
            isAhead = isForced && request.timeoutPolicy() == TimeoutPolicy.POST_COPY;
        }
    }

    /** Ends the run here, brings the definition there, and begins a run there if there was one. */
    MigrationResult restart(DomainId id) throws HypervisorException {
        boolean wasActive = guest.isActive();
        if (wasActive) {
            GuestHandle.done(MigrationLibrary.virDomainDestroyFlags(guest.pointer(), 0), attempt);
        }
        HypervisorException failure = migrate();
        if (failure != null) {
            if (wasActive) {
                guest.start(failure.getMessage() + "; it cannot be started again here");
            }
            throw failure;
        }
        try (GuestHandle arrived = GuestHandle.find(there, id)) {
            if (wasActive) {
                arrived.start(attempt + ": its definition is there, but it does not start");
            }
            return new MigrationResult(
                    Objects.requireNonNullElse(request.newName(), guest.name()), elapsed(), null, null, false);
        }
    }
}
