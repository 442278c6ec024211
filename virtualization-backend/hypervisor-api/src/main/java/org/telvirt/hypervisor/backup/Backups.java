package org.telvirt.hypervisor.backup;

import java.util.List;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/** Copies the disks of domains that run. Safe for use by many threads. */
public interface Backups extends Offering<BackupFeature> {
    /** What the name of a file ends in while it is not whole. */
    String PARTIAL = ".partial";

    /**
     * Copies disks as they are at its beginning; the domain goes on meanwhile. Blocks until all copies are whole. {@link
     * org.telvirt.hypervisor.work.LongWork} tells how far it is and ends it. If it fails none of its files is left, nor
     * its checkpoint, unless the exception says what.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the domain, or the checkpoint since which; INVALID_STATE: it
     *     does not run, its run ended meanwhile, someone ended the backup, or the checkpoint cannot be used any more; BUSY:
     *     the engine is at other long work of it; INVALID_DEFINITION: the request makes no sense, or not of this domain;
     *     ALREADY_EXISTS: a file or the checkpoint; DENIED, INSUFFICIENT_RESOURCES: where the files go; TIMEOUT: its
     *     guest did not come to rest; UNAVAILABLE: the engine is gone, and nobody knows how the backup goes on
     */
    BackupResult backUp(DomainId domain, BackupRequest request) throws HypervisorException;

    /**
     * Brings to its end what a backup left whose caller is gone: whole copies get their names, others are removed with
     * the checkpoint.
     *
     * @param domain need not be there any more
     * @throws HypervisorException BUSY: the engine is still at it; UNAVAILABLE: it does not answer
     */
    BackupEnd settle(DomainId domain, BackupRemains remains) throws HypervisorException;

    /**
     * The checkpoints of a domain, oldest first. They end with the domain.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: there is no such domain
     */
    List<Checkpoint> checkpoints(DomainId domain) throws HypervisorException;

    /**
     * Forgets a checkpoint; changes since those before it are still known. No disk changes.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the domain or the checkpoint; INVALID_STATE: the domain's does
     *     not allow it
     */
    void deleteCheckpoint(DomainId domain, String checkpoint) throws HypervisorException;
}
