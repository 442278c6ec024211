package org.telvirt.mof;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where the file of an include is, within a source. */
final class IncludePath {
    private IncludePath() {}

    /**
     * The path of a file that is written relative to another.
     *
     * @param from the including file; empty: the root of the source
     * @return null: it leads out of the source
     */
    static @Nullable String of(String from, String file) {
        int folder = from.lastIndexOf('/');
        String beside = folder < 0 ? "" : from.substring(0, folder + 1);
        return normal(beside.concat(file.replace('\\', '/')));
    }

    private static @Nullable String normal(String path) {
        if (!path.contains("/.") && !path.contains("//") && !path.startsWith(".") && !path.startsWith("/")) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
