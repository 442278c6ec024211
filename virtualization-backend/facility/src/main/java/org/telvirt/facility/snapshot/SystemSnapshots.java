package org.telvirt.facility.snapshot;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;

/** The snapshots of virtual systems. They end with their system. Safe for use by many threads. */
public interface SystemSnapshots {
    /** The namespace of a system's metadata that names the snapshot that was last applied. */
    String LAST_APPLIED = "urn:telvirt:snapshot:1";

    /** Why there are no snapshots at all here; null: there are. */
    @Nullable
    String missing();

    /**
     * Those of a system, oldest first, as the engine last said. What others do with snapshots of a system is seen when
     * something happens to the system, or a minute later.
     *
     * @return empty: none, no such system, or the engine does not answer
     */
    List<SystemSnapshot> of(SystemId id);

    /** One of a system; null: there is none. */
    @Nullable
    SystemSnapshot find(SystemId id, String name);

    /** The one that was last applied to a system; null: none, or it is gone since. */
    @Nullable
    SystemSnapshot lastApplied(SystemId id);

    /** The kinds that can be taken of a system in its present state, and gone back to later. */
    Set<SnapshotKind> possible(SystemId id);

    /** Whether the guest of a system can be asked to bring its file systems to rest. */
    boolean canQuiesce(SystemId id);

    /**
     * Takes a snapshot; the system goes on as it was.
     *
     * @return its name
     * @throws FacilityException NOT_FOUND; ALREADY_EXISTS: the name is taken; INVALID_STATE: not in the present state;
     *     UNSUPPORTED; INVALID_ARGUMENT: the name; BUSY, INSUFFICIENT_RESOURCES, TIMEOUT, CANCELLED, UNAVAILABLE
     */
    Taken take(SystemId id, SnapshotWish wish) throws FacilityException;

    /** A snapshot that is taken, or being taken. */
    record Taken(String name, Outcome outcome) {}

    /**
     * Makes a system what it was: disks, what it is made of and, if the snapshot has it, the run. All that came after is
     * lost. Without a run the system is not active then.
     *
     * @throws FacilityException NOT_FOUND: the system or the snapshot; INVALID_STATE; UNSUPPORTED; BUSY, UNAVAILABLE
     */
    Outcome apply(SystemId id, String name) throws FacilityException;

    /**
     * Removes a snapshot; others stay.
     *
     * @throws FacilityException NOT_FOUND: the system or the snapshot; UNSUPPORTED; BUSY, UNAVAILABLE
     */
    Outcome remove(SystemId id, String name) throws FacilityException;
}
