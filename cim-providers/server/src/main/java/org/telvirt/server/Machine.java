package org.telvirt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The machine that the server runs on. */
final class Machine {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
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

    /** Names this start of the machine; null: it cannot be told. */
    static @Nullable String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return null; // not Linux
        }
    }
}
