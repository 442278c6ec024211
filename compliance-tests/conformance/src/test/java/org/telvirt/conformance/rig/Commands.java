package org.telvirt.conformance.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, within a bound. */
public final class Commands {
    /** Ten times what a slow, emulated guest needs for anything that a command waits for. */
    private static final long BOUND_SECONDS = 120;

    private Commands() {}

    /**
     * What a program left.
     *
     * @param output what it printed to both of its outputs, in order
     */
    public record Result(int exitCode, String output) {}

    /**
     * Runs a program.
     *
     * @param environment added to that of the tests
     * @param input what it reads
     * @throws IllegalStateException it does not end
     */
    public static Result run(Map<String, String> environment, String input, List<String> command) {
        try {
            Path in = Files.createTempFile("telvirt", ".in");
            Path out = Files.createTempFile("telvirt", ".out");
            try {
                Files.writeString(in, input);
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command + " does not end. So far: " + Files.readString(out));
                }
                return new Result(process.exitValue(), new String(Files.readAllBytes(out), UTF_8));
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a program of this name can be run. */
    public static boolean exists(String program) {
        return run(Map.of(), "", List.of("sh", "-c", "command -v " + program)).exitCode() == 0;
    }
}
