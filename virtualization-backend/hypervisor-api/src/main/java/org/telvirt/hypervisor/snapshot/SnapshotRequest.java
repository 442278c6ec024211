package org.telvirt.hypervisor.snapshot;

import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;

/**
 * What snapshot to take.
 *
 * @param description for people; may be empty
 * @param quiesce whether the guest is asked, by its agent, to bring its file systems to rest first
 */
public record SnapshotRequest(String name, String description, Scope scope, Location location, boolean quiesce) {
    /** Of everything, inside the disks. */
    public static SnapshotRequest full(String name) {
        return new SnapshotRequest(name, "", Scope.MEMORY_AND_DISKS, Location.INTERNAL, false);
    }

    /** Of the disks alone. */
    public static SnapshotRequest disks(String name, Location location) {
        return new SnapshotRequest(name, "", Scope.DISKS, location, false);
    }
}
