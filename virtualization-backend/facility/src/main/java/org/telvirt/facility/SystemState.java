package org.telvirt.facility;

/** The states of a virtual system (DSP1057 §7, virtual system states). */
public enum SystemState {
    /** It is defined and nothing of it is in memory. */
    DEFINED,
    /** It runs. */
    ACTIVE,
    /** It is in memory and its processors stand still. */
    PAUSED,
    /** Its run is saved on disk. */
    SUSPENDED,
    /** It runs and its guest has been asked to shut down. */
    SHUTTING_DOWN,
    /** Its guest has failed and is kept for inspection. */
    CRASHED,
    /** It cannot be told. */
    UNKNOWN
}
