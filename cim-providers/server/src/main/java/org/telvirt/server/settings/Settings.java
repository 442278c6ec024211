package org.telvirt.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How this server is to run.
 *
 * @param httpPort 0: any free port; empty: no HTTP
 * @param httpsPort 0: any free port; empty: no HTTPS
 * @param bind the address or host name to listen on
 * @param state the state folder
 * @param adminPasswordFile empty: the password is what it was, or generated
 * @param logLevel a level of SLF4J in lower case
 * @param stopTimeout how long running requests may go on once the server stops
 * @param warnings what looks like a mistake but does not prevent the start
 */
public record Settings(
        OptionalInt httpPort,
        OptionalInt httpsPort,
        String bind,
        Path state,
        URI hypervisor,
        Optional<Path> adminPasswordFile,
        String logLevel,
        Limits limits,
        Duration stopTimeout,
        List<String> warnings) {
    /** Copies the warnings. */
    public Settings {
        warnings = List.copyOf(warnings);
    }
}
