package org.telvirt.mof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.repository.NamespaceSchema;

/** Writes values, breaking what is too long for a line. */
final class ValueText {
    private static final int LINE = 110;

    private final StringBuilder out;
    private final int indent;
    private final MofWriter objects;

    /**
     * @param indent of further lines, in characters
     */
    ValueText(StringBuilder out, int indent) {
        this(out, indent, new MofWriter(NamespaceSchema.EMPTY));
    }

    ValueText(StringBuilder out, int indent, MofWriter objects) {
        this.out = out;
        this.indent = indent;
        this.objects = objects;
    }

    void append(CimValue value) {
        if (value instanceof CimValue.Array array) {
            append(array.elements());
        } else if (value instanceof CimValue.Text text) {
            appendString(text.value());
        } else if (value instanceof CimValue.Bool bool) {
            out.append(bool.value());
        } else if (value instanceof CimValue.Int number) {
            out.append(number);
        } else if (value instanceof CimValue.Real real) {
            append(real);
        } else if (value instanceof CimValue.Char character) {
            appendCharacter(character.value());
        } else if (value instanceof CimValue.DateTime time) {
            appendString(time.value().text());
        } else if (value instanceof CimValue.Reference reference) {
            appendString(reference.path().toString());
        } else if (value instanceof CimValue.Embedded embedded) {
            appendString(objects.write(embedded.object()));
        } else if (value instanceof CimValue.Lexical lexical) {
            appendString(lexical.text());
        }
    }

    private void appendCharacter(char value) {
        String text = value == '"' ? "\"" : value == '\'' ? "\\'" : escaped(String.valueOf(value));
        out.append('\'').append(text).append('\'');
    }

    private void append(List<@Nullable CimValue> elements) {
        out.append('{');
        for (int i = 0; i < elements.size(); i++) {
            out.append(i == 0 ? " " : ", ");
            int start = out.length();
            CimValue element = elements.get(i);
            if (element == null) {
                out.append("NULL");
            } else {
                append(element);
            }
            if (column() > LINE && columnOf(start) > indent) {
                out.insert(start, newLine());
            }
        }
        out.append(elements.isEmpty() ? "}" : " }");
    }

    private String newLine() {
        return "\n" + " ".repeat(indent);
    }

    private int column() {
        return columnOf(out.length());
    }

    private int columnOf(int position) {
        return position - out.lastIndexOf("\n", position - 1) - 1;
    }

    private void append(CimValue.Real real) {
        if (!Double.isFinite(real.value())) {
            throw new IllegalArgumentException("MOF cannot say " + real.value());
        }
        out.append(
                real.type() == CimType.REAL32 ? Float.toString((float) real.value()) : Double.toString(real.value()));
    }

    // a long string becomes several that are joined when read
    private void appendString(String value) {
        String text = escaped(value);
        int from = 0;
        while (column() + text.length() - from + 2 > LINE) {
            int end = text.lastIndexOf(' ', Math.max(from, from + LINE - column() - 3)) + 1;
            end = end > from ? end : text.indexOf(' ', from) + 1;
            if (end <= from || end >= text.length()) {
                break;
            }
            out.append('"').append(text, from, end).append('"').append(newLine());
            from = end;
        }
        out.append('"').append(text, from, text.length()).append('"');
    }

    private static String escaped(String value) {
        return isPlain(value) ? value : escapedOneByOne(value);
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String escapedOneByOne(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int known = "\b\t\n\f\r\"\\".indexOf(c);
            if (known >= 0) {
                text.append('\\').append("btnfr\"\\".charAt(known));
            } else if (c == 0) {
                throw new IllegalArgumentException("MOF cannot say U+0000");
            } else if (c < ' ' || c == 0x7f || isLone(value, i)) {
                text.append(String.format("\\x%04X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    // half of a surrogate pair would be lost when the text is encoded
    private static boolean isLone(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }
}
