package org.telvirt.traceability.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.telvirt.traceability.Requirement;

/** The lines of a table in our resources, without comments and empty lines. */
final class TableFile {
    private TableFile() {}

    static List<String> lines(String resource) {
        try (InputStream in = Requirement.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource '" + resource + "' is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a row; each a text without blanks around it. */
    static List<String> cells(String line, int count) {
        List<String> cells =
                List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
        if (cells.size() != count) {
            throw new IllegalStateException("Expected " + count + " cells in '" + line + "'");
        }
        return cells;
    }
}
