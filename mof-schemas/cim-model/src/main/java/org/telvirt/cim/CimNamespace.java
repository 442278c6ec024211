package org.telvirt.cim;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A namespace name such as {@code root/virt}; equal regardless of case, without slashes at its ends. */
public final class CimNamespace implements Comparable<CimNamespace> {
    private final String text;
    private final String folded;

    private CimNamespace(String text) {
        this.text = text;
        this.folded = text.toLowerCase(Locale.ROOT);
    }

    /**
     * The namespace with this spelling; slashes at the ends are dropped.
     *
     * @throws IllegalArgumentException if nothing is left or a component is empty
     */
    public static CimNamespace of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '/') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '/') {
            to--;
        }
        String bare = text.substring(from, to);
        if (bare.isEmpty() || bare.contains("//")) {
            throw new IllegalArgumentException("'" + text + "' is not a namespace name");
        }
        return new CimNamespace(bare);
    }

    /** The components between the slashes, one or more. */
    public List<String> components() {
        return List.of(text.split("/"));
    }

    @Override
    public int compareTo(CimNamespace other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof CimNamespace namespace && folded.equals(namespace.folded));
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** The name as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
