package org.telvirt.hypervisor.libvirt;

import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

/** libvirt's states and reasons (virDomainState and its reasons) in the words of the port. */
public final class DomainStates {
    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    private static final int PAUSED = 3;
    private static final int SHUTDOWN = 4;
    private static final int SHUT_OFF = 5;
    private static final int CRASHED = 6;
    private static final int GUEST_SUSPENDED = 7;

    private DomainStates() {}

    /**
     * What a state is called in the port.
     *
     * @param hasSavedRun whether libvirt keeps an image that the next start goes on with
     */
    public static DomainState state(int state, boolean hasSavedRun) {
        return switch (state) {
            case RUNNING, BLOCKED -> DomainState.RUNNING;
            case PAUSED -> DomainState.PAUSED;
            case SHUTDOWN -> DomainState.SHUTTING_DOWN;
            case SHUT_OFF -> hasSavedRun ? DomainState.SAVED : DomainState.SHUT_OFF;
            case CRASHED -> DomainState.CRASHED;
            case GUEST_SUSPENDED -> DomainState.GUEST_SUSPENDED;
            default -> DomainState.UNKNOWN;
        };
    }

    /** Why it is in that state. */
    public static StateReason reason(int state, int reason) {
        return switch (state) {
            case RUNNING -> ofRunning(reason);
            case PAUSED -> ofPaused(reason);
            case SHUT_OFF -> ofShutOff(reason);
            case CRASHED -> StateReason.GUEST_CRASHED;
            default -> StateReason.NORMAL;
        };
    }

    private static StateReason ofRunning(int reason) {
        return switch (reason) {
            case 2, 10 -> StateReason.MIGRATION;
            case 4 -> StateReason.SNAPSHOT;
            case 9 -> StateReason.GUEST_CRASHED;
            default -> StateReason.NORMAL;
        };
    }

    private static StateReason ofPaused(int reason) {
        return switch (reason) {
            case 2, 12, 13 -> StateReason.MIGRATION;
            case 5 -> StateReason.IO_ERROR;
            case 6 -> StateReason.WATCHDOG;
            case 7, 9 -> StateReason.SNAPSHOT;
            case 10 -> StateReason.GUEST_CRASHED;
            default -> StateReason.NORMAL;
        };
    }

    private static StateReason ofShutOff(int reason) {
        return switch (reason) {
            case 3, 6, 8 -> StateReason.FAILED; // crashed, failed to start, lost by the daemon
            case 4 -> StateReason.MIGRATION;
            case 7 -> StateReason.SNAPSHOT;
            default -> StateReason.NORMAL;
        };
    }
}
