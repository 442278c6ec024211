package org.telvirt.mof.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** MOF files in a folder of a zip archive. */
final class ZipMofSource implements MofSource {
    private final ZipFile zip;
    private final String folder;

    // folder: with a slash at its end, or empty
    ZipMofSource(Path archive, String folder) throws IOException {
        this.zip = new ZipFile(archive.toFile());
        this.folder = folder;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(folder.concat(path));
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
