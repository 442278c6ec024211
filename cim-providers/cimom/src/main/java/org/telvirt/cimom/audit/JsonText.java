package org.telvirt.cimom.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Writes JSON (RFC 8259) on one line. */
final class JsonText {
    // a record says what was done and is no copy of it
    private static final int LONGEST = 1000;
    private static final int MOST = 16_000;
    private static final int USUAL = 2048;

    private final StringBuilder out = new StringBuilder(USUAL);
    private boolean comma;

    JsonText open() {
        separate().append('{');
        comma = false;
        return this;
    }

    JsonText close() {
        out.append('}');
        comma = true;
        return this;
    }

    /** The name of a member; its value follows. */
    JsonText name(String name) {
        separate();
        quoted(name).append(':');
        comma = false;
        return this;
    }

    JsonText member(String name, String value) {
        name(name);
        return text(value);
    }

    JsonText text(String value) {
        separate();
        quoted(value);
        return this;
    }

    private StringBuilder separate() {
        if (comma) {
            out.append(',');
        }
        comma = true;
        return out;
    }

    /** A value of CIM; whatever hides a secret is left out. */
    JsonText value(CimName name, @Nullable CimValue value) {
        if (value == null) {
            separate().append("null");
        } else if (Secrets.hides(name) || isFull()) {
            text("(not recorded)");
        } else {
            shown(name, value);
        }
        return this;
    }

    private boolean isFull() {
        return out.length() > MOST;
    }

    private void shown(CimName name, CimValue value) {
        if (value instanceof CimValue.Bool bool) {
            separate().append(bool.value());
        } else if (value instanceof CimValue.Int) {
            separate().append(value);
        } else if (value instanceof CimValue.Array array) {
            array(name, array.elements());
        } else if (value instanceof CimValue.Embedded embedded) {
            embedded(embedded);
        } else {
            String plain = CimValues.plain(value);
            text(Secrets.hides(plain) ? "(not recorded)" : cut(plain));
        }
    }

    private void array(CimName name, List<@Nullable CimValue> elements) {
        separate().append('[');
        comma = false;
        for (@Nullable CimValue element : elements) {
            if (isFull()) {
                text("…");
                break;
            }
            value(name, element);
        }
        out.append(']');
        comma = true;
    }

    private void embedded(CimValue.Embedded embedded) {
        if (embedded.object() instanceof CimInstance instance) {
            open().member("class", instance.className().toString());
            members(instance.className(), instance.properties()).close();
        } else if (embedded.object() instanceof CimClass definition) {
            open().member("declares", definition.name().toString()).close();
        }
    }

    /** A member for each property. */
    JsonText members(CimName className, List<CimProperty> properties) {
        for (CimProperty property : properties) {
            name(property.name().toString());
            if (property.value() != null && Secrets.hides(className)) {
                text("(not recorded)");
            } else {
                value(property.name(), property.value());
            }
        }
        return this;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private StringBuilder quoted(String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // most texts have nothing to escape and are appended as a whole
            if (isEscaped(c, value, i)) {
                out.append(value, plain, i).append('\\');
                plain = i + 1;
                if (c == '"' || c == '\\') {
                    out.append(c);
                } else {
                    out.append(String.format("u%04x", (int) c));
                }
            }
        }
        return out.append(value, plain, value.length()).append('"');
    }

    private static boolean isEscaped(char c, String value, int index) {
        return c < ' '
                || c == '"'
                || c == '\\'
                || c == '\u2028'
                || c == '\u2029'
                || (Character.isSurrogate(c) && isLone(value, index));
    }

    private static boolean isLone(String value, int index) {
        return Character.isHighSurrogate(value.charAt(index))
                ? index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(value.charAt(index - 1));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
