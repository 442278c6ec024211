package org.telvirt.facility.transition;

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

    /** Hears how far work has come. */
    interface Steps {
        /** Before the engine has been asked and after, from 0 to 100. */
        void reached(int percent);
    }
}
