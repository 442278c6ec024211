package org.telvirt.facility.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

/** Domains in the words of virtual systems (DSP1057, virtual system states). */
final class SystemStates {
    private SystemStates() {}

    static VirtualSystem system(
            Domain domain,
            @Nullable Transition requested,
            @Nullable Transition underway,
            @Nullable Activity activity,
            @Nullable Instant lastStateChange) {
        return new VirtualSystem(
                new SystemId(domain.id().uuid()),
                domain.name(),
                of(domain.state()),
                health(domain.state(), domain.reason()),
                requested,
                underway,
                activity,
                lastStateChange,
                domain.persistent());
    }

    /** A guest that sleeps stands still as a paused one does, and is woken by the same transition. */
    static SystemState of(DomainState state) {
        return switch (state) {
            case SHUT_OFF -> SystemState.DEFINED;
            case SAVED -> SystemState.SUSPENDED;
            case RUNNING -> SystemState.ACTIVE;
            case PAUSED, GUEST_SUSPENDED -> SystemState.PAUSED;
            case SHUTTING_DOWN -> SystemState.SHUTTING_DOWN;
            case CRASHED -> SystemState.CRASHED;
            case UNKNOWN -> SystemState.UNKNOWN;
        };
    }

    /** A system that failed and runs again is worth a look; one that failed and does not is failed. */
    static Health health(DomainState state, StateReason reason) {
        if (state == DomainState.UNKNOWN) {
            return Health.UNKNOWN;
        }
        if (state == DomainState.CRASHED) {
            return Health.FAILED;
        }
        boolean runs = state == DomainState.RUNNING || state == DomainState.SHUTTING_DOWN;
        return switch (reason) {
            case FAILED, GUEST_CRASHED, IO_ERROR, WATCHDOG -> runs ? Health.DEGRADED : Health.FAILED;
            case NORMAL, MIGRATION, SNAPSHOT -> Health.OK;
        };
    }
}
