package org.telvirt.server.porch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.Users;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Limits;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.state.StateFolder;
import org.telvirt.server.tls.TlsIdentity;

/** A porch on free ports, for one administrator, with a test's own door behind it. */
final class OpenPorch implements AutoCloseable {
    private final StateFolder state;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Porch porch;
    private final TlsIdentity identity;
    private final String password;

    /** Bounds that a test can reach: 1 kB of header, 100 kB of body, a second for a request, 20 kB a second after it. */
    static Limits limits() {
        return new Limits(100_000, 1024, 50, 10, 10, Duration.ofSeconds(1), Duration.ofSeconds(30), 20_000);
    }

    static Limits limitsOfRequests(int requests, int waiting) {
        Limits usual = limits();
        return new Limits(
                usual.requestBytes(),
                usual.headerBytes(),
                usual.connections(),
                requests,
                waiting,
                usual.requestTimeout(),
                usual.idleTimeout(),
                usual.bytesPerSecond());
    }

    OpenPorch(Path folder, Limits limits, Door door) throws StartException {
        state = StateFolder.open(folder);
        Settings settings = settings(folder, limits, OptionalInt.of(0));
        porch = new Porch(settings, new QueuedThreadPool(40), timer, System::nanoTime);
        Users users = Users.open(state.file("users"));
        Authenticator authenticator = new Authenticator(users, new SecureRandom(), System::nanoTime);
        password = Administrator.appoint(users, authenticator, Optional.empty(), new SecureRandom())
                .orElseThrow();
        identity = TlsIdentity.open(state, "vf-1", Clock.systemUTC());
        porch.open(door, authenticator, identity);
    }

    static Settings settings(Path folder, Limits limits, OptionalInt port) {
        return new Settings(
                port,
                OptionalInt.of(0),
                "127.0.0.1",
                folder,
                URI.create("simulated:///default"),
                Optional.empty(),
                "warn",
                limits,
                Duration.ofSeconds(10),
                List.of());
    }

    Porch porch() {
        return porch;
    }

    TlsIdentity identity() {
        return identity;
    }

    String password() {
        return password;
    }

    RawConnection connect() throws IOException {
        return RawConnection.to(porch.httpAddress().orElseThrow());
    }

    @Override
    public void close() {
        porch.close();
        timer.shutdownNow();
        state.close();
    }
}
