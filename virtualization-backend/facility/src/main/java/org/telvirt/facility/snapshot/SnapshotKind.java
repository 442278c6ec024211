package org.telvirt.facility.snapshot;

/** What a snapshot keeps. */
public enum SnapshotKind {
    /** All there is: disks, and the run of a system that is active. */
    FULL,
    /** The disks, as after pulling the plug. */
    DISKS
}
