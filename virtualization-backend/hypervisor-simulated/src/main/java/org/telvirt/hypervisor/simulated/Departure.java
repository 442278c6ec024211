package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.MigrationIterated;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.simulated.Faults.LeaderLoss;
import org.telvirt.hypervisor.simulated.work.Ongoing;
import org.telvirt.hypervisor.simulated.work.PreCopy;
import org.telvirt.hypervisor.work.Progress;

/**
 * One migration. It goes on at the moments at which something happens to it, on the timer's thread, so that it is the same
 * every time; its caller only waits. Of the two hosts only one is locked at a time. Safe for use by many threads.
 */
final class Departure implements Ongoing {
    private static final Duration USUAL_DOWNTIME = Duration.ofMillis(300);

    /** Until it looks again whether the run still goes on and the other host is there. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final SimulatedHost here;
    private final SimulatedHost there;
    private final DomainId id;
    private final MigrationRequest request;
    private final String attempt;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Instant begun;
    private Phase phase = Phase.COPYING;
    private final SimulatedDomain domain;
    private DomainState state = DomainState.RUNNING; // of the domain when it began, and when it arrives
    private final PreCopy copy;
    private long run;
    private boolean forced;
    private @Nullable Instant stoppedSince; // null: it runs
    private Duration downtime = Duration.ZERO;
    private @Nullable Instant arrival;
    private Duration total = Duration.ZERO;
    private @Nullable Future<?> next;
    private @Nullable HypervisorException failure;

    private enum Phase {
        COPYING,
        /** It stands still for the last of its memory. */
        HANDING_OVER,
        /** It runs there, and its memory follows. */
        FOLLOWING,
        OVER
    }

    Departure(SimulatedHost here, SimulatedHost there, DomainId id, MigrationRequest request, String attempt)
            throws HypervisorException {
        this.here = here;
        this.there = there;
        this.id = id;
        this.request = request;
        this.attempt = attempt;
        this.begun = now();
        this.domain = here.alone(() -> here.registry().find(id));
        this.copy = here.alone(this::copying);
    }

    private PreCopy copying() {
        return new PreCopy(
                begun,
                domain.active().memory().size(),
                slower(request.bandwidth(), here.migrationRate()),
                domain.memoryChanges,
                Objects.requireNonNullElse(request.maximumDowntime(), USUAL_DOWNTIME),
                request.autoConverge());
    }

    private static @Nullable DataRate slower(@Nullable DataRate one, @Nullable DataRate other) {
        if (one == null || other == null) {
            return other == null ? null : other;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    String attempt() {
        return attempt;
    }

    private Instant now() {
        return here.clock().instant();
    }

    /** Ends the run here, brings the definition there, and begins a run there if there was one. */
    MigrationResult restart() throws HypervisorException {
        boolean ran = here.alone(() -> {
            boolean runs = domain.isActive();
            if (runs) {
                here.lifecycle().enter(domain, DomainState.SHUT_OFF, StateReason.NORMAL);
            }
            return runs;
        });
        there.alone(() -> {
            SimulatedDomain arrived = there.registry().takeIn(definition(domain.defined()));
            if (ran) {
                there.lifecycle().enter(arrived, DomainState.RUNNING, StateReason.NORMAL);
            }
            return arrived;
        });
        forget();
        return new MigrationResult(newName(), Duration.ZERO, null, null, false);
    }

    private void forget() throws HypervisorException {
        if (request.undefineSource()) {
            here.alone(() -> {
                here.registry().undefine(id);
                return id;
            });
        }
    }

    private String newName() {
        return Objects.requireNonNullElse(request.newName(), domain.name());
    }

    private DomainDefinition definition(DomainDefinition made) {
        return made.withUuid(id.uuid()).withName(newName());
    }

    /** Brings the run there; waits until it is. */
    MigrationResult move() throws HypervisorException {
        here.alone(this::takeHold);
        here.work().begin(id, this);
        try {
            advance();
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new HypervisorException(Reason.TIMEOUT, attempt + ": its caller was interrupted", e));
        } finally {
            here.work().end(id);
        }
        return result();
    }

    private DomainId takeHold() throws HypervisorException {
        if (domain.busy != null) {
            throw new HypervisorException(Reason.BUSY, attempt + ": it is busy with another action, " + domain.busy);
        }
        domain.busy = "migrate";
        run = domain.run;
        state = domain.state();
        if (state == DomainState.PAUSED) {
            copy.standStill();
        } else if (request.mode() == Mode.PAUSED) {
            standStill();
        }
        here.registry().tell(now -> new MigrationIterated(now, id, domain.name(), 1));
        return id;
    }

    private void standStill() {
        copy.standStill();
        stoppedSince = now();
        here.lifecycle().enter(domain, DomainState.PAUSED, StateReason.MIGRATION);
    }

    private synchronized MigrationResult result() throws HypervisorException {
        if (failure != null) {
            throw failure;
        }
        return new MigrationResult(newName(), total, downtime, copy.transferred(), forced);
    }

    /** Does what is due now, and sees to it that what comes next is done in its time. */
    private synchronized void advance() {
        if (phase == Phase.OVER) {
            return;
        }
        try {
            copy.catchUp(now());
            requireRun();
            if (phase == Phase.COPYING) {
                enforce();
                passes();
            }
            if (phase == Phase.HANDING_OVER && !now().isBefore(Objects.requireNonNull(arrival))) {
                handedOver();
            } else if (phase == Phase.FOLLOWING && copy.isPassOver()) {
                finish();
            }
        } catch (HypervisorException e) {
            fail(e);
        }
        waitForNext();
    }

    /** Someone may pull the plug, or the guest may end, at any time. */
    private void requireRun() throws HypervisorException {
        boolean goesOn = phase == Phase.FOLLOWING || here.alone(() -> domain.run == run && domain.isActive());
        if (!goesOn) {
            throw new HypervisorException(Reason.INVALID_STATE, attempt + ": its run ended meanwhile");
        }
        if (there.isIsolated()) {
            throw new HypervisorException(
                    Reason.UNAVAILABLE,
                    attempt + ": the other host does not answer any more"
                            + (phase == Phase.FOLLOWING
                                    ? "; it had the guest, but not all of its memory: the run is lost"
                                    : ""));
        }
    }

    private void enforce() throws HypervisorException {
        Duration elapsed = Duration.between(begun, now());
        boolean isLate = elapsed.compareTo(request.maximumTime()) >= 0;
        boolean isTooLate = elapsed.compareTo(request.maximumTime().multipliedBy(2)) >= 0;
        if (isTooLate || (isLate && request.timeoutPolicy() == TimeoutPolicy.ABORT)) {
            throw new HypervisorException(
                    Reason.TIMEOUT,
                    attempt + ": it was not done within "
                            + request.maximumTime().toMillis() + " ms; the domain goes on here");
        }
        if (isLate && !forced) {
            forced = true;
            if (request.timeoutPolicy() == TimeoutPolicy.POST_COPY) {
                sendAhead();
            } else if (stoppedSince == null && state == DomainState.RUNNING) {
                here.alone(() -> {
                    standStill();
                    return id;
                });
            }
        }
    }

    private void passes() throws HypervisorException {
        while (phase == Phase.COPYING && copy.isPassOver()) {
            if (copy.hasCaughtUp()) {
                handOver();
            } else if (request.postCopy()) {
                sendAhead();
            } else {
                int pass = copy.nextPass();
                here.alone(() -> {
                    here.registry().tell(now -> new MigrationIterated(now, id, domain.name(), pass));
                    return id;
                });
            }
        }
    }

    private void handOver() throws HypervisorException {
        if (stoppedSince == null && state == DomainState.RUNNING) {
            here.alone(() -> {
                standStill();
                return id;
            });
        }
        copy.lastPass();
        arrival = now().plus(copy.restOfPass());
        phase = Phase.HANDING_OVER;
    }

    private void sendAhead() throws HypervisorException {
        copy.lastPass();
        arrive();
        leave();
        phase = Phase.FOLLOWING;
    }

    private void handedOver() throws HypervisorException {
        LeaderLoss loss = here.takeLeaderLoss();
        if (loss != LeaderLoss.BEFORE_ARRIVAL) {
            arrive();
        }
        if (loss == null) {
            leave();
            finish();
        } else {
            orphan(loss);
        }
    }

    /** Nobody is there any more to end what is here, or to tell anyone. */
    private void orphan(LeaderLoss loss) throws HypervisorException {
        phase = Phase.OVER;
        failure = new HypervisorException(
                Reason.INTERNAL, attempt + ": whoever led it is gone, " + Lifecycle.words(loss));
        here.alone(() -> {
            domain.busy = null;
            return id;
        });
        over.countDown();
    }

    private void arrive() throws HypervisorException {
        Instant stopped = stoppedSince;
        downtime = stopped == null ? Duration.ZERO : Duration.between(stopped, now());
        there.alone(() -> {
            ByteSize needed = domain.active().memory().size();
            if (needed.compareTo(there.lifecycle().free()) > 0) {
                throw new HypervisorException(
                        Reason.INSUFFICIENT_RESOURCES, attempt + ": the other host has no memory left for it");
            }
            SimulatedDomain arrived = there.registry().takeIn(definition(domain.defined()));
            arrived.guest = domain.guest;
            arrived.memoryChanges = domain.memoryChanges;
            arrived.use = domain.use;
            there.lifecycle().enter(arrived, state, StateReason.MIGRATION);
            arrived.change(definition(domain.active()));
            return arrived;
        });
    }

    private void leave() throws HypervisorException {
        here.alone(() -> {
            domain.use = new GuestUse();
            domain.busy = null;
            here.lifecycle().enter(domain, DomainState.SHUT_OFF, StateReason.MIGRATION);
            return id;
        });
        if (request.undefineSource()) {
            here.alone(() -> {
                here.registry().undefine(id);
                return id;
            });
        }
    }

    private void finish() throws HypervisorException {
        phase = Phase.OVER;
        total = Duration.between(begun, now());
        here.alone(() -> {
            here.registry().tell(now -> new WorkEnded(now, id, newName(), "outgoing migration", total, downtime));
            return id;
        });
        over.countDown();
    }

    private synchronized void fail(HypervisorException why) {
        if (phase == Phase.OVER) {
            return;
        }
        boolean isHere = phase != Phase.FOLLOWING;
        phase = Phase.OVER;
        failure = why;
        try {
            here.alone(() -> {
                domain.busy = null;
                if (isHere && stoppedSince != null && domain.run == run && domain.state() == DomainState.PAUSED) {
                    here.lifecycle().enter(domain, state, StateReason.NORMAL);
                }
                return id;
            });
        } catch (HypervisorException e) {
            why.addSuppressed(e);
        }
        over.countDown();
    }

    private void waitForNext() {
        if (next != null) {
            next.cancel(false);
        }
        if (phase == Phase.OVER) {
            return;
        }
        Duration wait = phase == Phase.HANDING_OVER
                ? Duration.between(now(), Objects.requireNonNull(arrival))
                : copy.restOfPass();
        if (phase == Phase.COPYING) {
            wait = earlier(wait, request.maximumTime());
            wait = earlier(wait, request.maximumTime().multipliedBy(2));
        }
        Duration soon = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        next = here.timer().schedule(this::advance, soon.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Duration earlier(Duration wait, Duration limit) {
        Duration left = limit.minus(Duration.between(begun, now()));
        return left.isNegative() || left.isZero() || wait.compareTo(left) <= 0 ? wait : left;
    }

    void adjust(@Nullable DataRate bandwidth, @Nullable Duration maximumDowntime) {
        synchronized (this) {
            copy.catchUp(now());
            DataRate rate = slower(bandwidth, here.migrationRate());
            if (bandwidth != null && rate != null) {
                copy.rate(rate);
            }
            if (maximumDowntime != null) {
                copy.downtime(maximumDowntime);
            }
        }
        advance();
    }

    @Override
    public synchronized Progress progress() {
        copy.catchUp(now());
        return new Progress(
                Duration.between(begun, now()),
                copy.rest(),
                domain.active().memory().size(),
                copy.done());
    }

    @Override
    public synchronized void abort() throws HypervisorException {
        if (phase == Phase.FOLLOWING) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    "Cannot end the migration of '" + domain.name() + "': it runs on the other host already");
        }
        fail(new HypervisorException(Reason.INVALID_STATE, attempt + ": someone ended it; the domain goes on here"));
        waitForNext();
    }
}
