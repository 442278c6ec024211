package org.telvirt.hypervisor.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a domain when its host starts and stops. The engine keeps it; what is done is done above.
 *
 * @param starts whether it starts with the host
 * @param sequence low ones start first; 0: whenever
 * @param delay how long to wait after the one before it
 * @param stop what is done with it before the host stops; null: not said
 */
public record Automation(
        boolean starts,
        int sequence,
        Duration delay,
        @Nullable StopAction stop) {
    /** Nothing. */
    public static final Automation NONE = new Automation(false, 0, Duration.ZERO, null);

    /** What is done with a domain before its host stops. */
    public enum StopAction {
        /** Its plug is pulled. */
        TURN_OFF,
        /** Its run is saved. */
        SAVE,
        /** Its guest is asked to shut down. */
        SHUT_DOWN
    }
}
