package org.telvirt.cim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write values. */
public final class CimValues {
    private static final CimValue.Bool TRUE = new CimValue.Bool(true);
    private static final CimValue.Bool FALSE = new CimValue.Bool(false);

    private CimValues() {}

    public static CimValue.Bool bool(boolean value) {
        return value ? TRUE : FALSE;
    }

    public static CimValue.Text text(String value) {
        return new CimValue.Text(value);
    }

    public static CimValue.Int uint8(int value) {
        return new CimValue.Int(CimType.UINT8, value);
    }

    public static CimValue.Int uint16(int value) {
        return new CimValue.Int(CimType.UINT16, value);
    }

    public static CimValue.Int uint32(long value) {
        return new CimValue.Int(CimType.UINT32, value);
    }

    /** A uint64; values from 2^63 on are given by their bits. */
    public static CimValue.Int uint64(long bits) {
        return new CimValue.Int(CimType.UINT64, bits);
    }

    public static CimValue.Int sint64(long value) {
        return new CimValue.Int(CimType.SINT64, value);
    }

    public static CimValue.DateTime dateTime(CimDateTime value) {
        return new CimValue.DateTime(value);
    }

    public static CimValue.Reference reference(CimObjectPath path) {
        return new CimValue.Reference(path);
    }

    public static CimValue.Embedded embedded(CimObject object) {
        return new CimValue.Embedded(object);
    }

    public static CimValue.Array texts(Collection<String> values) {
        List<@Nullable CimValue> elements = new ArrayList<>(values.size());
        values.forEach(value -> elements.add(text(value)));
        return new CimValue.Array(CimType.STRING, elements);
    }

    public static CimValue.Array texts(String... values) {
        return texts(List.of(values));
    }

    public static CimValue.Array uint16s(int... values) {
        List<@Nullable CimValue> elements = new ArrayList<>(values.length);
        for (int value : values) {
            elements.add(uint16(value));
        }
        return new CimValue.Array(CimType.UINT16, elements);
    }

    public static CimValue.Array uint32s(long... values) {
        List<@Nullable CimValue> elements = new ArrayList<>(values.length);
        for (long value : values) {
            elements.add(uint32(value));
        }
        return new CimValue.Array(CimType.UINT32, elements);
    }

    public static CimValue.Array references(Collection<? extends CimObjectPath> paths) {
        List<@Nullable CimValue> elements = new ArrayList<>(paths.size());
        paths.forEach(path -> elements.add(reference(path)));
        return new CimValue.Array(CimType.REFERENCE, elements);
    }

    public static CimValue.Array embeddeds(Collection<? extends CimObject> objects) {
        List<@Nullable CimValue> elements = new ArrayList<>(objects.size());
        objects.forEach(object -> elements.add(embedded(object)));
        return new CimValue.Array(CimType.STRING, elements);
    }

    /** A single value as its text and nothing around it: what a string says, a number, TRUE, a path. */
    public static String plain(CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        } else if (value instanceof CimValue.DateTime time) {
            return time.value().text();
        } else if (value instanceof CimValue.Char character) {
            return String.valueOf(character.value());
        } else if (value instanceof CimValue.Bool bool) {
            return bool.value() ? "TRUE" : "FALSE";
        } else if (value instanceof CimValue.Real real) {
            return String.valueOf(real.value());
        } else if (value instanceof CimValue.Reference reference) {
            return WbemUri.format(reference.path());
        }
        return value.toString();
    }
}
