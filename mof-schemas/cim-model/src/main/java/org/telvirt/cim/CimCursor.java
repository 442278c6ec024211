package org.telvirt.cim;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forward-only run of values, pulled by its reader. Closing it releases what its source holds.
 *
 * @param <T> what is pulled
 */
public interface CimCursor<T> extends AutoCloseable {
    /**
     * The next value.
     *
     * @return null: the end
     * @throws CimException as the operation that began the run; nothing follows
     */
    @Nullable
    T next() throws CimException;

    /** Releases the source; any number of times. */
    @Override
    void close();

    /**
     * A step from one value to another; null drops the value.
     *
     * @param <T> from
     * @param <U> to
     */
    @FunctionalInterface
    interface Step<T, U> {
        @Nullable
        U apply(T value) throws CimException;
    }

    /** A run over values that are at hand. */
    static <T> CimCursor<T> of(Iterable<? extends T> values) {
        Iterator<? extends T> iterator = values.iterator();
        return new CimCursor<>() {
            @Override
            public @Nullable T next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** A run without values. */
    static <T> CimCursor<T> empty() {
        return of(List.of());
    }

    /** This run with each value changed, or dropped where the step gives null. */
    default <U> CimCursor<U> map(Step<? super T, ? extends U> step) {
        CimCursor<T> source = this;
        return new CimCursor<>() {
            @Override
            public @Nullable U next() throws CimException {
                for (T value = source.next(); value != null; value = source.next()) {
                    U mapped = step.apply(value);
                    if (mapped != null) {
                        return mapped;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    /** The values of the runs that each value opens, one run after the other; null opens none. */
    default <U> CimCursor<U> flatMap(Step<? super T, ? extends CimCursor<? extends U>> step) {
        return new FlatCursor<>(this, step);
    }

    /** All values that are left, after which this run is closed. */
    default List<T> toList() throws CimException {
        try (this) {
            List<T> values = new ArrayList<>();
            for (T value = next(); value != null; value = next()) {
                values.add(value);
            }
            return values;
        }
    }
}
