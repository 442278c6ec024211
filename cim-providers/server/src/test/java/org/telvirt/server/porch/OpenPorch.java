package org.telvirt.server.porch;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.Users;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Security.MetricsReaders;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;
import org.telvirt.server.state.StateFolder;
import org.telvirt.server.tls.TlsIdentity;
import org.telvirt.server.tls.TlsWatch;

/** A porch on free ports, for one administrator, with a test's own door behind it. */
final class OpenPorch implements AutoCloseable {
    private final StateFolder state;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Porch porch;
    private final TlsIdentity identity;
    private final TlsWatch certificates;
    private final String password;

    /** Bounds that a test can reach: 1 kB of header, 100 kB of body, a second for a request, 20 kB a second after it. */
    private static final Map<Setting, String> USUAL = Map.of(
            Setting.HTTP_PORT, "0",
            Setting.HTTPS_PORT, "0",
            Setting.MAX_REQUEST_SIZE, "100000",
            Setting.MAX_HEADER_SIZE, "1024",
            Setting.MAX_REQUESTS, "10",
            Setting.MAX_WAITING_REQUESTS, "10",
            Setting.REQUEST_TIMEOUT, "1s",
            Setting.IDLE_TIMEOUT, "30s",
            Setting.MIN_TRANSFER_RATE, "20000");

    private static final List<Page> PAGES = List.of(
            new Page("/all", MetricsReaders.ALL, () -> new Page.Content(200, "text/plain", "for all")),
            new Page("/local", MetricsReaders.LOCAL, () -> new Page.Content(200, "text/plain", "for the machine")),
            new Page("/users", MetricsReaders.USERS, () -> new Page.Content(503, "text/plain", "for users")));

    OpenPorch(Path folder, Map<Setting, String> unusual, Door door) throws StartException {
        state = StateFolder.open(folder);
        Settings settings = settings(folder, unusual);
        porch = new Porch(settings, new QueuedThreadPool(40), timer, System::nanoTime);
        Users users = Users.open(state.file("users"));
        Authenticator authenticator = new Authenticator(users, new SecureRandom(), System::nanoTime);
        password = Administrator.appoint(users, authenticator, Optional.empty(), new SecureRandom())
                .orElseThrow();
        Optional<Path> clientCa = settings.security().clientCa();
        certificates = new TlsWatch(state, clientCa, Clock.systemUTC());
        identity = TlsIdentity.open(state, clientCa, "vf-1", Clock.systemUTC());
        porch.open(door, authenticator, identity, PAGES);
    }

    static Settings settings(Path folder, Map<Setting, String> unusual) throws StartException {
        Map<Setting, String> options = new EnumMap<>(USUAL);
        options.put(Setting.STATE, folder.toString());
        options.putAll(unusual);
        return new SettingsReader(Map.of(), folder).read(options, Optional.empty());
    }

    Porch porch() {
        return porch;
    }

    TlsIdentity identity() {
        return identity;
    }

    /** As the server does every few seconds. */
    void lookAtCertificates() {
        certificates.changed().ifPresent(porch::renew);
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
