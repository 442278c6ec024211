package org.telvirt.providers.device;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Files of the host as HostResource names them: by {@code file:} URI (RFC 8089). */
final class HostFile {
    private static final String SCHEME = "file";

    private HostFile() {}

    /** The URI of an absolute path. */
    static String uri(String path) {
        try {
            return new URI(SCHEME, "", path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " is not absolute", e);
        }
    }

    /** The absolute path that a URI names, or that is given as it is; null: it is neither. */
    static @Nullable String path(String text) {
        if (text.startsWith("/")) {
            return text;
        }
        try {
            URI uri = new URI(text);
            String path = uri.getPath();
            boolean local = uri.getHost() == null || uri.getHost().equals("localhost");
            return SCHEME.equalsIgnoreCase(uri.getScheme()) && local && path != null && path.startsWith("/")
                    ? path
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
