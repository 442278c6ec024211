package org.telvirt.facility.transition;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.journal.Undivided;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;

/**
 * Does what takes an engine long, one thing at a time for each virtual system, be it this or a transition. What is not
 * done soon goes on as a job: its percentage and remaining time are the engine's, and whoever cancels it tells the engine
 * to end what it does. Safe for use by many threads.
 */
public final class EngineTasks {
    private final Hypervisor engine;
    private final Undertakings undertakings;
    private final Undivided undivided;
    private final Executor looks;
    private final ScheduledExecutorService timer;

    /**
     * @param looks where the engine is asked how far it is; may block for as long as one short call
     * @param timer when it is asked; never blocked
     */
    public EngineTasks(Hypervisor engine, Undertakings undertakings, Executor looks, ScheduledExecutorService timer) {
        this(engine, undertakings, Undivided.UNWRITTEN, looks, timer);
    }

    /**
     * The same with somebody who writes down what has several steps.
     */
    public EngineTasks(
            Hypervisor engine,
            Undertakings undertakings,
            Undivided undivided,
            Executor looks,
            ScheduledExecutorService timer) {
        this.engine = engine;
        this.undertakings = undertakings;
        this.undivided = undivided;
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
        EngineTask written = task.steps() > 1 ? written(task) : task;
        undertakings.requirePresent(task.id());
        return undertakings.undertake(wish, new TaskWork(engine.work(), written, looks, timer));
    }

    private EngineTask written(EngineTask task) {
        String name = Character.toUpperCase(task.name().charAt(0)) + task.name().substring(1);
        EngineTask.Call call = reached -> undivided.task(
                new DomainId(task.id().uuid()),
                name,
                task.steps(),
                () -> task.call().perform(reached));
        return new EngineTask(
                task.id(), task.name(), task.description(), task.activity(), task.timeout(), task.steps(), call);
    }
}
