package org.telvirt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that the server runs on. */
final class Machine {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final String UNKNOWN = "localhost";

    private Machine() {}

    /** What it is called; asks no name server, which might be slow to answer. */
    static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return UNKNOWN; // not Linux
        }
    }
}
