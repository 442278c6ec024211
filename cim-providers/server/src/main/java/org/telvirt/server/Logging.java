package org.telvirt.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.LogManager;
import org.telvirt.server.settings.Settings.LogFormat;

/**
 * Sets up the log: one line an event, on the standard error stream. SLF4J hands it to the JDK's own logging, which is
 * ready at once and makes out dates only when there is a line to write. Logback alone would take a tenth of the second
 * that a start may take, and the server needs nothing that only Logback has.
 */
final class Logging {
    private static final Map<String, String> LEVELS =
            Map.of("error", "SEVERE", "warn", "WARNING", "info", "INFO", "debug", "FINE", "trace", "FINEST");

    private Logging() {}

    /**
     * To be called before anything logs.
     *
     * @param level of SLF4J, in lower case
     */
    static void begin(String level, LogFormat format) {
        // named, or SLF4J would look through all jars for it; and it would say so
        System.setProperty("slf4j.provider", "org.slf4j.jul.JULServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        String formatter = format == LogFormat.JSON
                ? "org.telvirt.server.observation.JsonFormat"
                : "java.util.logging.SimpleFormatter";
        String configuration = """
                handlers = java.util.logging.ConsoleHandler
                .level = %s
                java.util.logging.ConsoleHandler.level = ALL
                java.util.logging.ConsoleHandler.formatter = %s
                java.util.logging.SimpleFormatter.format = %%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s: %%5$s%%6$s%%n
                """.formatted(LEVELS.get(level), formatter);
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be read", e);
        }
    }
}
