package org.telvirt.hypervisor.simulated.backup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;

/** Makes backups of a simulated host slow, or fail, and shows what they leave. Safe for use by many threads. */
public interface BackupFaults {
    /**
     * Lets disks be copied at this rate from now on, however much backups may take; null, as it is at first: as fast as
     * they may, at once if nothing is said.
     */
    void slowBackups(@Nullable DataRate rate);

    /** Lets the next backup fail when it has copied so much, as when the disk is full where the copies go. */
    void failNextBackup(ByteSize after, HypervisorException failure);

    /** The files that backups have made and that are there, by path, those that are not whole with their ending. */
    Map<String, ByteSize> backupFiles();
}
