package org.telvirt.hypervisor.libvirt.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A libvirt host that belongs to one test: its own libvirtd, in namespaces of its own, in a temporary folder. It ends,
 * with its guests, when this is closed or when the Java process ends in whatever way.
 */
public final class PrivateLibvirtd implements AutoCloseable {
    private static final long STOP_SECONDS = 30;

    private final Path folder;
    private final Process host;
    private final String uri;

    private PrivateLibvirtd(Path folder, Process host, String uri) {
        this.folder = folder;
        this.host = host;
        this.uri = uri;
    }

    /**
     * Starts a host and waits until it answers.
     *
     * @throws IllegalStateException this machine cannot; the message says what it lacks and how to get it
     */
    public static PrivateLibvirtd start() {
        return start(Map.of());
    }

    /**
     * Starts a host that can also be reached over TLS and TCP, on loopback.
     *
     * @param authority signed the certificate that it shows, and signs those that it accepts
     * @throws IllegalStateException this machine cannot; the message says what it lacks and how to get it
     */
    public static PrivateLibvirtd listening(Authority authority, int tlsPort, int tcpPort) {
        return start(Map.of(
                "TELVIRT_PKI", authority.server().toString(),
                "TELVIRT_TLS", String.valueOf(tlsPort),
                "TELVIRT_TCP", String.valueOf(tcpPort)));
    }

    private static PrivateLibvirtd start(Map<String, String> environment) {
        try {
            Path folder = Files.createTempDirectory("telvirt");
            Files.createDirectory(folder.resolve("guests"));
            ProcessBuilder script = script(folder, "run", name(folder));
            script.environment().putAll(environment);
            Process host = script.start();
            String uri = new BufferedReader(new InputStreamReader(host.getInputStream(), UTF_8)).readLine();
            if (uri == null) {
                String reason = new String(host.getErrorStream().readAllBytes(), UTF_8);
                delete(folder);
                throw new IllegalStateException(reason);
            }
            return new PrivateLibvirtd(folder, host, uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hosts share the machine's control groups, so that no two may have one name. */
    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    /** What this machine lacks for a host, and how to get it; empty: nothing. */
    public static Optional<String> lacks() {
        try {
            Path folder = Files.createTempDirectory("telvirt");
            try {
                Process check = script(folder, "check").start();
                String reason = new String(check.getErrorStream().readAllBytes(), UTF_8);
                return check.waitFor() == 0 ? Optional.empty() : Optional.of(reason);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The libvirt URI of this host. */
    public String uri() {
        return uri;
    }

    /** A folder for images and logs of guests; it goes when the host goes. */
    public Path guests() {
        return folder.resolve("guests");
    }

    /** What it is called, in its control groups, too. */
    public String name() {
        return name(folder);
    }

    /** All processes of this host: its first one, the daemon, guests. */
    public Stream<ProcessHandle> processes() {
        try {
            Path pid = folder.resolve("hosts").resolve(name()).resolve("pid");
            long first = Long.parseLong(Files.readString(pid).strip());
            return ProcessHandle.of(first).orElseThrow().descendants();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The daemon's process. */
    public ProcessHandle daemon() {
        return processes()
                .filter(process -> process.info().command().orElse("").endsWith("/libvirtd"))
                .findFirst()
                .orElseThrow();
    }

    /** The folder where its guests share memory, which is not the machine's. */
    public Path sharedMemory() {
        return Path.of("/proc", Long.toString(daemon().pid()), "root/dev/shm");
    }

    /**
     * Runs {@code virsh} on this host, as an administrator would behind our back.
     *
     * @return what it printed
     */
    public String virsh(String... arguments) {
        String[] command = Stream.concat(Stream.of("virsh", "-q", "-c", uri), Stream.of(arguments))
                .toArray(String[]::new);
        return run(new ProcessBuilder(command));
    }

    /** Restarts the daemon and waits until it answers again; guests go on. */
    public void restartDaemon() {
        run(script(folder, "restart", name(folder)));
    }

    /** Kills the daemon, and keeps it away until {@link #bringDaemonBack}; guests go on. */
    public void killDaemon() {
        try {
            Files.createFile(away());
            ProcessHandle daemon = daemon();
            daemon.destroyForcibly();
            daemon.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the daemon start that was killed, and waits until it answers. */
    public void bringDaemonBack() {
        try {
            Files.delete(away());
            run(script(folder, "await", name(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path away() {
        return folder.resolve("hosts").resolve(name()).resolve("run/away");
    }

    /**
     * Puts a small file system on a folder that there is, which the daemon and its guests see and this process does not.
     *
     * @return where this process sees it, as long as this daemon lives
     */
    public Path narrow(Path at, int mebibytes) {
        String pid = Long.toString(daemon().pid());
        run(new ProcessBuilder(
                "nsenter",
                "-t",
                pid,
                "-m",
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + mebibytes + "m",
                "narrow",
                at.toString()));
        return Path.of("/proc", pid, "root").resolve(Path.of("/").relativize(at));
    }

    /** The document of a defined domain where the daemon keeps it, for whoever changes it while there is no daemon. */
    public Path document(String domain) {
        return folder.resolve("hosts").resolve(name()).resolve("etc/qemu").resolve(domain + ".xml");
    }

    @Override
    public void close() {
        try {
            host.getOutputStream().close();
            if (!host.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the private libvirtd in " + folder + " does not stop");
            }
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The script comes from the class path, so that tests of other modules find it in our jar. */
    private static ProcessBuilder script(Path folder, String... arguments) {
        Path script = folder.resolve("private-libvirtd");
        if (!Files.exists(script)) {
            copy("private-libvirtd", script);
        }
        String[] command = Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TELVIRT_HOSTS", folder.resolve("hosts").toString());
        return builder;
    }

    static void copy(String resource, Path target) {
        try (InputStream content = PrivateLibvirtd.class.getResourceAsStream(resource)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            target.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.copyOf(builder.command()) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
