package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Transport;

/** A request as libvirt wants it: virDomainMigrateFlags and an array of struct virTypedParameter, which we free. */
final class Parameters implements AutoCloseable {
    private static final int LIVE = 1;
    private static final int PEER_TO_PEER = 1 << 1;
    private static final int TUNNELLED = 1 << 2;
    private static final int PERSIST_DESTINATION = 1 << 3;
    private static final int UNDEFINE_SOURCE = 1 << 4;
    private static final int NON_SHARED_DISK = 1 << 6;
    private static final int UNSAFE = 1 << 9;
    private static final int OFFLINE = 1 << 10;
    private static final int AUTO_CONVERGE = 1 << 13;
    private static final int POST_COPY = 1 << 15;
    private static final int TLS = 1 << 16;
    private static final long MEBIBYTE = 1 << 20;

    private final PointerByReference values = new PointerByReference();
    private final IntByReference count = new IntByReference();
    private final IntByReference most = new IntByReference();
    private final int flags;

    /**
     * @param isPersistent whether the domain has a definition here that would stay
     */
    Parameters(MigrationRequest request, boolean isPersistent) {
        flags = flags(request, isPersistent);
        add("destination_name", request.newName());
        if (request.transport() != Transport.TUNNELLED) {
            add("migrate_uri", request.dataAddress());
        }
        DataRate bandwidth = request.bandwidth();
        if (bandwidth != null && request.mode() != Mode.RESTART) {
            add("bandwidth", mebibytes(bandwidth));
            if ((flags & POST_COPY) != 0) {
                add("bandwidth.postcopy", mebibytes(bandwidth));
            }
        }
    }

    /** libvirt counts by MiB; less than one is one. */
    static long mebibytes(DataRate rate) {
        return Math.max(1, rate.bytesPerSecond() / MEBIBYTE);
    }

    private static int flags(MigrationRequest request, boolean isPersistent) {
        int flags = request.mode() == Mode.RESTART ? OFFLINE : 0;
        flags |= request.mode() == Mode.LIVE ? LIVE : 0;
        flags |= request.persistent() ? PERSIST_DESTINATION : 0;
        flags |= request.undefineSource() && isPersistent ? UNDEFINE_SOURCE : 0;
        if (request.mode() == Mode.RESTART) {
            return flags;
        }
        flags |= request.storage() == Storage.COPIED ? NON_SHARED_DISK : 0;
        flags |= request.storage() == Storage.SHARED_UNSEEN ? UNSAFE : 0;
        flags |= request.transport() == Transport.TLS ? TLS : 0;
        flags |= request.transport() == Transport.TUNNELLED ? PEER_TO_PEER | TUNNELLED : 0;
        flags |= request.autoConverge() ? AUTO_CONVERGE : 0;
        boolean mayPostCopy = request.postCopy() || request.timeoutPolicy() == TimeoutPolicy.POST_COPY;
        return flags | (mayPostCopy && request.mode() == Mode.LIVE ? POST_COPY : 0);
    }

    private void add(String name, @Nullable String value) {
        if (value != null) {
            MigrationLibrary.virTypedParamsAddString(values, count, most, name, value);
        }
    }

    private void add(String name, long value) {
        MigrationLibrary.virTypedParamsAddULLong(values, count, most, name, value);
    }

    int flags() {
        return flags;
    }

    @Nullable
    Pointer values() {
        return values.getValue();
    }

    int count() {
        return count.getValue();
    }

    @Override
    public void close() {
        MigrationLibrary.virTypedParamsFree(values.getValue(), count.getValue());
    }
}
