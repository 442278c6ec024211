package org.telvirt.facility;

/** What an administrator can ask of a virtual system (VMOPE4; DSP1057, state transitions). */
public enum Transition {
    /** Starts it, or lets it go on from paused or suspended. */
    ACTIVATE,
    /** Ends it at once; a suspended one loses its saved run. */
    DEACTIVATE,
    /** Asks its guest to shut down. */
    SHUT_DOWN,
    /** Saves its run to disk and ends it. */
    SUSPEND,
    /** Stands its processors still. */
    PAUSE,
    /** Asks its guest to reboot. */
    REBOOT,
    /** Resets it at once. */
    RESET
}
