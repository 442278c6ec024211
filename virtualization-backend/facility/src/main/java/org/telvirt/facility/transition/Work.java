package org.telvirt.facility.transition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;

/** What is done to one virtual system. */
interface Work {
    /** How far a piece of work has come. */
    sealed interface Progress {
        Progress DONE = new Done();
        Progress WAITING = new Waiting();

        /** It did what it was for. */
        record Done() implements Progress {}

        /** It waits for the guest. */
        record Waiting() implements Progress {}

        /** It cannot come to its goal any more. */
        record Failed(FacilityException failure) implements Progress {}
    }

    /** Does what the engine has to do; blocks. */
    Progress perform(Steps steps) throws HypervisorException;

    /**
     * What has become of it; asked while it waits, after each event about its system and after a gap.
     *
     * @param event null: it may have been missed
     * @param domain as it is now; null: it is gone
     */
    default Progress observe(@Nullable HypervisorEvent event, @Nullable Domain domain) {
        return Progress.WAITING;
    }

    /** Whether it mostly waits for the guest, so that it can be given up at any time. */
    default boolean isPatient() {
        return false;
    }

    /**
     * Tells the engine, while it is at it, to end it; blocks for as long as one short call. What {@link #perform} was for
     * fails then, unless it is done before.
     *
     * @return false: it cannot be interrupted
     * @throws HypervisorException why it cannot be ended now
     */
    default boolean abort() throws HypervisorException {
        return false;
    }

    /** Its deadline has passed while the engine is at it. Must return at once. */
    default void expire() {}

    /** Hears how far work has come. */
    interface Steps {
        /**
         * Before the engine has been asked and after, from 0 to 100.
         *
         * @param remaining how long it will still take; null: nobody can tell
         */
        void reached(int percent, @Nullable Duration remaining);

        /** The same when nobody can tell how long it will still take. */
        default void reached(int percent) {
            reached(percent, null);
        }
    }
}
