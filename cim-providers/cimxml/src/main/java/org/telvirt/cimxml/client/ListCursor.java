package org.telvirt.cimxml.client;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/**
 * The items of an IRETURNVALUE, read when they are asked for.
 *
 * @param <T> what they are
 */
final class ListCursor<T> implements CimCursor<T> {
    /**
     * Reads the item that is the current element.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    interface Item<T> {
        T read(XmlInput in) throws WireException;
    }

    private final Answer answer;
    private final Item<T> item;
    private @Nullable T current;
    private boolean ended;

    private ListCursor(Answer answer, Item<T> item) {
        this.answer = answer;
        this.item = item;
    }

    /**
     * A cursor before the first item.
     *
     * @throws CimException the answer is an error; it is closed
     */
    static <T> ListCursor<T> over(Answer answer, Item<T> item) throws CimException {
        ListCursor<T> cursor = new ListCursor<>(answer, item);
        boolean begun = false;
        try {
            if (!answer.read(answer::next)) {
                // without an IRETURNVALUE there is nothing to list
                cursor.close();
            }
            begun = true;
            return cursor;
        } finally {
            if (!begun) {
                answer.close();
            }
        }
    }

    @Override
    public @Nullable T next() throws CimException {
        if (ended) {
            return null;
        }
        if (!answer.read(this::advance)) {
            close();
        }
        return current;
    }

    private boolean advance() throws WireException, CimException {
        if (answer.in().nextChild()) {
            current = item.read(answer.in());
            return true;
        }
        current = null;
        answer.end();
        return false;
    }

    @Override
    public void close() {
        ended = true;
        answer.close();
    }
}
