package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/** The runs that the values of another run open, one after the other; at most one of them is open. */
final class FlatCursor<T, U> implements CimCursor<U> {
    private final CimCursor<T> source;
    private final CimCursor.Step<? super T, ? extends CimCursor<? extends U>> step;
    private @Nullable CimCursor<? extends U> open;

    FlatCursor(CimCursor<T> source, CimCursor.Step<? super T, ? extends CimCursor<? extends U>> step) {
        this.source = source;
        this.step = step;
    }

    @Override
    public @Nullable U next() throws CimException {
        while (true) {
            if (open != null) {
                U value = open.next();
                if (value != null) {
                    return value;
                }
                closeOpen();
            }
            T opener = source.next();
            if (opener == null) {
                return null;
            }
            open = step.apply(opener);
        }
    }

    @Override
    public void close() {
        closeOpen();
        source.close();
    }

    private void closeOpen() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
