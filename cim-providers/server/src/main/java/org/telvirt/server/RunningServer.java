package org.telvirt.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that answers, until it is closed.
 *
 * @param httpAddress host and port; empty: no HTTP
 * @param httpsAddress host and port; empty: no HTTPS
 * @param certificateFile what clients need to trust it
 * @param freshPassword the administrator's, made at this start; empty: it had one
 * @param opened what to close, in reverse order
 */
record RunningServer(
        Optional<String> httpAddress,
        Optional<String> httpsAddress,
        Path certificateFile,
        Optional<String> freshPassword,
        Opened opened)
        implements AutoCloseable {
    @Override
    public void close() {
        opened.close();
    }
}
