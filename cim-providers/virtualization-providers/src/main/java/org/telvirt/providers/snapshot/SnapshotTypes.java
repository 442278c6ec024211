package org.telvirt.providers.snapshot;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.snapshot.SnapshotKind;

/** What SnapshotType calls the kinds of snapshots: 2 Full Snapshot, 3 Disk Snapshot. */
final class SnapshotTypes {
    private SnapshotTypes() {}

    static int number(SnapshotKind kind) {
        return kind == SnapshotKind.FULL ? 2 : 3;
    }

    /** The kind of this number; null: there is none. */
    static @Nullable SnapshotKind kind(long number) {
        for (SnapshotKind kind : SnapshotKind.values()) {
            if (number(kind) == number) {
                return kind;
            }
        }
        return null;
    }

    static CimValue values(Set<SnapshotKind> kinds) {
        return CimValues.uint16s(
                kinds.stream().mapToInt(SnapshotTypes::number).sorted().toArray());
    }
}
