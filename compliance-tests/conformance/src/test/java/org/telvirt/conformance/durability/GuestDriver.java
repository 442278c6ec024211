package org.telvirt.conformance.durability;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.conformance.guest.GuestClient;
import org.telvirt.conformance.guest.GuestFacts;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;

/** One guest, to which one thing after the other is done until the server is gone. */
final class GuestDriver {
    private static final int ACTIVE = 2;
    private static final int INACTIVE = 3;
    private static final int SUSPENDED = 6;
    private static final int PAUSED = 9;
    private static final int[] SIZES = {32, 40, 48};

    private final HeartbeatGuest guest;
    private final Path image;
    private final PrivateLibvirtd other;
    private final Random random;
    private final Map<String, GuestFacts> snapshots = new HashMap<>(); // by name, what was so when each was taken
    private Kind preferred = Kind.MODIFY;
    private @Nullable GuestFacts certain;
    private @Nullable Deed pending;
    private int number;

    /** What is done. */
    enum Kind {
        DEFINE,
        MODIFY,
        SNAPSHOT,
        MIGRATE,
        OTHERWISE
    }

    /**
     * Something that is being done.
     *
     * @param name as {@link #toString} shows it
     * @param after what is so here when it is done; null: the guest is gone
     */
    private record Deed(Kind kind, String name, @Nullable GuestFacts after, Call call) {}

    /** Does something. */
    @FunctionalInterface
    private interface Call {
        void by(GuestClient client) throws CimException;
    }

    /**
     * @param image its disk, as qcow2
     * @param other where it migrates to
     */
    GuestDriver(HeartbeatGuest guest, Path image, PrivateLibvirtd other, Random random) {
        this.guest = guest;
        this.image = image;
        this.other = other;
        this.random = random;
    }

    String name() {
        return guest.name();
    }

    /** What is so for certain; null: there is no such guest. */
    synchronized @Nullable GuestFacts certain() {
        return certain;
    }

    /** What is to be done rather often. */
    synchronized void prefer(Kind kind) {
        preferred = kind;
    }

    /** What is being done; null: nothing. */
    synchronized @Nullable Kind doing() {
        Deed last = pending;
        return last == null ? null : last.kind;
    }

    /** Whether this is what is so for certain, or what would be if the last deed was done. */
    synchronized boolean explains(@Nullable GuestFacts found) {
        Deed last = pending;
        return Objects.equals(found, certain) || (last != null && Objects.equals(found, last.after));
    }

    /** What is found is what is so from now on. */
    synchronized void accept(@Nullable GuestFacts found) {
        certain = found;
        pending = null;
    }

    /** Does one thing after the other until the server is gone. */
    void run(RunningServer server) {
        try {
            GuestClient client = new GuestClient(server);
            for (; ; ) {
                Deed deed = next();
                begin(deed);
                deed.call.by(client);
                accept(deed.after);
                if (deed.kind == Kind.MIGRATE) {
                    forgetThere();
                }
            }
        } catch (CimException gone) {
            // the server was killed, as it should be; what was under way is in doubt
        }
    }

    /** Ends what has arrived at the other host, so that the guest can be defined here again. */
    void forgetThere() {
        other.virsh("destroy", guest.name());
        other.virsh("undefine", guest.name());
    }

    private synchronized void begin(Deed deed) {
        pending = deed;
    }

    private synchronized Deed next() {
        GuestFacts now = certain;
        if (now == null) {
            GuestFacts wanted = GuestFacts.defined(SIZES[0], "made " + ++number);
            return new Deed(Kind.DEFINE, "define", wanted, client -> client.define(guest, image, wanted));
        }
        if (now.state().equals("saved")) {
            return random.nextBoolean() ? state("restore", now, "running", ACTIVE) : destroy();
        }
        Kind kind = random.nextBoolean() ? preferred : Kind.values()[random.nextInt(Kind.values().length)];
        return switch (kind) {
            case DEFINE -> destroy(); // the next one defines it
            case MODIFY -> change(now);
            case SNAPSHOT -> now.snapshots().isEmpty() ? take(now) : goBackOrRemove(now);
            case MIGRATE -> now.snapshots().isEmpty() ? migrate(now) : remove(now);
            case OTHERWISE -> otherState(now);
        };
    }

    private Deed otherState(GuestFacts now) {
        return switch (now.state()) {
            case "running" ->
                random.nextBoolean()
                        ? state("suspend", now, "saved", SUSPENDED)
                        : state("pause", now, "paused", PAUSED);
            case "paused" -> state("resume", now, "running", ACTIVE);
            default -> state("start", now, "running", ACTIVE);
        };
    }

    private Deed change(GuestFacts now) {
        if (random.nextBoolean()) {
            String note = "changed " + ++number;
            return new Deed(Kind.MODIFY, "describe", now.withNote(note), client -> client.note(guest.name(), note));
        }
        long size = SIZES[random.nextInt(SIZES.length)];
        return new Deed(Kind.MODIFY, "resize", now.withMebibytes(size), client -> client.resize(guest.name(), size));
    }

    private Deed take(GuestFacts now) {
        String snapshot = "snapshot-" + ++number;
        TreeSet<String> more = new TreeSet<>(now.snapshots());
        more.add(snapshot);
        snapshots.put(snapshot, now);
        return new Deed(
                Kind.SNAPSHOT,
                "take " + snapshot,
                now.withSnapshots(more),
                client -> client.takeSnapshot(guest.name(), snapshot));
    }

    private Deed goBackOrRemove(GuestFacts now) {
        String snapshot = now.snapshots().first();
        GuestFacts then = snapshots.get(snapshot);
        return then == null || random.nextBoolean()
                ? remove(now)
                : new Deed(
                        Kind.SNAPSHOT,
                        "go back to " + snapshot,
                        then.withSnapshots(now.snapshots()),
                        client -> client.applySnapshot(guest.name(), snapshot));
    }

    private Deed remove(GuestFacts now) {
        String snapshot = now.snapshots().first();
        TreeSet<String> fewer = new TreeSet<>(now.snapshots());
        fewer.remove(snapshot);
        return new Deed(
                Kind.SNAPSHOT,
                "remove " + snapshot,
                now.withSnapshots(fewer),
                client -> client.removeSnapshot(guest.name(), snapshot));
    }

    private Deed migrate(GuestFacts now) {
        if (!now.state().equals("running")) {
            return now.state().equals("paused")
                    ? state("resume", now, "running", ACTIVE)
                    : state("start", now, "running", ACTIVE);
        }
        int bandwidth = random.nextInt(3); // MiB/s; 0: all there is
        return new Deed(
                Kind.MIGRATE,
                "migrate with " + bandwidth + " MiB/s",
                null,
                client -> client.finish(client.beginMigration(guest.name(), other.uri(), bandwidth, 0)));
    }

    private Deed state(String name, GuestFacts now, String then, int requested) {
        return new Deed(Kind.OTHERWISE, name, now.withState(then), client -> client.request(guest.name(), requested));
    }

    private Deed destroy() {
        return new Deed(Kind.DEFINE, "destroy", null, client -> client.destroy(guest.name()));
    }

    /** Stops the guest and removes it, after all. */
    void end(GuestClient client) throws CimException {
        GuestFacts now = certain();
        if (now != null && now.state().equals("running")) {
            client.request(guest.name(), INACTIVE);
        }
        if (now != null) {
            client.destroy(guest.name());
        }
    }

    @Override
    public synchronized String toString() {
        Deed last = pending;
        return guest.name() + ", which was " + certain + (last == null ? "" : ", to " + last.name + ": " + last.after);
    }
}
