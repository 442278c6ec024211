package org.telvirt.hypervisor.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a domain when its host starts and stops. The engine keeps it; what is done is done above. Whether it is
 * restarted after a failure is said by {@link FaultPolicy#onCrash}.
 *
 * @param start when it starts with the host
 * @param sequence low ones start first and stop last; 0: whenever
 * @param delay how long to wait after the one before it
 * @param stop what is done with it before the host stops; null: not said
 */
public record Automation(
        StartAction start,
        int sequence,
        Duration delay,
        @Nullable StopAction stop) {
    /** Nothing. */
    public static final Automation NONE = new Automation(StartAction.NONE, 0, Duration.ZERO, null);

    /** One that starts with its host in any case, or never. */
    public Automation(boolean starts, int sequence, Duration delay, @Nullable StopAction stop) {
        this(starts ? StartAction.ALWAYS : StartAction.NONE, sequence, delay, stop);
    }

    /** Whether it may start with its host. */
    public boolean starts() {
        return start != StartAction.NONE;
    }

    /** When a domain starts with its host. */
    public enum StartAction {
        /** Never. */
        NONE,
        /** If it was active when the host went down, however that came. */
        IF_PREVIOUSLY_ACTIVE,
        /** Always. */
        ALWAYS
    }

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
