package org.telvirt.server.schema;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.telvirt.mof.source.MofSource;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/**
 * MOF files, and in which order to read them.
 *
 * @param main what to read; these include the others
 */
record MofFiles(MofSource source, List<String> main) implements AutoCloseable {
    /** What the DMTF calls the file that includes all others, and what we do. */
    private static final String DMTF_MAIN = "(.*/)?cim_schema_[0-9.]+\\.mof";

    private static final String OUR_MAIN = "schema.mof";

    /** Qualifiers must be known before they are used. */
    private static final Comparator<String> QUALIFIERS_FIRST = Comparator.comparing(
                    (String path) -> !path.toLowerCase(Locale.ROOT).contains("qualifier"))
            .thenComparing(Comparator.naturalOrder());

    /**
     * Opens an archive, a folder or a single file.
     *
     * @throws StartException DATA: there is none, or no MOF in it
     */
    static MofFiles open(Path path) throws StartException {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                    List<String> names =
                            all.map(file -> path.relativize(file).toString()).toList();
                    return new MofFiles(MofSource.directory(path), main(names, path));
                }
            }
            if (path.toString().endsWith(".zip")) {
                try (ZipFile zip = new ZipFile(path.toFile())) {
                    List<String> names =
                            zip.stream().map(entry -> entry.getName()).toList();
                    return new MofFiles(MofSource.zip(path), main(names, path));
                }
            }
            Path file = path.toAbsolutePath();
            if (!Files.exists(file)) {
                throw new NoSuchFileException(path.toString(), null, "there is no such file");
            }
            return new MofFiles(
                    MofSource.directory(file.resolveSibling("")), List.of(String.valueOf(file.getFileName())));
        } catch (IOException e) {
            throw new StartException(ExitCode.DATA, "Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static List<String> main(List<String> names, Path path) throws StartException {
        List<String> mof = names.stream()
                .filter(name -> name.endsWith(".mof"))
                .sorted(QUALIFIERS_FIRST)
                .toList();
        if (mof.isEmpty()) {
            throw new StartException(ExitCode.DATA, "There is no file in " + path + " whose name ends in .mof");
        }
        List<String> dmtf = mof.stream().filter(name -> name.matches(DMTF_MAIN)).toList();
        if (!dmtf.isEmpty()) {
            return dmtf.subList(0, 1);
        }
        return mof.contains(OUR_MAIN) ? List.of(OUR_MAIN) : mof;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
