package org.telvirt.conformance.wbem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;

/**
 * The qualifiers ValueMap and Values of a property, a parameter or a method (DSP0004, 5.6.3): which values there are, and
 * what each means. A value that is listed by itself is meant by that entry, any other one by the range that holds it, and
 * what is in no range by the entry {@code ..}, if there is one.
 */
public final class ValueMap {
    private static final CimName VALUE_MAP = CimName.of("ValueMap");
    private static final CimName VALUES = CimName.of("Values");
    private static final String REST = "..";

    private final List<String> entries;
    private final List<String> meanings;

    private ValueMap(List<String> entries, List<String> meanings) {
        this.entries = entries;
        this.meanings = meanings;
    }

    /** That of an element; null: every value is allowed. */
    public static @Nullable ValueMap of(Qualified element) {
        List<String> entries = texts(element.qualifier(VALUE_MAP));
        return entries.isEmpty() ? null : new ValueMap(entries, texts(element.qualifier(VALUES)));
    }

    private static List<String> texts(@Nullable CimQualifier qualifier) {
        List<String> texts = new ArrayList<>();
        if (qualifier != null && qualifier.value() instanceof CimValue.Array array) {
            for (CimValue value : array.elements()) {
                texts.add(value instanceof CimValue.Text text ? text.value() : String.valueOf(value));
            }
        }
        return texts;
    }

    /** What a value means; empty: it has no name; null: it is not in the map. */
    public @Nullable String meaning(CimValue value) {
        int at = value instanceof CimValue.Int number ? indexOf(number.bits()) : entries.indexOf(text(value));
        if (at < 0) {
            at = entries.indexOf(REST);
        }
        if (at < 0) {
            return null;
        }
        return at < meanings.size() ? meanings.get(at) : "";
    }

    /** What a number means; null: it is not in the map. */
    public @Nullable String meaning(long number) {
        return meaning(new CimValue.Int(org.telvirt.cim.CimType.SINT64, number));
    }

    /** Whether a value is one that may be sent: in the map, and not kept for the DMTF's future. */
    public boolean allows(CimValue value) {
        String meaning = meaning(value);
        return meaning != null && !meaning.startsWith("DMTF Reserved") && !meaning.equals("Reserved");
    }

    private int indexOf(long number) {
        int range = -1;
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            int dots = entry.indexOf(REST);
            if (dots < 0 && Long.decode(entry) == number) {
                return i;
            }
            if (dots >= 0 && !entry.equals(REST) && within(number, entry, dots)) {
                range = i;
            }
        }
        return range;
    }

    private static boolean within(long number, String entry, int dots) {
        String low = entry.substring(0, dots).strip();
        String high = entry.substring(dots + REST.length()).strip();
        return (low.isEmpty() || Long.decode(low) <= number) && (high.isEmpty() || number <= Long.decode(high));
    }

    private static String text(CimValue value) {
        return value instanceof CimValue.Text text ? text.value() : String.valueOf(value);
    }

    @Override
    public String toString() {
        return String.valueOf(entries);
    }
}
