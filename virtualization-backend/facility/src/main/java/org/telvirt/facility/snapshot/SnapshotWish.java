package org.telvirt.facility.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * What snapshot to take.
 *
 * @param name null: the facility chooses one
 * @param description for people; may be empty
 * @param quiesce whether the guest is asked, by its agent, to bring its file systems to rest first
 */
public record SnapshotWish(@Nullable String name, String description, SnapshotKind kind, boolean quiesce) {}
