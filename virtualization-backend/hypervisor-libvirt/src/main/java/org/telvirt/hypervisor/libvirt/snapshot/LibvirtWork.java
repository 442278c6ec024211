package org.telvirt.hypervisor.libvirt.snapshot;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.work.LongWork;
import org.telvirt.hypervisor.work.Progress;

/** libvirt's jobs, of which a domain has one at most. Safe for use by many threads. */
public final class LibvirtWork implements LongWork {
    // struct virDomainJobInfo: a type, milliseconds elapsed and remaining, bytes in all, processed and left, …
    private static final int JOB_BYTES = 96;
    private static final int JOB_ELAPSED = 8;
    private static final int JOB_REMAINING = 16;
    private static final int JOB_TOTAL = 24;
    private static final int JOB_PROCESSED = 32;
    private static final int JOB_LEFT = 40;
    private static final int BOUNDED = 1;
    private static final int UNBOUNDED = 2;

    /** What libvirt says of a backup whose files it is still making, under a code that means nothing. */
    private static final String BACKUP_BEGINS = "backup job data missing";

    private final LibvirtConnection connection;

    public LibvirtWork(LibvirtConnection connection) {
        this.connection = connection;
    }

    @Override
    public @Nullable Progress progress(DomainId id) throws HypervisorException {
        Memory job = new Memory(JOB_BYTES);
        job.clear();
        int type = connection.read(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                if (SnapshotLibrary.virDomainGetJobInfo(domain.pointer(), job) < 0) {
                    HypervisorException failure =
                            LibvirtErrors.last("Cannot see how far the work on '" + domain.name() + "' is");
                    if (failure.reason() == Reason.INVALID_STATE) {
                        return 0; // one that does not run has none
                    } else if (failure.getMessage().endsWith(BACKUP_BEGINS)) {
                        return UNBOUNDED; // the figures are zeros
                    }
                    throw failure;
                }
                return job.getInt(0);
            }
        });
        return type == BOUNDED || type == UNBOUNDED ? progress(job) : null;
    }

    private static Progress progress(Pointer job) {
        long remaining = job.getLong(JOB_REMAINING);
        long total = job.getLong(JOB_TOTAL);
        return new Progress(
                Duration.ofMillis(job.getLong(JOB_ELAPSED)),
                remaining == 0 ? null : Duration.ofMillis(remaining),
                total == 0 ? null : new ByteSize(total),
                total == 0 ? null : new ByteSize(processed(job, total)));
    }

    /** Pages of zeros cost next to nothing, so that what was sent says less than what is left. */
    private static long processed(Pointer job, long total) {
        long left = job.getLong(JOB_LEFT);
        return left == 0 || left > total ? Math.min(total, job.getLong(JOB_PROCESSED)) : total - left;
    }

    @Override
    public void abort(DomainId id) throws HypervisorException {
        connection.call(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                if (SnapshotLibrary.virDomainAbortJob(domain.pointer()) < 0) {
                    throw LibvirtErrors.last("Cannot end the work on '" + domain.name() + "'");
                }
                return id;
            }
        });
    }
}
