package org.telvirt.server.porch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.Settings;

/** Of a porch: taking them. */
class PortsTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void areFreeOnesIfNoneIsWished() throws Exception {
        Porch porch = porch(settings(0, "127.0.0.1"));
        try {
            assertThat(porch.httpAddress())
                    .hasValueSatisfying(address -> assertThat(address).matches("127\\.0\\.0\\.1:\\d{4,5}"));
            assertThat(porch.httpsAddress()).isNotEmpty().isNotEqualTo(porch.httpAddress());
        } finally {
            porch.close();
        }
    }

    @Test
    void thatAreTakenAreReportedWithTheProcessThatHasThem() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> porch(settings(taken.getLocalPort(), "127.0.0.1")))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.IN_USE))
                    .hasMessage("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": process "
                            + ProcessHandle.current().pid() + " (java) listens there. Stop it, or choose another port"
                            + " with --http-port PORT (0: any free one)");
        }
    }

    @Test
    void ofAnotherMachineCannotBeTaken() {
        assertThatThrownBy(() -> porch(settings(0, "192.0.2.1")))
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ")
                .hasMessageEndingWith(". Give an address of this machine with --bind ADDRESS");
    }

    @Test
    void ofAHostThatNobodyKnowsCannotBeTaken() {
        assertThatThrownBy(() -> porch(settings(0, "nowhere.invalid")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nowhere.invalid");
    }

    private Porch porch(Settings settings) throws StartException {
        return new Porch(settings, new QueuedThreadPool(10), timer, System::nanoTime);
    }

    private Settings settings(int port, String bind) throws StartException {
        return OpenPorch.settings(
                folder,
                Map.of(Setting.HTTP_PORT, Integer.toString(port), Setting.BIND, bind, Setting.ALLOW_PLAIN_HTTP, "yes"));
    }
}
