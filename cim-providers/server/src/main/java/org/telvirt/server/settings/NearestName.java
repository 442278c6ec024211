package org.telvirt.server.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant who mistyped a name. */
public final class NearestName {
    private NearestName() {}

    /** The name with the fewest typing errors between it and the text; empty: none is near. */
    public static Optional<String> to(String text, Collection<String> names) {
        int tolerated = Math.max(2, text.length() / 3);
        return names.stream()
                .filter(name -> distance(text, name) <= tolerated)
                .min(Comparator.comparingInt(name -> distance(text, name)));
    }

    /** The number of letters to insert, drop or replace. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
