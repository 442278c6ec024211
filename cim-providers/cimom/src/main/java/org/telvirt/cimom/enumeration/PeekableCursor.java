package org.telvirt.cimom.enumeration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;

/** A run that knows whether it is at its end. A failure on the way to know is kept until the next value is asked for. */
final class PeekableCursor<T> implements CimCursor<T> {
    private final CimCursor<T> source;
    private @Nullable T peeked;
    private final boolean goesOn;
    private @Nullable CimException failure;

    /**
     * @param goesOn whether values can follow a failure, and what was found before one is given first
     */
    PeekableCursor(CimCursor<T> source, boolean goesOn) {
        this.source = source;
        this.goesOn = goesOn;
    }

    /** Up to this many values. */
    List<T> take(long count, Abandonment abandonment) throws CimException {
        List<T> items = new ArrayList<>();
        try {
            while (items.size() < count && !abandonment.isAbandoned()) {
                T item = next();
                if (item == null) {
                    break;
                }
                items.add(item);
            }
        } catch (CimException e) {
            if (!goesOn || items.isEmpty()) {
                throw e;
            }
            failure = e;
        }
        return items;
    }

    /** Whether nothing is left; a failure counts as something. */
    boolean atEnd() {
        if (peeked == null && failure == null) {
            try {
                peeked = source.next();
            } catch (CimException e) {
                failure = e;
            }
        }
        return peeked == null && failure == null;
    }

    @Override
    public @Nullable T next() throws CimException {
        CimException failed = failure;
        if (failed != null) {
            failure = goesOn ? null : failed;
            throw failed;
        }
        T item = peeked;
        peeked = null;
        return item == null ? source.next() : item;
    }

    @Override
    public void close() {
        source.close();
    }

    /** Whether somebody no longer wants the values. */
    @FunctionalInterface
    interface Abandonment {
        boolean isAbandoned();
    }
}
