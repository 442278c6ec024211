package org.telvirt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;

/**
 * The short life of a server that asks itself a few things. The JVM that runs it writes down which classes that took, and
 * later starts find them ready: that is what makes a start take half a second and not two.
 */
final class Training {
    private static final List<String> REQUESTS = List.of("EnumerateInstances", "GetClass", "EnumerateInstanceNames");

    private Training() {}

    /**
     * Serves on free ports, from a folder that is gone afterwards.
     *
     * @throws StartException as any start; FAILED: the server did not answer itself
     */
    static void run() throws StartException {
        try {
            Path state = Files.createTempDirectory("telvirt-training");
            try {
                serve(state);
            } finally {
                remove(state);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException(ExitCode.FAILED, "The training failed: " + e.getMessage(), e);
        }
    }

    private static void serve(Path state) throws IOException, GeneralSecurityException, StartException {
        Settings settings = new SettingsReader(Map.of(), state)
                .read(
                        Map.of(Setting.HTTP_PORT, "0", Setting.HTTPS_PORT, "0", Setting.STATE, state.toString()),
                        Optional.empty());
        Logging.begin(settings.logLevel(), settings.logFormat());
        try (RunningServer server = Wiring.start(settings)) {
            new Welcome(Version.TEXT, settings, server).print(new PrintStream(OutputStream.nullOutputStream()));
            TrainingClient client = new TrainingClient(server);
            for (String request : REQUESTS) {
                client.post(request, read(request));
            }
        }
    }

    private static byte[] read(String request) throws IOException {
        try (InputStream resource = Training.class.getResourceAsStream("training/" + request + ".xml")) {
            if (resource == null) {
                throw new IOException("there is no request " + request);
            }
            return resource.readAllBytes();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
