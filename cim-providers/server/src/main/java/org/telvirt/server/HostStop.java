package org.telvirt.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.facility.startup.HostAutomation;

/** The end of the server, which may be that of the host: then virtual systems are stopped as each of them wants it. */
final class HostStop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostStop.class);
    private static final Path SYSTEMD = Path.of("/run/systemd/system");
    private static final long ANSWER_SECONDS = 5;

    private final HostAutomation automation;
    private final BooleanSupplier isHostStopping;
    private final Duration patience;

    /**
     * @param isHostStopping asked once, at the end
     * @param patience how long virtual systems may take
     */
    HostStop(HostAutomation automation, BooleanSupplier isHostStopping, Duration patience) {
        this.automation = automation;
        this.isHostStopping = isHostStopping;
        this.patience = patience;
    }

    /** Whether systemd says so; where it does not run nobody can tell, and guests are left alone. */
    static boolean isSystemdStopping() {
        if (!Files.isDirectory(SYSTEMD)) {
            return false;
        }
        try {
            Process asked = new ProcessBuilder("systemctl", "is-system-running").start();
            boolean isAnswered = asked.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
            return isAnswered
                    && new String(asked.getInputStream().readAllBytes(), UTF_8)
                            .strip()
                            .equals("stopping");
        } catch (IOException e) {
            return false; // a systemd without its tool
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (isHostStopping.getAsBoolean() && !automation.stop(patience)) {
                LOG.warn("The host stops, and not all virtual systems did within {} s", patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        automation.close();
    }
}
