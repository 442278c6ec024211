package org.telvirt.hypervisor.libvirt.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads small files of the kernel, which may vanish at any time.
 *
 * @param proc where {@code /proc} is
 * @param sys where {@code /sys} is
 */
public record KernelFiles(Path proc, Path sys) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Those of this machine. */
    public static KernelFiles ofThisMachine() {
        return new KernelFiles(Path.of("/proc"), Path.of("/sys"));
    }

    /** What a file says; null: it cannot be read, or is not there. */
    static @Nullable String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }

    /** The lines of a file; none: it cannot be read. */
    static List<String> lines(Path file) {
        String text = text(file);
        return text == null ? List.of() : text.lines().toList();
    }

    /** The number in a file; null: there is none. */
    static @Nullable Long number(Path file) {
        String text = text(file);
        return text == null ? null : number(text.strip());
    }

    /** A number; null: it is none. */
    static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The words of a line. */
    static String[] words(String line) {
        return SPACE.split(line.strip());
    }

    /** The names in a folder that match; none: it is not there, or cannot be read. */
    static List<String> names(Path folder, Pattern pattern) {
        List<String> names = namesIfReadable(folder, pattern);
        return names == null ? List.of() : names;
    }

    /** The names in a folder that match; none: it is not there; null: it cannot be read, as with too many open files. */
    static @Nullable List<String> namesIfReadable(Path folder, Pattern pattern) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (pattern.matcher(name).matches()) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            return null;
        }
        names.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length()));
        return names;
    }
}
