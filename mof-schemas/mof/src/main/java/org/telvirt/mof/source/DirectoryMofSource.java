package org.telvirt.mof.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** MOF files in a directory. */
record DirectoryMofSource(Path directory) implements MofSource {
    @Override
    public byte @Nullable [] read(String path) throws IOException {
        Path file = directory.resolve(path).normalize();
        // an include must not reach out of the directory
        return file.startsWith(directory.normalize()) && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }
}
