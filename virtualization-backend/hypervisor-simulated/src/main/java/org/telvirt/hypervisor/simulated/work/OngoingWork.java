package org.telvirt.hypervisor.simulated.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.work.LongWork;
import org.telvirt.hypervisor.work.Progress;

/** What takes its time just now. Safe for use by many threads. */
public final class OngoingWork implements LongWork {
    private final InstantSource clock;
    private final Map<DomainId, Ongoing> underWay = new ConcurrentHashMap<>();

    /** An action of which nothing is known but its time. */
    private record Slow(InstantSource clock, Instant begin, Duration time, CountDownLatch passed) implements Ongoing {
        @Override
        public Progress progress() {
            Duration elapsed = Duration.between(begin, clock.instant());
            Duration remaining = time.minus(elapsed);
            return new Progress(elapsed, remaining.isNegative() ? Duration.ZERO : remaining, null, null);
        }

        @Override
        public void abort() {
            passed.countDown();
        }
    }

    /** With nothing under way. */
    public OngoingWork(InstantSource clock) {
        this.clock = clock;
    }

    /** An action begins that takes so long; whoever ends it before releases the latch. */
    public void begin(DomainId id, Duration time, CountDownLatch passed) {
        begin(id, new Slow(clock, clock.instant(), time, passed));
    }

    /** Something begins. */
    public void begin(DomainId id, Ongoing work) {
        underWay.put(id, work);
    }

    /** It is over; whether someone ended it before. */
    public boolean end(DomainId id) {
        return underWay.remove(id) == null;
    }

    @Override
    public @Nullable Progress progress(DomainId domain) {
        Ongoing work = underWay.get(domain);
        return work == null ? null : work.progress();
    }

    @Override
    public void abort(DomainId domain) throws HypervisorException {
        Ongoing work = underWay.get(domain);
        if (work == null) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, "Cannot end the work on domain " + domain + ": there is none");
        }
        underWay.remove(domain, work); // first: whoever waits for it looks here whether it was ended
        try {
            work.abort();
        } catch (HypervisorException e) {
            underWay.putIfAbsent(domain, work);
            throw e;
        }
    }
}
