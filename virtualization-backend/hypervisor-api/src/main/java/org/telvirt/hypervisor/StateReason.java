package org.telvirt.hypervisor;

/** Why a domain is in its state, as far as someone above has to tell the difference. */
public enum StateReason {
    /** As someone asked, or not known. */
    NORMAL,
    /** Its process ended by itself or was killed. */
    FAILED,
    /** Its guest panicked. */
    GUEST_CRASHED,
    /** A disk answered with an error. */
    IO_ERROR,
    /** Its watchdog expired. */
    WATCHDOG,
    /** It moved to or from another host. */
    MIGRATION,
    /** A snapshot is being taken or was gone back to. */
    SNAPSHOT
}
