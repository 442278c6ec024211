package org.telvirt.cimom.enumeration;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;

/**
 * A run that is at its end after it has failed, so that the runs that follow it can go on.
 *
 * @param <T> what is pulled
 */
public final class OneFailure<T> implements CimCursor<T> {
    private final CimCursor<? extends T> source;
    private boolean failed;

    public OneFailure(CimCursor<? extends T> source) {
        this.source = source;
    }

    @Override
    public @Nullable T next() throws CimException {
        if (failed) {
            return null;
        }
        failed = true;
        T value = source.next();
        failed = false;
        return value;
    }

    @Override
    public void close() {
        source.close();
    }
}
