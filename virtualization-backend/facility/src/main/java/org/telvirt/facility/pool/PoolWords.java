package org.telvirt.facility.pool;

import org.jspecify.annotations.Nullable;

/** What pools are called where people read it. */
final class PoolWords {
    private static final long MIB = 1L << 20;

    private PoolWords() {}

    /** The name of a pool of the host's own. */
    static String name(PoolId id) {
        String storage = id.storageName();
        String network = id.networkName();
        if (storage != null) {
            return "Storage pool " + storage;
        } else if (network != null) {
            return "Network " + network;
        }
        boolean pages = !id.equals(PoolId.host(id.kind()));
        return switch (id.kind()) {
            case PROCESSOR -> "Processors of the host";
            case MEMORY -> pages ? "Memory of the host in large pages" : "Memory of the host";
            case STORAGE -> "Files and devices of the host outside storage pools";
            case NETWORK -> "Bridges and other connections of the host";
            case OPTICAL -> "Drives for CDs";
            case FLOPPY -> "Drives for floppy disks";
            case SERIAL -> "Serial ports";
            case GRAPHICS -> "Graphical consoles";
            case DEVICE -> "Devices of the host to pass through";
        };
    }

    /** A pool in a sentence, such as {@code memory pool} or {@code memory pool 'hlr'}. */
    static String of(PoolId id, @Nullable String childName) {
        String name = childName != null ? childName : id.storageName();
        boolean pages = childName == null && id.kind() == PoolKind.MEMORY && !id.equals(PoolId.host(PoolKind.MEMORY));
        return id.kind().word() + " pool" + (name == null ? "" : " '" + name + "'") + (pages ? " of large pages" : "");
    }

    /** Such as {@code 1024 MiB free, 2048 MiB reserved by its definition}; what is free is rounded down. */
    static String pair(PoolKind kind, long free, long asked, boolean byMany) {
        boolean inMebibytes = kind != PoolKind.PROCESSOR && asked % MIB == 0;
        return kind.amount(inMebibytes ? free - free % MIB : free) + " free, " + kind.amount(asked)
                + (byMany ? " reserved by their definitions" : " reserved by its definition");
    }
}
