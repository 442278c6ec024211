package org.telvirt.cimxml.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cimxml.codec.ArgumentReader;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/**
 * Reads what the operations on enumerations answer (DSP0200 §5.4.2.24).
 *
 * @param <T> the items
 */
final class PartReader<T> {
    private final ListCursor.Item<T> item;
    private final List<T> items = new ArrayList<>();
    private String context = "";
    private boolean last = true;
    private @Nullable CimClass resultClass;

    PartReader(ListCursor.Item<T> item) {
        this.item = item;
    }

    void read(Answer answer) throws WireException, CimException {
        XmlInput in = answer.in();
        while (answer.next()) {
            if (in.element().equals("IRETURNVALUE")) {
                while (in.nextChild()) {
                    items.add(item.read(in));
                }
            } else {
                take(ArgumentReader.argument(in));
            }
        }
        answer.end();
    }

    private void take(CimArgument argument) {
        if (argument.name().is("EndOfSequence")) {
            last = text(argument.value()).equalsIgnoreCase("true");
        } else if (argument.name().is("EnumerationContext")) {
            context = text(argument.value());
        } else if (argument.value() instanceof CimValue.Embedded embedded
                && embedded.object() instanceof CimClass definition) {
            resultClass = definition;
        }
    }

    // servers need not say the type of these two
    private static String text(@Nullable CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        }
        return value instanceof CimValue.Bool bool ? Boolean.toString(bool.value()) : "";
    }

    /** The part, once it has been read. */
    EnumerationPart<T> part() {
        return new EnumerationPart<>(items, last ? null : context);
    }

    /** The class of what a query selects; null: the answer has none. */
    @Nullable
    CimClass resultClass() {
        return resultClass;
    }
}
