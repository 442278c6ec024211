package org.telvirt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.Users;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.porch.Door;
import org.telvirt.server.porch.Porch;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.state.StateFolder;
import org.telvirt.server.tls.TlsIdentity;

/** The only place that makes services: from the engine at the bottom of the house to the porch. */
final class Wiring {
    private Wiring() {}

    /**
     * Starts everything.
     *
     * @throws StartException something cannot be used; nothing stays open
     */
    static RunningServer start(Settings settings) throws StartException {
        Opened opened = new Opened();
        try {
            return start(settings, opened);
        } catch (StartException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static RunningServer start(Settings settings, Opened opened) throws StartException {
        StateFolder state = opened.add(StateFolder.open(settings.state()));
        ServerThreads threads = opened.add(new ServerThreads(settings.limits()));
        Porch porch = opened.add(new Porch(settings, threads.http(), threads.timer(), System::nanoTime));
        SecureRandom random = new SecureRandom();
        TlsIdentity identity = TlsIdentity.open(state, hostName(), Clock.systemUTC());
        Users users = Users.open(state.file("users"));
        Authenticator authenticator = new Authenticator(users, random, System::nanoTime);
        Optional<String> freshPassword =
                Administrator.appoint(users, authenticator, settings.adminPasswordFile(), random);
        Door door = exchange -> {
            exchange.status(501);
            exchange.output().close();
        };
        porch.open(door, authenticator, identity);
        return new RunningServer(
                porch.httpAddress(), porch.httpsAddress(), identity.certificateFile(), freshPassword, opened);
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost"; // not Linux
        }
    }
}
