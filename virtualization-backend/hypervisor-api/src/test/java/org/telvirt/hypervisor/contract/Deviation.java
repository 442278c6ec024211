package org.telvirt.hypervisor.contract;

/** Where an engine or the guests it is tried with cannot do what the contract asks; each one is said openly. */
public enum Deviation {
    /** The guests hear neither a shutdown nor a reboot, as a boot sector that only beats. */
    GUESTS_DO_NOT_LISTEN,
    /** A run that was saved while paused goes on running when restored. */
    RESTORES_RUNNING,
    /** A domain that is paused cannot be saved. */
    SAVES_ONLY_WHAT_RUNS,
    /** The guests hear everything but that they shall give memory back. */
    GUESTS_KEEP_THEIR_MEMORY,
    /** Definitions and saved runs end with the engine's last connection. */
    FORGETS_ON_CLOSE
}
