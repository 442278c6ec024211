package org.telvirt.sdk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The states of a virtual system (DSP1057 §7.2), by CIM_ComputerSystem.EnabledState. */
public enum SystemState {
    /** It runs. */
    ACTIVE(2),
    /** It is defined and not in memory. */
    DEFINED(3),
    /** It is about to go. */
    SHUTTING_DOWN(4),
    /** It is kept on disk. */
    SUSPENDED(6),
    /** It is in memory and does not run. */
    PAUSED(9),
    /** It is about to come. */
    STARTING(10),
    /** The server knows no better, or says something else. */
    UNKNOWN(5);

    private final long enabledState;

    SystemState(long enabledState) {
        this.enabledState = enabledState;
    }

    static SystemState of(@Nullable Long enabledState) {
        return Arrays.stream(values())
                .filter(state -> enabledState != null && state.enabledState == enabledState)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
