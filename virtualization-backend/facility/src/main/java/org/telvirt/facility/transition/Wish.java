package org.telvirt.facility.transition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;

/**
 * Something that a caller wishes to have done to a virtual system: a transition, or an activity beside which there is no
 * transition.
 *
 * @param name in words that follow "Cannot", such as {@code shut down 'hlr-2'}
 * @param description more of it; empty: the name says all
 * @param transition what the system's state is going through; null: it stays
 * @param activity what is done while it stays; null: it is a transition
 * @param requested whether the transition is what the caller asked for
 * @param timeout after which it has failed
 * @param expired what to tell then
 * @param overtakes whether it may take the place of work that waits for the guest, or that the engine holds up
 */
record Wish(
        SystemId id,
        String name,
        String description,
        @Nullable Transition transition,
        @Nullable Activity activity,
        boolean requested,
        Duration timeout,
        String expired,
        boolean overtakes) {

    /** A transition, whose name says all. */
    Wish(
            SystemId id,
            String name,
            Transition transition,
            boolean requested,
            Duration timeout,
            String expired,
            boolean overtakes) {
        this(id, name, "", transition, null, requested, timeout, expired, overtakes);
    }

    static Wish of(EngineTask task) {
        return new Wish(
                task.id(),
                task.name(),
                task.description(),
                null,
                task.activity(),
                false,
                task.timeout(),
                "Cannot " + task.name() + ": the engine did not finish within "
                        + task.timeout().toSeconds() + " s; it has been told to end it",
                false);
    }
}
