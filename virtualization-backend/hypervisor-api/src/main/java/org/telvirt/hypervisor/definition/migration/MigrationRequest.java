package org.telvirt.hypervisor.definition.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DataRate;

/**
 * Where a domain is to go, and how.
 *
 * @param destination the other host's engine, as a URI that this engine understands, or the name or address of a host
 *     alone, whose engine is then taken for one like this
 * @param mode what the guest notices
 * @param storage what becomes of its disks
 * @param transport how its memory gets there
 * @param dataAddress where the other host takes the memory, as a URI such as {@code tcp://10.0.0.2}; null: it says so
 *     itself
 * @param bandwidth that the migration may take; null: all there is
 * @param maximumDowntime for which the guest may stand still in the end, as a goal; null: as the engine sees fit
 * @param maximumTime in which it has to be done, more than zero
 * @param timeoutPolicy what happens when it is not done then
 * @param postCopy whether the guest moves before all its memory is there, once it has been copied the first time; a
 *     failure after that costs the run
 * @param autoConverge whether the guest is slowed down if it changes its memory faster than that can be copied
 * @param newName its name there; null: the same
 * @param persistent whether it has a definition there that outlives the run
 * @param undefineSource whether its definition here goes; else it stays, shut off
 */
public record MigrationRequest(
        String destination,
        Mode mode,
        Storage storage,
        Transport transport,
        @Nullable String dataAddress,
        @Nullable DataRate bandwidth,
        @Nullable Duration maximumDowntime,
        Duration maximumTime,
        TimeoutPolicy timeoutPolicy,
        boolean postCopy,
        boolean autoConverge,
        @Nullable String newName,
        boolean persistent,
        boolean undefineSource) {

    /** What a guest notices of its migration. */
    public enum Mode {
        /** Next to nothing: it runs while its memory is copied, and stands still for the last of it. */
        LIVE,
        /** It stands still while its memory is copied, and then goes on. */
        PAUSED,
        /** Its run ends at once here, if it has one, and then it starts anew there. Only its definition moves. */
        RESTART
    }

    /** What becomes of the disks. */
    public enum Storage {
        /** Both hosts see the same ones; the engine refuses if it cannot see that this is so. */
        SHARED,
        /** Both hosts see the same ones; whoever asks answers for it. */
        SHARED_UNSEEN,
        /** All that can be written are copied to disks of the same names there. */
        COPIED
    }

    /** How memory gets to the other host. */
    public enum Transport {
        TCP,
        /** Encrypted, with the certificates of the hosts. */
        TLS,
        /** Through the connection between the two engines, encrypted as that is. */
        TUNNELLED
    }

    /** What happens to a migration that takes too long. */
    public enum TimeoutPolicy {
        /** It is given up; the domain goes on here. */
        ABORT,
        /** The guest stands still until all is copied. */
        PAUSE,
        /** The guest moves at once, and its memory follows. */
        POST_COPY
    }

    /** A live migration that is given up after an hour, to a host that sees the same disks, leaving nothing here. */
    public static MigrationRequest live(String destination) {
        return new MigrationRequest(
                destination,
                Mode.LIVE,
                Storage.SHARED,
                Transport.TCP,
                null,
                null,
                null,
                Duration.ofHours(1),
                TimeoutPolicy.ABORT,
                false,
                false,
                null,
                true,
                true);
    }

    /** What it asks of an engine. */
    public Set<MigrationFeature> needs() {
        EnumSet<MigrationFeature> needs =
                EnumSet.of(mode == Mode.RESTART ? MigrationFeature.RESTART : MigrationFeature.RUNNING);
        need(needs, postCopy || timeoutPolicy == TimeoutPolicy.POST_COPY, MigrationFeature.POST_COPY);
        need(needs, autoConverge, MigrationFeature.AUTO_CONVERGE);
        need(needs, storage == Storage.COPIED, MigrationFeature.COPIED_STORAGE);
        need(needs, transport == Transport.TLS, MigrationFeature.TLS);
        need(needs, transport == Transport.TUNNELLED, MigrationFeature.TUNNELLED);
        need(needs, bandwidth != null, MigrationFeature.BANDWIDTH);
        need(needs, maximumDowntime != null, MigrationFeature.MAXIMUM_DOWNTIME);
        need(needs, newName != null, MigrationFeature.NEW_NAME);
        need(needs, !persistent, MigrationFeature.TRANSIENT);
        return needs;
    }

    private static void need(Set<MigrationFeature> needs, boolean isNeeded, MigrationFeature feature) {
        if (isNeeded) {
            needs.add(feature);
        }
    }

    /** What nobody can do, each by the field that says it; empty: it makes sense. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (destination.isBlank()) {
            violations.add("destination: there is none");
        }
        if (maximumTime.isNegative() || maximumTime.isZero()) {
            violations.add("maximumTime: " + maximumTime + " is no time at all");
        }
        if (maximumDowntime != null && maximumDowntime.toMillis() < 1) {
            violations.add("maximumDowntime: " + maximumDowntime + " is less than a millisecond");
        }
        if (bandwidth != null && bandwidth.bytesPerSecond() == 0) {
            violations.add("bandwidth: nothing gets through none");
        }
        if (mode != Mode.LIVE && postCopy) {
            violations.add("postCopy: only a guest that runs meanwhile can move before its memory");
        }
        if (mode == Mode.RESTART && !persistent) {
            violations.add("persistent: a migration that moves the definition alone cannot do without");
        }
        if (mode == Mode.RESTART && storage == Storage.COPIED) {
            violations.add("storage: a migration that moves the definition alone copies no disks");
        }
        if (newName != null && newName.isBlank()) {
            violations.add("newName: blank");
        }
        return violations;
    }

    public MigrationRequest withMode(Mode other) {
        Draft draft = new Draft(this);
        draft.mode = other;
        return draft.request();
    }

    public MigrationRequest withStorage(Storage other) {
        Draft draft = new Draft(this);
        draft.storage = other;
        return draft.request();
    }

    public MigrationRequest withTransport(Transport other, @Nullable String address) {
        Draft draft = new Draft(this);
        draft.transport = other;
        draft.dataAddress = address;
        return draft.request();
    }

    public MigrationRequest withBandwidth(@Nullable DataRate other) {
        Draft draft = new Draft(this);
        draft.bandwidth = other;
        return draft.request();
    }

    public MigrationRequest withMaximumDowntime(@Nullable Duration other) {
        Draft draft = new Draft(this);
        draft.maximumDowntime = other;
        return draft.request();
    }

    public MigrationRequest withMaximumTime(Duration other, TimeoutPolicy policy) {
        Draft draft = new Draft(this);
        draft.maximumTime = other;
        draft.timeoutPolicy = policy;
        return draft.request();
    }

    public MigrationRequest withPostCopy(boolean other) {
        Draft draft = new Draft(this);
        draft.postCopy = other;
        return draft.request();
    }

    public MigrationRequest withAutoConverge(boolean other) {
        Draft draft = new Draft(this);
        draft.autoConverge = other;
        return draft.request();
    }

    public MigrationRequest withNewName(@Nullable String other) {
        Draft draft = new Draft(this);
        draft.newName = other;
        return draft.request();
    }

    public MigrationRequest withDefinitions(boolean isPersistent, boolean undefinesSource) {
        Draft draft = new Draft(this);
        draft.persistent = isPersistent;
        draft.undefineSource = undefinesSource;
        return draft.request();
    }

    /** A request that is being changed. */
    private static final class Draft {
        private final String destination;
        private Mode mode;
        private Storage storage;
        private Transport transport;
        private @Nullable String dataAddress;
        private @Nullable DataRate bandwidth;
        private @Nullable Duration maximumDowntime;
        private Duration maximumTime;
        private TimeoutPolicy timeoutPolicy;
        private boolean postCopy;
        private boolean autoConverge;
        private @Nullable String newName;
        private boolean persistent;
        private boolean undefineSource;

        Draft(MigrationRequest from) {
            destination = from.destination;
            mode = from.mode;
            storage = from.storage;
            transport = from.transport;
            dataAddress = from.dataAddress;
            bandwidth = from.bandwidth;
            maximumDowntime = from.maximumDowntime;
            maximumTime = from.maximumTime;
            timeoutPolicy = from.timeoutPolicy;
            postCopy = from.postCopy;
            autoConverge = from.autoConverge;
            newName = from.newName;
            persistent = from.persistent;
            undefineSource = from.undefineSource;
        }

        MigrationRequest request() {
            return new MigrationRequest(
                    destination,
                    mode,
                    storage,
                    transport,
                    dataAddress,
                    bandwidth,
                    maximumDowntime,
                    maximumTime,
                    timeoutPolicy,
                    postCopy,
                    autoConverge,
                    newName,
                    persistent,
                    undefineSource);
        }
    }
}
