package org.telvirt.facility.journal;

import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.LifecycleAction;

/** What actions and states are called in the names of jobs. */
final class ActionWords {
    private ActionWords() {}

    /** With which the name of a job begins. */
    static String of(LifecycleAction action) {
        return switch (action) {
            case START -> "Start";
            case STOP -> "Stop";
            case PAUSE -> "Pause";
            case RESUME -> "Resume";
            case SAVE -> "Suspend";
            case RESTORE -> "Restore";
            case DISCARD_SAVED -> "Discard the saved run of";
            case SHUTDOWN -> "Shut down";
            case REBOOT -> "Reboot";
            case RESET -> "Reset";
        };
    }

    /** That follows "it is". */
    static String of(DomainState state) {
        return switch (state) {
            case SHUT_OFF -> "not active";
            case SAVED -> "suspended";
            case RUNNING -> "active";
            case PAUSED -> "paused";
            case SHUTTING_DOWN -> "shutting down";
            case GUEST_SUSPENDED -> "asleep";
            case CRASHED -> "crashed";
            case UNKNOWN -> "in a state that cannot be told";
        };
    }
}
