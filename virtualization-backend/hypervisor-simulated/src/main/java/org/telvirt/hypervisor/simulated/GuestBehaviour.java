package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a guest answers to what it is asked.
 *
 * @param shutdownAfter how long it takes to shut down; null: it does not listen
 * @param rebootAfter how long it takes to reboot; null: it does not listen
 */
public record GuestBehaviour(
        @Nullable Duration shutdownAfter, @Nullable Duration rebootAfter) {
    /** A small guest in good health: a second for either. */
    public static final GuestBehaviour PROMPT = new GuestBehaviour(Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** A guest that hears nothing. */
    public static final GuestBehaviour DEAF = new GuestBehaviour(null, null);

    /** A guest that takes so long for either. */
    public static GuestBehaviour taking(Duration time) {
        return new GuestBehaviour(time, time);
    }
}
