package org.telvirt.cim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A CIM name; equal regardless of case, kept as written (DSP0004 §5.1). */
public final class CimName implements Comparable<CimName> {
    private final String text;
    private final int hash;

    private CimName(String text) {
        this.text = text;
        // folding per character agrees with equalsIgnoreCase, unlike String.toLowerCase for some letters
        int folded = 0;
        for (int i = 0; i < text.length(); i++) {
            folded = 31 * folded + fold(text.charAt(i));
        }
        this.hash = folded;
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /**
     * The name with this spelling.
     *
     * @throws IllegalArgumentException if the text is not a CIM identifier; ask {@link #isValid} first for foreign text
     */
    public static CimName of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a CIM name");
        }
        return new CimName(text);
    }

    /** Whether the text is an identifier: a letter, underscore or non-ASCII character, then also digits. */
    public static boolean isValid(@Nullable String text) {
        if (text == null || text.isEmpty() || !isStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isStart(c) && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    /** The schema prefix before the first underscore, such as {@code CIM}; empty if there is none. */
    public String schema() {
        int underscore = text.indexOf('_');
        return underscore < 0 ? "" : text.substring(0, underscore);
    }

    /** Whether the name is spelled like this, regardless of case. */
    public boolean is(String other) {
        return text.equalsIgnoreCase(other);
    }

    /** The name in lower case, for canonical forms such as WBEM URIs. */
    public String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CimName other) {
        return text.compareToIgnoreCase(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CimName name && hash == name.hash && text.equalsIgnoreCase(name.text));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The name as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
