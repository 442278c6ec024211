package org.telvirt.providers.system;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;

/**
 * The state and health of a virtual system in CIM's numbers (DSP1057, virtual system states; CIM_ManagedSystemElement).
 */
final class StateMapper {
    private StateMapper() {}

    /**
     * EnabledState. A crashed system is Quiesce: it is in memory and stands still; HealthState says that it failed.
     *
     * @param underway the transition going on; null: none
     */
    static int enabledState(SystemState state, @Nullable Transition underway) {
        return switch (state) {
            case DEFINED -> underway == Transition.ACTIVATE ? 10 : 3;
            case SUSPENDED -> underway == Transition.ACTIVATE ? 10 : 6;
            case ACTIVE -> 2;
            case SHUTTING_DOWN -> 4;
            case PAUSED, CRASHED -> 9;
            case UNKNOWN -> 0;
        };
    }

    /** OperatingStatus: what it is busy with. */
    static int operatingStatus(SystemState state, @Nullable Transition underway, @Nullable Activity activity) {
        if (activity != null) {
            return switch (activity) {
                case MIGRATION -> 10;
                case SNAPSHOT -> 12;
                case BACKUP, LIVE_CHANGE -> 15;
            };
        }
        if (underway != null && state != SystemState.SHUTTING_DOWN) {
            return underway == Transition.ACTIVATE ? 3 : 15;
        }
        return switch (state) {
            case DEFINED -> 5;
            case CRASHED -> 6;
            case PAUSED, SUSPENDED -> 7;
            case SHUTTING_DOWN -> 13;
            case ACTIVE -> 16;
            case UNKNOWN -> 0;
        };
    }

    /** OperationalStatus: its health, and then what it does, unless health says it all. */
    static int[] operationalStatus(SystemState state, Health health) {
        int first = switch (health) {
            case OK -> 2;
            case DEGRADED -> 3;
            case FAILED -> 6;
            case UNKNOWN -> 0;
        };
        return switch (state) {
            case DEFINED -> new int[] {first, 10};
            case PAUSED, SUSPENDED -> new int[] {first, 15};
            case SHUTTING_DOWN -> new int[] {first, 9};
            case CRASHED -> new int[] {first, 14};
            case ACTIVE, UNKNOWN -> new int[] {first};
        };
    }

    /** HealthState: a failed one is in critical failure. */
    static int healthState(Health health) {
        return switch (health) {
            case OK -> 5;
            case DEGRADED -> 10;
            case FAILED -> 25;
            case UNKNOWN -> 0;
        };
    }

    /** PrimaryStatus: the traffic light. */
    static int primaryStatus(Health health) {
        return switch (health) {
            case OK -> 1;
            case DEGRADED -> 2;
            case FAILED -> 3;
            case UNKNOWN -> 0;
        };
    }
}
