package org.telvirt.hypervisor.simulated.work;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;

/**
 * The copying of a memory that its guest keeps changing: each pass copies what was changed during the one before it. It
 * has caught up when what is left can be copied within the longest downtime. A guest changes half of its memory at most,
 * again and again, and what it changes before that has been copied counts once. Not safe for use by several threads.
 */
public final class PreCopy {
    private static final double NANOS = 1e9;
    private static final double FIRST_THROTTLE = 0.2;
    private static final double MORE_THROTTLE = 0.1;
    private static final double MOST_THROTTLE = 0.99;

    private final double memory;
    private final double changes; // bytes a second
    private final boolean converges;
    private @Nullable DataRate rate; // null: all at once
    private Duration downtime;
    private double left; // of this pass
    private double changed; // since it began
    private double throttle;
    private boolean standsStill;
    private double transferred;
    private int pass = 1;
    private Instant since;

    /**
     * Begins the first pass.
     *
     * @param rate of the copying; null: it takes no time
     * @param changes what the guest changes while it runs
     * @param downtime the longest
     * @param converges whether the guest is slowed down from pass to pass when it is too fast
     */
    public PreCopy(
            Instant now,
            ByteSize memory,
            @Nullable DataRate rate,
            DataRate changes,
            Duration downtime,
            boolean converges) {
        this.memory = memory.bytes();
        this.rate = rate;
        this.changes = changes.bytesPerSecond();
        this.downtime = downtime;
        this.converges = converges;
        this.left = memory.bytes();
        this.since = now;
    }

    /** Copies until now. */
    public void catchUp(Instant now) {
        double seconds = Duration.between(since, now).toNanos() / NANOS;
        DataRate speed = rate;
        double copied = speed == null ? left : Math.min(left, speed.bytesPerSecond() * seconds);
        left = left - copied < 1 ? 0 : left - copied;
        transferred += copied;
        if (!standsStill) {
            changed = Math.min((memory - left) / 2, changed + changes * (1 - throttle) * seconds);
        }
        since = now;
    }

    /** Whether all of this pass has been copied. */
    public boolean isPassOver() {
        return left == 0;
    }

    /** Whether what was changed during this pass can be copied while the guest stands still. */
    public boolean hasCaughtUp() {
        return isPassOver() && toCopy(changed).compareTo(downtime) <= 0;
    }

    /** Begins the next pass; its number. */
    public int nextPass() {
        if (converges && !standsStill) {
            throttle = throttle == 0 ? FIRST_THROTTLE : Math.min(MOST_THROTTLE, throttle + MORE_THROTTLE);
        }
        left = changed;
        changed = 0;
        pass++;
        return pass;
    }

    /** How long the rest of this pass takes. */
    public Duration restOfPass() {
        return toCopy(left);
    }

    /** How long all takes that is still to be copied if the guest changes nothing more. */
    public Duration rest() {
        return toCopy(left + changed);
    }

    private Duration toCopy(double bytes) {
        DataRate speed = rate;
        return speed == null || bytes == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(bytes / speed.bytesPerSecond() * NANOS));
    }

    /** The guest stands still, and changes nothing more. */
    public void standStill() {
        standsStill = true;
    }

    /** All that is left is one last pass: the guest runs elsewhere, or stands still. */
    public void lastPass() {
        standsStill = true;
        left += changed;
        changed = 0;
    }

    /** Copies at another rate; {@link #catchUp} first. */
    public void rate(DataRate other) {
        rate = other;
    }

    /** Aims at another downtime. */
    public void downtime(Duration other) {
        downtime = other;
    }

    /** What has gone over the network so far. */
    public ByteSize transferred() {
        return new ByteSize((long) transferred);
    }

    /** What is there already and has not been changed since. */
    public ByteSize done() {
        return new ByteSize((long) Math.max(0, memory - left - changed));
    }
}
