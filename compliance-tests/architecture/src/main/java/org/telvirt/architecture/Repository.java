package org.telvirt.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the repository.
 *
 * @param root the folder with the root pom
 */
public record Repository(Path root) {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern NOT_OURS = Pattern.compile("\\.git|target|\\.idea|\\.vscode|\\.settings");

    /**
     * The repository around the working directory.
     *
     * @throws IllegalStateException when there is none
     */
    public static Repository around(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        for (Path candidate = absolute; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve("mof-schemas"))) {
                return new Repository(candidate);
            }
        }
        throw new IllegalStateException("No repository around '" + directory + "'");
    }

    /** The modules of the root pom, as folders below the root. */
    public List<String> modules() {
        return MODULE.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /** The Java files of a source folder of all modules, such as {@code src/main/java}. */
    public List<Path> javaFiles(String sourceFolder) {
        return modules().stream()
                .map(module -> root.resolve(module).resolve(sourceFolder))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesIn(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** The files that are under version control or will be: those that git does not ignore, else all but build output. */
    public List<Path> files() {
        try {
            List<String> names = Git.listFiles(root);
            return names.isEmpty()
                    ? filesIn(root)
                    : names.stream()
                            .map(root::resolve)
                            .filter(Files::isRegularFile)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted()
                    .filter(entry ->
                            !NOT_OURS.matcher(entry.getFileName().toString()).matches())
                    .flatMap(entry -> Files.isDirectory(entry) ? filesIn(entry).stream() : Stream.of(entry))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file; bytes that are not UTF-8 become replacement characters. */
    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
