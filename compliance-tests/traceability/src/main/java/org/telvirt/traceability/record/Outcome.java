package org.telvirt.traceability.record;

/** How a test ended. */
public enum Outcome {
    PASSED,
    FAILED,
    /** Disabled, or given up because something it needs is not here; the reason says what. */
    SKIPPED
}
