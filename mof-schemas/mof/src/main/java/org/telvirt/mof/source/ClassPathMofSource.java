package org.telvirt.mof.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * MOF files on the class path. A class loader needs a third of a millisecond for each resource in an archive, ten times
 * what the archive itself needs, and a schema has hundreds; so the place of the first file is asked for the others.
 */
final class ClassPathMofSource implements MofSource {
    private final ClassLoader loader;
    private final String folder;
    private @Nullable MofSource place;

    // folder: with a slash at its end
    ClassPathMofSource(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        byte[] bytes = place == null ? null : place.read(path);
        if (bytes != null) {
            return bytes;
        }
        URL url = loader.getResource(folder.concat(path));
        if (url == null) {
            return null;
        }
        if (place == null) {
            place = placeOf(url, path);
        }
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    private @Nullable MofSource placeOf(URL url, String path) throws IOException {
        try {
            if (url.getProtocol().equals("file")) {
                String root = url.toURI().getPath();
                return MofSource.directory(Path.of(root.substring(0, root.length() - path.length())));
            }
            URLConnection connection = url.openConnection();
            return connection instanceof JarURLConnection jar
                            && jar.getJarFileURL().getProtocol().equals("file")
                    ? new ZipMofSource(Path.of(jar.getJarFileURL().toURI()), folder)
                    : null;
        } catch (URISyntaxException e) {
            throw new IOException(url + " is not the place of a file", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (place != null) {
            place.close();
        }
    }
}
