package org.telvirt.facility.transition;

import java.time.Duration;
import java.util.function.IntConsumer;
import org.telvirt.facility.Activity;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.HypervisorException;

/**
 * Something long that engines do to a virtual system, and that is no transition. {@link EngineTasks} does it.
 *
 * @param name in words that follow "Cannot", such as {@code migrate 'hlr-2'}
 * @param description more of it for people, such as where to; may be empty
 * @param timeout after which the job has failed and the engine is told to end what it does; more than zero
 * @param steps how many times the engine is asked to change something; more than one is written down as a whole, too
 * @param call what is to be done
 */
public record EngineTask(
        SystemId id, String name, String description, Activity activity, Duration timeout, int steps, Call call) {
    /** One for which the engine is asked to change something once. */
    public EngineTask(SystemId id, String name, String description, Activity activity, Duration timeout, Call call) {
        this(id, name, description, activity, timeout, 1, call);
    }

    /** Asks the engine, once or several times. */
    public interface Call {
        /**
         * Does it; blocks as long as the engine needs.
         *
         * @param reached may be told, from 0 to 100, how far it is, where the engine itself does not know
         * @throws HypervisorException it has not been done, or only as far as the message says
         */
        void perform(IntConsumer reached) throws HypervisorException;
    }
}
