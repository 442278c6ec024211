package org.telvirt.cim.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an enumeration.
 *
 * @param items in order; may be fewer than asked for, even none, before the end
 * @param context for the next pull; null: this was the end
 */
public record EnumerationPart<T>(List<T> items, @Nullable String context) {
    /** Copies the items. */
    public EnumerationPart {
        items = List.copyOf(items);
    }

    /** Whether nothing is left. */
    public boolean endOfSequence() {
        return context == null;
    }
}
