package org.telvirt.hypervisor.libvirt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/** Lets one change of a domain at a time through. Safe for use by many threads. */
final class DomainLocks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws HypervisorException;
    }

    DomainLocks() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock(true);
        }
    }

    /**
     * @throws HypervisorException BUSY: another change of it takes too long; or of the work
     */
    <T> T with(DomainId id, Work<T> work) throws HypervisorException {
        ReentrantLock lock = stripes[Math.floorMod(id.hashCode(), STRIPES)];
        try {
            if (!lock.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new HypervisorException(Reason.BUSY, "Another change of domain " + id + " is under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HypervisorException(Reason.BUSY, "Gave up to change domain " + id, e);
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
