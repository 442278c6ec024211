package org.telvirt.conformance.specimen;

/** What is done between two looks at something that takes time. */
@FunctionalInterface
public interface Pause {
    /** Waits for a moment, some hundredths of a second. */
    void between();
}
