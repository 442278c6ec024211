package org.telvirt.cimom.enumeration;

import java.util.function.BooleanSupplier;

/**
 * How much of an enumeration an answer takes.
 *
 * @param count the most items
 * @param enough whether the answer must go out with what it has, since its time is over
 */
public record Portion(long count, BooleanSupplier enough) {
    /** As many items as there are, whatever time it takes. */
    public Portion(long count) {
        this(count, () -> false);
    }

    boolean isFull() {
        return enough.getAsBoolean();
    }
}
