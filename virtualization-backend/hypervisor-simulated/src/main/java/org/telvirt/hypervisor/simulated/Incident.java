package org.telvirt.hypervisor.simulated;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

/** What can happen to an active domain without anyone asking. */
public enum Incident {
    /** Its guest panics and is kept for inspection. */
    GUEST_PANIC(DomainState.CRASHED, StateReason.GUEST_CRASHED),
    /** Its guest panics and begins anew at once. */
    GUEST_PANIC_AND_RESTART(DomainState.RUNNING, StateReason.GUEST_CRASHED),
    /** Its process is killed. */
    PROCESS_DEATH(DomainState.SHUT_OFF, StateReason.FAILED),
    /** A disk answers with an error, and the domain stands still until someone looks. */
    DISK_ERROR(DomainState.PAUSED, StateReason.IO_ERROR),
    /** Its watchdog expires and stands it still. */
    WATCHDOG(DomainState.PAUSED, StateReason.WATCHDOG),
    /** Its guest puts itself to sleep. */
    GUEST_SLEEP(DomainState.GUEST_SUSPENDED, StateReason.NORMAL),
    /** Its guest shuts itself down. */
    GUEST_POWER_OFF(DomainState.SHUT_OFF, StateReason.NORMAL),
    /** Its guest reboots. */
    GUEST_REBOOT(null, StateReason.NORMAL),
    /** The host loses track of it. */
    LOST_TRACK(DomainState.UNKNOWN, StateReason.NORMAL);

    private final @Nullable DomainState leadsTo;
    private final StateReason reason;

    Incident(@Nullable DomainState leadsTo, StateReason reason) {
        this.leadsTo = leadsTo;
        this.reason = reason;
    }

    /** The state it ends in; null: the one it began in. */
    @Nullable
    DomainState leadsTo() {
        return leadsTo;
    }

    StateReason reason() {
        return reason;
    }
}
