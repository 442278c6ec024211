package org.telvirt.facility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual system as it is now.
 *
 * @param requested the last transition that was asked for here and accepted; null: none since the facility started
 * @param underway the transition that is going on; null: none
 * @param activity what else is going on, which excludes transitions meanwhile; null: nothing
 * @param lastStateChange when the state last changed; null: not since the facility started
 * @param persistent whether its definition outlives its run
 */
public record VirtualSystem(
        SystemId id,
        String name,
        SystemState state,
        Health health,
        @Nullable Transition requested,
        @Nullable Transition underway,
        @Nullable Activity activity,
        @Nullable Instant lastStateChange,
        boolean persistent) {

    /** One with which nothing goes on but a transition, if that. */
    public VirtualSystem(
            SystemId id,
            String name,
            SystemState state,
            Health health,
            @Nullable Transition requested,
            @Nullable Transition underway,
            @Nullable Instant lastStateChange,
            boolean persistent) {
        this(id, name, state, health, requested, underway, null, lastStateChange, persistent);
    }

    public VirtualSystem withRequested(@Nullable Transition other) {
        return new VirtualSystem(id, name, state, health, other, underway, activity, lastStateChange, persistent);
    }

    public VirtualSystem withUnderway(@Nullable Transition other) {
        return new VirtualSystem(id, name, state, health, requested, other, activity, lastStateChange, persistent);
    }

    public VirtualSystem withActivity(@Nullable Activity other) {
        return new VirtualSystem(id, name, state, health, requested, underway, other, lastStateChange, persistent);
    }
}
