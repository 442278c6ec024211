package org.telvirt.hypervisor.simulated;

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

/** The actions that take their time just now. Safe for use by many threads. */
final class SlowActions implements LongWork {
    private final InstantSource clock;
    private final Map<DomainId, Slow> underWay = new ConcurrentHashMap<>();

    private record Slow(Instant begin, Duration time, CountDownLatch passed) {}

    SlowActions(InstantSource clock) {
        this.clock = clock;
    }

    void begin(DomainId id, Duration time, CountDownLatch passed) {
        underWay.put(id, new Slow(clock.instant(), time, passed));
    }

    /** Whether someone ended it before. */
    boolean end(DomainId id) {
        return underWay.remove(id) == null;
    }

    @Override
    public @Nullable Progress progress(DomainId domain) {
        Slow slow = underWay.get(domain);
        if (slow == null) {
            return null;
        }
        Duration elapsed = Duration.between(slow.begin, clock.instant());
        Duration remaining = slow.time.minus(elapsed);
        return new Progress(elapsed, remaining.isNegative() ? Duration.ZERO : remaining, null, null);
    }

    @Override
    public void abort(DomainId domain) throws HypervisorException {
        Slow slow = underWay.remove(domain);
        if (slow == null) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, "Cannot end the work on domain " + domain + ": there is none");
        }
        slow.passed.countDown();
    }
}
