package org.telvirt.hypervisor;

/** What a domain is doing. */
public enum DomainState {
    /** It has a definition and nothing else. */
    SHUT_OFF,
    /** It has a definition and an image of a suspended run, which the next start goes on with. */
    SAVED,
    /** It runs. */
    RUNNING,
    /** It is in memory and its processors stand still. */
    PAUSED,
    /** It runs and has been asked to shut down. */
    SHUTTING_DOWN,
    /** Its guest has put itself to sleep. */
    GUEST_SUSPENDED,
    /** Its guest has failed and the engine keeps it for inspection. */
    CRASHED,
    /** The engine cannot tell. */
    UNKNOWN
}
