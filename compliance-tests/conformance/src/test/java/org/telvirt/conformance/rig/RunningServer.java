package org.telvirt.conformance.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server as a user starts it: {@code ./telvirt serve} in a process and a state folder of its own. */
public final class RunningServer implements AutoCloseable {
    /** The administrator's password. */
    public static final String PASSWORD = "correct-horse-battery";

    private static final Pattern READY = Pattern.compile("READY http=(\\S+) https=(\\S+)");
    private static final long STOP_SECONDS = 60;

    private final Path folder;
    private final Process process;
    private final String http;
    private final String https;

    private RunningServer(Path folder, Process process, String http, String https) {
        this.folder = folder;
        this.process = process;
        this.http = http;
        this.https = https;
    }

    /** Starts a server on the simulated hypervisor, with more options of {@code telvirt serve}. */
    public static RunningServer simulated(String... options) {
        return start(null, options);
    }

    /** Starts a server on a libvirt URI. */
    public static RunningServer on(String uri) {
        return start(uri);
    }

    /** Starts a server on the simulated hypervisor in a folder that it, or one before it, has used; see {@link #kill}. */
    public static RunningServer in(Path folder) {
        return start(folder, null);
    }

    /** The same on a libvirt URI. */
    public static RunningServer in(Path folder, String uri) {
        return start(folder, uri);
    }

    private static RunningServer start(@Nullable String uri, String... options) {
        try {
            return start(Files.createTempDirectory("telvirt-state"), uri, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningServer start(Path folder, @Nullable String uri, String... options) {
        try {
            Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
            List<String> command = new ArrayList<>(List.of(
                    Repository.root().resolve("telvirt").toString(),
                    "serve",
                    "--http-port",
                    "0",
                    "--https-port",
                    "0",
                    "--state",
                    folder.resolve("state").toString(),
                    "--admin-password-file",
                    password.toString()));
            command.addAll(List.of(options));
            if (uri != null) {
                command.addAll(List.of("--hypervisor", uri));
            }
            Path log = folder.resolve("log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return ready(folder, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningServer ready(Path folder, Process process, Path log) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new RunningServer(folder, process, ready.group(1), ready.group(2));
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("the server did not start: " + seen + Files.readString(log));
    }

    /** Host and port for HTTP. */
    public String http() {
        return http;
    }

    /** Host and port for HTTPS. */
    public String https() {
        return https;
    }

    /** The process of the server. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the server as a fault would, at once; its state stays. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end on SIGKILL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the server keeps. */
    public Path state() {
        return folder.resolve("state");
    }

    /** Stops the server as an administrator would, and removes its state. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not stop on SIGTERM");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
