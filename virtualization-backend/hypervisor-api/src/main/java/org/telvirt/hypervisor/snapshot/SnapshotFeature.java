package org.telvirt.hypervisor.snapshot;

/** What an engine may be unable to do with snapshots. */
public enum SnapshotFeature {
    /** To have snapshots at all. */
    SNAPSHOTS,
    /** {@link Snapshot.Scope#MEMORY_AND_DISKS} in new files. */
    MEMORY_EXTERNAL,
    /** {@link Snapshot.Scope#DISKS} inside the disks while the domain runs. */
    DISKS_INTERNAL_WHILE_RUNNING,
    /** To go back to one in files of its own. */
    REVERT_EXTERNAL,
    /** To delete one in files of its own. */
    DELETE_EXTERNAL,
    /** {@link SnapshotRequest#quiesce}. */
    QUIESCE
}
