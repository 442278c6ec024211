package org.telvirt.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How this server is to run.
 *
 * @param httpPort 0: any free port; empty: no HTTP
 * @param httpsPort 0: any free port; empty: no HTTPS
 * @param slpPort where the server makes itself known by the service location protocol; empty: nowhere
 * @param bind the address or host name to listen on
 * @param state the state folder
 * @param logLevel a level of SLF4J in lower case
 * @param logFormat how log lines look
 * @param stopTimeout how long running requests may go on once the server stops
 * @param warnings what looks like a mistake but does not prevent the start
 */
public record Settings(
        OptionalInt httpPort,
        OptionalInt httpsPort,
        OptionalInt slpPort,
        String bind,
        Path state,
        URI hypervisor,
        String logLevel,
        LogFormat logFormat,
        Security security,
        Limits limits,
        Duration stopTimeout,
        List<String> warnings) {
    /** How log lines look. */
    public enum LogFormat {
        /** For people. */
        TEXT,
        /** An object a line, for programs. */
        JSON
    }

    /** Copies the warnings. */
    public Settings {
        warnings = List.copyOf(warnings);
    }
}
