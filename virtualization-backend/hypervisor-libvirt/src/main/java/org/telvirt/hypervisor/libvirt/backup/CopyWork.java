package org.telvirt.hypervisor.libvirt.backup;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;

/**
 * QEMU's work on one backup, from libvirt's word that it has begun to its end, which libvirt tells by an event; twice a
 * second it is looked whether that was lost. libvirtd may be restarted meanwhile: QEMU goes on.
 */
final class CopyWork {
    private static final long LOOK_MILLIS = 500;
    private static final int BYTES = 1; // VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES

    /** How long libvirt may be away before we give up to wait. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final LibvirtConnection connection;
    private final DomainId id;
    private final String attempt;
    private final InstantSource clock;
    private final Collection<String> disks;
    private final Semaphore told = new Semaphore(0);
    private @Nullable DataRate bandwidth; // null: none is to be set, or it is
    private @Nullable HypervisorException unlimited;
    private Instant heard;

    /**
     * How the work ended.
     *
     * @param failure null: well
     * @param copied null: nobody can tell
     */
    record End(
            @Nullable HypervisorException failure, @Nullable ByteSize copied) {}

    /**
     * @param bandwidth of the copying of each disk; null: all there is
     */
    CopyWork(
            LibvirtConnection connection,
            InstantSource clock,
            DomainId id,
            String attempt,
            Collection<String> disks,
            @Nullable DataRate bandwidth) {
        this.connection = connection;
        this.clock = clock;
        this.id = id;
        this.attempt = attempt;
        this.disks = disks;
        this.bandwidth = bandwidth;
        this.heard = clock.instant();
    }

    /** It has just begun: what is copied before its bandwidth is limited is not. */
    void begun(LibvirtDomain domain) {
        if (bandwidth != null) {
            try {
                limit(domain, bandwidth);
                bandwidth = null;
            } catch (HypervisorException e) {
                told.release(); // the first look tries again, and then knows whether libvirt is away
            }
        }
    }

    /** Something has ended: time to look. On the event thread. */
    void tell() {
        told.release();
    }

    /**
     * Waits until it has ended. If whoever waits is interrupted, it is told to end.
     *
     * @throws HypervisorException UNAVAILABLE: libvirt has been away for too long, and QEMU may still be at it
     */
    End await() throws HypervisorException {
        boolean isInterrupted = false;
        try {
            End end = look();
            while (end == null) {
                isInterrupted |= !pause();
                end = look();
            }
            return unlimited == null ? end : new End(unlimited, null);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False: we were interrupted. */
    private boolean pause() {
        try {
            if (told.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                told.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            abort();
            return false;
        }
    }

    /** Tells QEMU to end it; if that cannot be said now, it goes on. */
    private void abort() {
        try {
            connection.call(on -> {
                try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                    return BackupLibrary.virDomainAbortJob(domain.pointer());
                }
            });
        } catch (HypervisorException e) {
            heard = clock.instant(); // gone with its run, or libvirt is away: the next look tells
        }
    }

    /** Null: it goes on, or libvirt is away. */
    private @Nullable End look() throws HypervisorException {
        try {
            Optional<End> end = connection.read(this::look);
            heard = clock.instant();
            return end.orElse(null);
        } catch (HypervisorException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return failed(Reason.INVALID_STATE, "its run ended meanwhile");
            } else if (bandwidth != null && e.reason() != Reason.UNAVAILABLE) {
                unlimited = e;
                bandwidth = null;
                abort();
            } else if (connection.isClosed()
                    || Duration.between(heard, clock.instant()).compareTo(SILENCE) > 0) {
                throw new HypervisorException(
                        Reason.UNAVAILABLE,
                        attempt + ": libvirt does not answer, and the copying may go on; its files end in .partial",
                        e);
            }
            return null;
        }
    }

    /** Empty: it goes on. */
    private Optional<End> look(Pointer on) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
            if (bandwidth != null) {
                limit(domain, bandwidth);
                bandwidth = null;
            }
            if (JobFigures.present(domain).isBackup()) {
                return Optional.empty();
            }
            return Optional.of(end(domain, JobFigures.last(domain)));
        }
    }

    private End end(LibvirtDomain domain, JobFigures last) {
        if (last.isWhole()) {
            return new End(null, last.copied());
        } else if (BackupLibrary.virDomainIsActive(domain.pointer()) == 0) {
            return failed(Reason.INVALID_STATE, "its run ended meanwhile");
        } else if (last.isCancelled()) {
            return failed(Reason.INVALID_STATE, "someone ended it");
        }
        String error = last.error();
        return error == null
                ? failed(Reason.INTERNAL, "libvirt does not tell how it ended")
                : new End(LibvirtErrors.of(attempt, error), null);
    }

    /** Bounds the copying of each disk, for which libvirt has no word at the beginning. */
    private void limit(LibvirtDomain domain, DataRate to) throws HypervisorException {
        for (String disk : disks) {
            if (BackupLibrary.virDomainBlockJobSetSpeed(domain.pointer(), disk, to.bytesPerSecond(), BYTES) < 0) {
                HypervisorException failure = LibvirtErrors.last(attempt + ": its bandwidth cannot be limited");
                if (failure.reason() != Reason.INVALID_STATE) { // else that disk is done
                    throw failure;
                }
            }
        }
    }

    private End failed(Reason reason, String cause) {
        return new End(new HypervisorException(reason, attempt + ": " + cause), null);
    }
}
