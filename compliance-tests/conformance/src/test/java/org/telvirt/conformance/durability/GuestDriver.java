package org.telvirt.conformance.durability;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;

/** One guest, to which one thing after the other is done until the server is gone. */
final class GuestDriver {
    private static final int COMPLETED = 0;
    private static final int ACTIVE = 2;
    private static final int INACTIVE = 3;
    private static final int SUSPENDED = 6;
    private static final int PAUSED = 9;
    private static final int[] SIZES = {32, 40, 48};

    private final HeartbeatGuest guest;
    private final Random random;
    private @Nullable GuestFacts certain;
    private @Nullable Deed pending;
    private int number;

    /**
     * Something that is being done.
     *
     * @param name as {@link #toString} shows it
     * @param after what is so when it is done; null: the guest is gone
     */
    private record Deed(String name, @Nullable GuestFacts after, Call call) {}

    /** Does something, and says what it returned. */
    @FunctionalInterface
    private interface Call {
        long by(GuestClient client) throws CimException;
    }

    GuestDriver(HeartbeatGuest guest, Random random) {
        this.guest = guest;
        this.random = random;
    }

    String name() {
        return guest.name();
    }

    /** What is so for certain; null: there is no such guest. */
    synchronized @Nullable GuestFacts certain() {
        return certain;
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
    void run(RunningServer server, CountDownLatch acknowledged) {
        try {
            GuestClient client = new GuestClient(server);
            for (; ; ) {
                Deed deed = next();
                begin(deed);
                long code = deed.call.by(client);
                if (code == COMPLETED) {
                    accept(deed.after);
                } else {
                    throw new AssertionError(deed.name + " of " + guest.name() + " returned " + code);
                }
                acknowledged.countDown();
            }
        } catch (CimException gone) {
            // the server was killed, as it should be; what was under way is in doubt
        }
    }

    private synchronized void begin(Deed deed) {
        pending = deed;
    }

    private synchronized Deed next() {
        GuestFacts now = certain;
        if (now == null) {
            GuestFacts wanted = new GuestFacts("shut off", SIZES[0], "made " + ++number);
            return new Deed("define", wanted, client -> client.define(guest, wanted));
        }
        if (!now.state().equals("saved") && random.nextInt(5) < 2) {
            return change(now);
        }
        return switch (now.state()) {
            case "running" ->
                random.nextBoolean()
                        ? state("suspend", now, "saved", SUSPENDED)
                        : random.nextBoolean() ? state("pause", now, "paused", PAUSED) : destroy();
            case "paused" -> state("resume", now, "running", ACTIVE);
            case "saved" -> random.nextBoolean() ? state("restore", now, "running", ACTIVE) : destroy();
            default -> random.nextInt(4) == 0 ? destroy() : state("start", now, "running", ACTIVE);
        };
    }

    private Deed change(GuestFacts now) {
        if (random.nextBoolean()) {
            String note = "changed " + ++number;
            return new Deed("describe", now.withNote(note), client -> client.note(guest.name(), note));
        }
        long size = SIZES[random.nextInt(SIZES.length)];
        return new Deed("resize", now.withMebibytes(size), client -> client.resize(guest.name(), size));
    }

    private Deed state(String name, GuestFacts now, String then, int requested) {
        return new Deed(name, now.withState(then), client -> client.request(guest.name(), requested));
    }

    private Deed destroy() {
        return new Deed("destroy", null, client -> client.destroy(guest.name()));
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
