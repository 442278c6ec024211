package org.telvirt.hypervisor.simulated.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.simulated.backup.Shelf.Fault;
import org.telvirt.hypervisor.simulated.work.Ongoing;
import org.telvirt.hypervisor.work.Progress;

/**
 * The copying of one backup. It goes on at the moments at which something happens to it, on the timer's thread, whoever
 * waits for it. Safe for use by many threads.
 */
final class CopyRun implements Ongoing {
    private static final double NANOS = 1e9;

    /** Until it looks again whether the run still goes on. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Place place;
    private final DomainId id;
    private final Guest guest;
    private final long run;
    private final String attempt;
    private final Collection<String> files;
    private final ByteSize total;
    private final @Nullable DataRate rate;
    private final @Nullable Fault fault;
    private final Instant begun;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Instant ended; // null: it goes on
    private @Nullable HypervisorException failure;
    private @Nullable Future<?> next;

    /**
     * Takes hold of the domain; under the host's lock.
     *
     * @param rate null: all at once
     * @param fault null: it goes well
     */
    CopyRun(
            Place place,
            DomainId id,
            Guest guest,
            String attempt,
            Collection<String> files,
            ByteSize total,
            @Nullable DataRate rate,
            @Nullable Fault fault) {
        this.place = place;
        this.id = id;
        this.guest = guest;
        this.run = guest.run();
        this.attempt = attempt;
        this.files = files;
        this.total = total;
        this.rate = rate;
        this.fault = fault;
        this.begun = place.clock().instant();
        guest.busy("back up");
    }

    ByteSize total() {
        return total;
    }

    synchronized Duration elapsed() {
        return Duration.between(begun, ended == null ? place.clock().instant() : ended);
    }

    /**
     * Copies; waits until it is over.
     *
     * @throws HypervisorException why the copies are not whole
     */
    void perform() throws HypervisorException {
        place.work().begin(id, this);
        try {
            advance();
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(new HypervisorException(Reason.TIMEOUT, attempt + ": its caller was interrupted", e));
        }
        HypervisorException why = failure();
        if (why != null) {
            throw why;
        }
    }

    private synchronized @Nullable HypervisorException failure() {
        return failure;
    }

    private ByteSize copied() {
        double most = fault == null
                ? total.bytes()
                : Math.min(total.bytes(), fault.after().bytes());
        DataRate speed = rate;
        return new ByteSize((long)
                (speed == null
                        ? most
                        : Math.min(most, speed.bytesPerSecond() * elapsed().toNanos() / NANOS)));
    }

    private synchronized void advance() {
        if (ended != null) {
            return;
        }
        if (!goesOn()) {
            end(new HypervisorException(Reason.INVALID_STATE, attempt + ": its run ended meanwhile"));
        } else if (fault != null && copied().compareTo(fault.after()) >= 0) {
            end(new HypervisorException(
                    fault.failure().reason(), attempt + ": " + fault.failure().getMessage(), fault.failure()));
        } else if (copied().equals(total)) {
            end(null);
        } else {
            Duration wait = rest();
            Duration soon = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            next = place.timer().schedule(this::advance, soon.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Someone may pull the plug, or the guest may end, at any time. */
    private boolean goesOn() {
        try {
            return place.inside(() -> guest.isActive() && guest.run() == run);
        } catch (HypervisorException e) {
            return false; // not of the host by itself
        }
    }

    /** How long the rest takes, up to the fault if there is one. */
    private Duration rest() {
        DataRate speed = rate;
        if (speed == null) {
            return Duration.ZERO;
        }
        double most = fault == null
                ? total.bytes()
                : Math.min(total.bytes(), fault.after().bytes());
        long all = (long) Math.ceil(most / speed.bytesPerSecond() * NANOS);
        Duration left = Duration.ofNanos(all).minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Null: well. */
    private synchronized void end(@Nullable HypervisorException why) {
        if (ended != null) {
            return;
        }
        ended = place.clock().instant();
        failure = why;
        if (next != null) {
            next.cancel(false);
        }
        place.work().end(id);
        try {
            place.inside(() -> {
                if (guest.run() == run) {
                    guest.busy(null);
                }
                if (why == null) {
                    place.shelf().complete(files);
                }
                place.tell(new WorkEnded(place.clock().instant(), id, guest.name(), "backup", elapsed(), null));
                return id;
            });
        } catch (HypervisorException e) {
            failure = e;
        }
        over.countDown();
    }

    @Override
    public synchronized Progress progress() {
        return new Progress(elapsed(), rate == null ? null : rest(), total, copied());
    }

    @Override
    public void abort() {
        end(new HypervisorException(Reason.INVALID_STATE, attempt + ": someone ended it"));
    }
}
