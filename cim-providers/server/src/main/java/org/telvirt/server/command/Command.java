package org.telvirt.server.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.telvirt.server.settings.Setting;

/** What the command line asks for. */
public sealed interface Command {
    /**
     * To serve.
     *
     * @param options the settings it gives
     * @param settingsFile empty: it names none
     * @param exitWhenReady whether to stop as soon as the server answers
     */
    record Serve(Map<Setting, String> options, Optional<Path> settingsFile, boolean exitWhenReady) implements Command {}

    /** To serve itself a few requests and end, while the JVM writes down which classes that took. */
    record Train() implements Command {}

    /** To print a text. */
    record Print(String text) implements Command {}
}
