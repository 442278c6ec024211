package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.libvirt.statistics.TypedParameters;

/** A reference to a domain on one end of a migration; whoever got it closes it. */
record GuestHandle(Pointer pointer, String name) implements AutoCloseable {
    static final int RUNNING = 1;
    static final int PAUSED = 3;

    private static final int UUID_CHARACTERS = 37;
    private static final int XML_SECURE = 1;
    private static final int JOB_COMPLETED = 1;

    /**
     * virDomainState and why; zeros: it cannot be seen.
     */
    record Condition(int state, int reason) {
        private static final int RUNNING_MIGRATED = 2; // VIR_DOMAIN_RUNNING_MIGRATED
        private static final int PAUSED_MIGRATION = 2; // VIR_DOMAIN_PAUSED_MIGRATION
        private static final int PAUSED_POST_COPY = 12; // VIR_DOMAIN_PAUSED_POSTCOPY
        private static final int PAUSED_POST_COPY_FAILED = 13; // VIR_DOMAIN_PAUSED_POSTCOPY_FAILED

        /** Whether it stands still at the end that it leaves, or at the one where it has not been let go on yet. */
        boolean standsStillForMigration() {
            return isWholeHere() || isAhead();
        }

        /** Whether it stands still for a migration and still has all of its memory. */
        boolean isWholeHere() {
            return state == PAUSED && reason == PAUSED_MIGRATION;
        }

        /** Whether it stands still since it has gone on at the other end with some of its memory or all of it. */
        boolean isAhead() {
            return state == PAUSED && (reason == PAUSED_POST_COPY || reason == PAUSED_POST_COPY_FAILED);
        }

        /** Whether it goes on at the end that it came to, with all of its memory. */
        boolean runsHavingArrived() {
            return state == RUNNING && reason == RUNNING_MIGRATED;
        }
    }

    static GuestHandle of(Pointer pointer) {
        return new GuestHandle(pointer, MigrationLibrary.virDomainGetName(pointer));
    }

    /**
     * Finds a domain.
     *
     * @throws HypervisorException NOT_FOUND
     */
    static GuestHandle find(Link link, DomainId id) throws HypervisorException {
        GuestHandle found = lookFor(link, id);
        if (found == null) {
            throw LibvirtErrors.last("Cannot find domain " + id);
        }
        return found;
    }

    /** The domain of this id; null: there is none. */
    static @Nullable GuestHandle lookFor(Link link, DomainId id) {
        Pointer found = MigrationLibrary.virDomainLookupByUUIDString(link.connection(), id.toString());
        return found == null ? null : of(found);
    }

    /** The domain of this name; null: there is none. */
    static @Nullable GuestHandle lookFor(Link link, String name) {
        Pointer found = MigrationLibrary.virDomainLookupByName(link.connection(), name);
        return found == null ? null : of(found);
    }

    String uuid() {
        byte[] text = new byte[UUID_CHARACTERS];
        MigrationLibrary.virDomainGetUUIDString(pointer, text);
        return new String(text, 0, UUID_CHARACTERS - 1, StandardCharsets.US_ASCII);
    }

    boolean isActive() {
        return MigrationLibrary.virDomainIsActive(pointer) == 1;
    }

    boolean isPersistent() {
        return MigrationLibrary.virDomainIsPersistent(pointer) == 1;
    }

    boolean hasSavedRun() {
        return MigrationLibrary.virDomainHasManagedSaveImage(pointer, 0) == 1;
    }

    /** How many snapshots it has; 0: or it cannot be seen, as where the driver has none. */
    int snapshots() {
        return Math.max(0, MigrationLibrary.virDomainSnapshotNum(pointer, 0));
    }

    /** How many checkpoints it has; 0: or it cannot be seen, as where the driver has none. */
    int checkpoints() {
        return Math.max(0, MigrationLibrary.virDomainListAllCheckpoints(pointer, null, 0));
    }

    /** virDomainState; 0: it cannot be seen. */
    int state() {
        return condition().state();
    }

    Condition condition() {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        return MigrationLibrary.virDomainGetState(pointer, state, reason, 0) < 0
                ? new Condition(0, 0)
                : new Condition(state.getValue(), reason.getValue());
    }

    /** Whether it stands still here because it has gone on at the other end, with some of its memory or all of it. */
    boolean isElsewhere() {
        return condition().isAhead();
    }

    /** What it is made of now. */
    String xml() throws HypervisorException {
        Pointer xml = MigrationLibrary.virDomainGetXMLDesc(pointer, XML_SECURE);
        if (xml == null) {
            throw LibvirtErrors.last("Cannot read the definition of '" + name + "'");
        }
        return OwnedString.take(xml);
    }

    /** The figures of the job that goes on; none: nothing goes on. */
    TypedParameters job() {
        return job(0);
    }

    /** The figures of the last job that was done. */
    TypedParameters completedJob() {
        return job(JOB_COMPLETED);
    }

    private TypedParameters job(int flags) {
        IntByReference type = new IntByReference();
        PointerByReference values = new PointerByReference();
        IntByReference count = new IntByReference();
        if (MigrationLibrary.virDomainGetJobStats(pointer, type, values, count, flags) < 0
                || values.getValue() == null) {
            return TypedParameters.none();
        }
        try {
            return type.getValue() == 0
                    ? TypedParameters.none()
                    : TypedParameters.read(values.getValue(), count.getValue());
        } finally {
            MigrationLibrary.virTypedParamsFree(values.getValue(), count.getValue());
        }
    }

    /** Nothing, if a call has not failed. */
    static void done(int result, String attempt) throws HypervisorException {
        if (result < 0) {
            throw LibvirtErrors.last(attempt);
        }
    }

    /**
     * Starts it.
     *
     * @param attempt what fails otherwise
     */
    void start(String attempt) throws HypervisorException {
        done(MigrationLibrary.virDomainCreate(pointer), attempt);
    }

    @Override
    public void close() {
        MigrationLibrary.virDomainFree(pointer);
    }
}
