package org.telvirt.hypervisor;

/** What can be done to a domain's run. */
public enum LifecycleAction {
    /** Begins a run: SHUT_OFF or CRASHED to RUNNING. */
    START,
    /** Ends the run at once, without asking the guest: RUNNING, PAUSED and so on to SHUT_OFF. */
    STOP,
    /** Stands the processors still: RUNNING to PAUSED. */
    PAUSE,
    /** Lets them go on: PAUSED to RUNNING. */
    RESUME,
    /** Writes the run to disk and ends it: RUNNING or PAUSED to SAVED. */
    SAVE,
    /** Goes on with a saved run: SAVED to RUNNING, or to PAUSED if it was paused when saved. */
    RESTORE,
    /** Throws a saved run away: SAVED to SHUT_OFF. */
    DISCARD_SAVED,
    /** Asks the guest to shut down; returns when it has been asked, not when it has done so. */
    SHUTDOWN,
    /** Asks the guest to reboot; returns when it has been asked. */
    REBOOT,
    /** Resets the machine at once, as its reset button would; the state stays. */
    RESET
}
