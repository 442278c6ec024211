package org.telvirt.mof.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A set of MOF files that can include each other. Paths are relative to its root, with slashes, without {@code ..}.
 * Whoever opens one closes it.
 */
@FunctionalInterface
public interface MofSource extends Closeable {
    /**
     * The bytes of a file.
     *
     * @return null: there is no such file
     * @throws IOException if there is one but it cannot be read
     */
    byte @Nullable [] read(String path) throws IOException;

    /** Lets go of what it holds open; nothing by default. */
    @Override
    default void close() throws IOException {}

    /** Files on the class path, in a folder such as {@code org/telvirt/schema}. */
    static MofSource classPath(ClassLoader loader, String folder) {
        return new ClassPathMofSource(loader, folder.concat("/"));
    }

    /** Files in a directory. */
    static MofSource directory(Path directory) {
        return new DirectoryMofSource(directory);
    }

    /**
     * Files in a zip archive, such as the DMTF publishes.
     *
     * @throws IOException if the archive cannot be opened
     */
    static MofSource zip(Path archive) throws IOException {
        return new ZipMofSource(archive, "");
    }

    /** A single file with this text. */
    static MofSource text(String name, String text) {
        return path -> path.equals(name) ? text.getBytes(StandardCharsets.UTF_8) : null;
    }
}
