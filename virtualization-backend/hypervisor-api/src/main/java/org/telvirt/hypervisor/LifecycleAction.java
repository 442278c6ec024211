package org.telvirt.hypervisor;

/** What can be done to a domain's run. */
public enum LifecycleAction {
    /** Begins a run: SHUT_OFF to RUNNING. A saved one is restored or discarded instead, a crashed one stopped first. */
    START,
    /** Ends the run at once, without asking the guest, whatever active state it is in: to SHUT_OFF. */
    STOP,
    /** Stands the processors still: RUNNING to PAUSED. */
    PAUSE,
    /** Lets them go on, and wakes a guest that put itself to sleep: PAUSED or GUEST_SUSPENDED to RUNNING. */
    RESUME,
    /** Writes the run to disk and ends it: RUNNING or PAUSED to SAVED. */
    SAVE,
    /** Goes on with a saved run: SAVED to RUNNING, or to PAUSED if it was paused when saved. */
    RESTORE,
    /** Throws a saved run away: SAVED to SHUT_OFF. */
    DISCARD_SAVED,
    /**
     * Asks a RUNNING guest to shut down; returns when it has been asked, not when it has done so. One that stands still
     * cannot hear it.
     */
    SHUTDOWN,
    /**
     * Asks a RUNNING guest to reboot; returns when it has been asked. {@link HypervisorEvent.DomainRebooted} tells when
     * it has done so.
     */
    REBOOT,
    /** Resets the machine at once, as its reset button would; the state, RUNNING or PAUSED, stays. */
    RESET;

    /** Whether the port allows it in this state; in any other one engines answer INVALID_STATE. */
    public boolean possibleFrom(DomainState state) {
        return switch (this) {
            case START -> state == DomainState.SHUT_OFF;
            case STOP -> state != DomainState.SHUT_OFF && state != DomainState.SAVED;
            case PAUSE, SHUTDOWN, REBOOT -> state == DomainState.RUNNING;
            case RESUME -> state == DomainState.PAUSED || state == DomainState.GUEST_SUSPENDED;
            case SAVE, RESET -> state == DomainState.RUNNING || state == DomainState.PAUSED;
            case RESTORE, DISCARD_SAVED -> state == DomainState.SAVED;
        };
    }
}
