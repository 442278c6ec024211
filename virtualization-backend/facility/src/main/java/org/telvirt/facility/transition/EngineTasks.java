package org.telvirt.facility.transition;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.hypervisor.Hypervisor;

/**
 * Does what takes an engine long, one thing at a time for each virtual system, be it this or a transition. What is not
 * done soon goes on as a job: its percentage and remaining time are the engine's, and whoever cancels it tells the engine
 * to end what it does. Safe for use by many threads.
 */
public final class EngineTasks {
    private final Hypervisor engine;
    private final Undertakings undertakings;
    private final Executor looks;
    private final ScheduledExecutorService timer;

    /**
     * @param looks where the engine is asked how far it is; may block for as long as one short call
     * @param timer when it is asked; never blocked
     */
    public EngineTasks(Hypervisor engine, Undertakings undertakings, Executor looks, ScheduledExecutorService timer) {
        this.engine = engine;
        this.undertakings = undertakings;
        this.looks = looks;
        this.timer = timer;
    }

    /**
     * Does it, and waits for it for a while.
     *
     * @throws FacilityException why it failed or was ended, if that was soon; NOT_FOUND: there is no such virtual system;
     *     BUSY: something else is underway; INVALID_ARGUMENT: the timeout is no time at all
     */
    public Outcome perform(EngineTask task) throws FacilityException {
        if (task.timeout().isNegative() || task.timeout().isZero()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT,
                    "Cannot " + task.name() + ": a timeout of " + task.timeout() + " is no time at all");
        }
        Wish wish = Wish.of(task);
        undertakings.requirePresent(task.id());
        return undertakings.undertake(wish, new TaskWork(engine.work(), task, looks, timer));
    }
}
