package org.telvirt.hypervisor.definition.backup;

/** What an engine may be unable to do when it backs up domains. */
public enum BackupFeature {
    /** To copy the disks of a domain that runs at all. */
    BACKUP,
    /** {@link BackupRequest#checkpoint}, and to list and delete checkpoints. */
    CHECKPOINTS,
    /** {@link BackupRequest#since}. */
    INCREMENTAL,
    /** {@link BackupRequest#bandwidth}. */
    BANDWIDTH,
    /** {@link BackupRequest#quiesce}. */
    QUIESCE
}
