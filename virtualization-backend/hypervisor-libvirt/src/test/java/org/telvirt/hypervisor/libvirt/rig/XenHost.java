package org.telvirt.hypervisor.libvirt.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Xen hypervisor with a small dom0, in one emulated machine that belongs to the tests. It ends, with its guests, when
 * this is closed or when the Java process ends in whatever way. {@code TELVIRT_XEN_HOST} may name one that runs already,
 * by the line that {@code xen-host run} has printed.
 */
public final class XenHost implements AutoCloseable {
    private static final long STOP_SECONDS = 30;
    private static final @Nullable String RUNNING = System.getenv("TELVIRT_XEN_HOST");

    private final @Nullable Path folder; // null: it is not ours
    private final @Nullable Process machine;
    private final String uri;
    private final String consoles;

    private XenHost(@Nullable Path folder, @Nullable Process machine, String line) {
        String[] words = line.split(" ", -1);
        this.folder = folder;
        this.machine = machine;
        this.uri = words[0];
        this.consoles = words[1];
    }

    /**
     * Builds and boots a host, which takes minutes, and waits until its libvirt answers.
     *
     * @throws IllegalStateException this machine cannot; the message says what it lacks and how to get it
     */
    public static XenHost start() {
        if (RUNNING != null) {
            return new XenHost(null, null, RUNNING);
        }
        try {
            Path folder = Files.createTempDirectory("telvirt-xen");
            Process machine = script(folder, "run", String.valueOf(freePort()), String.valueOf(freePort()))
                    .start();
            String line = new BufferedReader(new InputStreamReader(machine.getInputStream(), UTF_8)).readLine();
            if (line == null) {
                String reason = new String(machine.getErrorStream().readAllBytes(), UTF_8);
                delete(folder);
                throw new IllegalStateException(reason);
            }
            return new XenHost(folder, machine, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this machine lacks for a host, and how to get it; empty: nothing. */
    public static Optional<String> lacks() {
        try {
            Path folder = Files.createTempDirectory("telvirt-xen");
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ProcessBuilder script(Path folder, String... arguments) throws IOException {
        Path script = folder.resolve("xen-host");
        Files.createDirectories(folder.resolve("guests"));
        PrivateLibvirtd.copy("xen-host", script);
        PrivateLibvirtd.copy("guests/xen-heartbeat.elf", folder.resolve("guests/xen-heartbeat.elf"));
        String[] command = Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TELVIRT_XEN", folder.toString());
        return builder;
    }

    /** The libvirt URI of this host. */
    public String uri() {
        return uri;
    }

    /** What a guest has written on its console, over all its starts; empty: nothing. */
    public String console(String guest) {
        try {
            URLConnection connection =
                    URI.create(consoles + "guest-" + guest + ".log").toURL().openConnection();
            connection.setUseCaches(false);
            return new String(connection.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return ""; // it has written nothing yet
        }
    }

    /** Runs {@code virsh} on this host, as an administrator would behind our back; what it printed. */
    public String virsh(String... arguments) {
        String[] command = Stream.concat(Stream.of("virsh", "-q", "-c", uri), Stream.of(arguments))
                .toArray(String[]::new);
        return PrivateLibvirtd.run(new ProcessBuilder(command));
    }

    /** The path of a new, empty image of 1 MiB on this host. */
    public String image(String name) {
        if (!virsh("pool-list", "--all", "--name").contains("images")) {
            virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images", "--build");
        }
        virsh("vol-create-as", "images", name + ".raw", "1M", "--format", "raw");
        return "/var/lib/libvirt/images/" + name + ".raw";
    }

    /** The path of a new, empty folder on this host, which ends with it. */
    public Path folder(String name) {
        Path path = Path.of("/var/lib/libvirt", name);
        virsh("pool-create-as", name, "dir", "--target", path.toString(), "--build");
        virsh("pool-destroy", name);
        return path;
    }

    @Override
    public void close() {
        if (machine == null || folder == null) {
            return;
        }
        try {
            machine.getOutputStream().close();
            boolean hasStopped = machine.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            if (!hasStopped) {
                machine.destroyForcibly().waitFor(); // the emulator dies with it
            }
            delete(folder);
            if (!hasStopped) {
                throw new IllegalStateException("the Xen host in " + folder + " did not stop by itself");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
