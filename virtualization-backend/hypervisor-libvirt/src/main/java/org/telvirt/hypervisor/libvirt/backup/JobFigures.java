package org.telvirt.hypervisor.libvirt.backup;

import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.statistics.TypedParameters;

/**
 * What libvirt tells of a domain's work.
 *
 * @param type of virDomainJobType
 */
record JobFigures(int type, TypedParameters values) {
    private static final int NONE = 0;
    private static final int COMPLETED = 3;
    private static final int CANCELLED = 5;
    private static final long BACKUP = 9; // VIR_DOMAIN_JOB_OPERATION_BACKUP
    private static final int OF_THE_LAST = 1 | 2; // which others may want to read, too

    /**
     * Of the work that goes on; none of a domain that does not run.
     *
     * @throws HypervisorException it cannot be seen whether there is any
     */
    static JobFigures present(LibvirtDomain domain) throws HypervisorException {
        return read(domain, 0);
    }

    /**
     * Of the work that ended last in this run of the domain.
     *
     * @throws HypervisorException it cannot be seen
     */
    static JobFigures last(LibvirtDomain domain) throws HypervisorException {
        return read(domain, OF_THE_LAST);
    }

    private static JobFigures read(LibvirtDomain domain, int flags) throws HypervisorException {
        IntByReference type = new IntByReference();
        PointerByReference values = new PointerByReference();
        IntByReference count = new IntByReference();
        if (BackupLibrary.virDomainGetJobStats(domain.pointer(), type, values, count, flags) < 0) {
            HypervisorException failure = LibvirtErrors.last("Cannot see the work on '" + domain.name() + "'");
            if (failure.reason() != Reason.INVALID_STATE) {
                throw failure;
            }
        }
        if (values.getValue() == null) {
            return new JobFigures(NONE, TypedParameters.none());
        }
        try {
            return new JobFigures(type.getValue(), TypedParameters.read(values.getValue(), count.getValue()));
        } finally {
            BackupLibrary.virTypedParamsFree(values.getValue(), count.getValue());
        }
    }

    /** Whether there is any work. */
    boolean isThere() {
        return type != NONE;
    }

    boolean isBackup() {
        Long operation = values.count("operation");
        return isThere() && operation != null && operation == BACKUP;
    }

    boolean isWhole() {
        return isBackup() && type == COMPLETED;
    }

    boolean isCancelled() {
        return isBackup() && type == CANCELLED;
    }

    /** Why it failed; null: nobody said. */
    @Nullable
    String error() {
        return isBackup() ? values.text("errmsg") : null;
    }

    /** What was copied; null: nobody can tell. */
    @Nullable
    ByteSize copied() {
        Long bytes = values.count("disk_processed");
        return bytes == null ? null : new ByteSize(bytes);
    }
}
