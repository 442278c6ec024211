package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a guest answers to what it is asked.
 *
 * @param shutdownAfter how long it takes to shut down; null: it does not listen
 * @param rebootAfter how long it takes to reboot; null: it does not listen
 * @param releaseAfter how long it takes to let go of a device, a processor or memory; null: it never does
 */
public record GuestBehaviour(
        @Nullable Duration shutdownAfter,
        @Nullable Duration rebootAfter,
        @Nullable Duration releaseAfter) {
    /** A small guest in good health: a second for each. */
    public static final GuestBehaviour PROMPT = taking(Duration.ofSeconds(1));

    /** A guest that hears nothing. */
    public static final GuestBehaviour DEAF = new GuestBehaviour(null, null, null);

    /** A guest that takes so long for each. */
    public static GuestBehaviour taking(Duration time) {
        return new GuestBehaviour(time, time, time);
    }
}
