package org.telvirt.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Tables in resource files: cells between bars, comments after a hash sign. */
public final class Table {
    private Table() {}

    /** The text of a table that lies beside this class. */
    public static String load(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource '" + resource + "' is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that carry something. */
    public static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /**
     * The cells of a line, without blanks around them.
     *
     * @throws IllegalArgumentException when there are not as many
     */
    public static List<String> cells(String line, int count) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != count) {
            throw new IllegalArgumentException("Expected " + count + " cells in '" + line + "'");
        }
        return cells;
    }

    /** The words of a cell. */
    public static List<String> words(String cell) {
        return Stream.of(cell.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
