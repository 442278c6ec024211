package org.telvirt.server.console;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Asks a running server how it is. */
public final class StatusReport {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String WELL = "up";
    // the server's own JSON: one object, whose values are texts, numbers, truths and lists of texts
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":(\\[[^]]*]|\"(?:[^\"\\\\]|\\\\.)*\"|[^,}]+)");
    private static final Pattern CAPITAL = Pattern.compile("([a-z])([A-Z])");

    private final Remote server;
    private final PrintStream out;

    public StatusReport(Remote server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @return FAILED: the server is not well
     * @throws StartException NOT_RUNNING: it does not answer; FAILED: it refuses to tell
     */
    public ExitCode print(boolean json) throws StartException {
        String status = ask();
        if (json) {
            out.print(status);
        } else {
            Matcher member = MEMBER.matcher(status);
            while (member.find()) {
                out.printf("%-20s %s%n", words(member.group(1)), plain(member.group(2)));
            }
        }
        return status.contains("\"status\":\"" + WELL + "\"") ? ExitCode.STOPPED : ExitCode.FAILED;
    }

    private String ask() throws StartException {
        try {
            HttpResponse<String> answer = server.http()
                    .send(server.request("/status").timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new StartException(
                    ExitCode.FAILED,
                    "The server at " + server.url() + " refuses its status with HTTP " + answer.statusCode() + ": "
                            + answer.body().strip());
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.NOT_RUNNING,
                    "No server answers at " + server.url() + " (" + e + "); start it with: telvirt serve",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.FAILED, "Asking for the status was interrupted", e);
        }
    }

    private static String words(String name) {
        return CAPITAL.matcher(name).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String plain(String value) {
        return value.replaceAll("[\\[\\]\"]", "").replace(",", ", ");
    }
}
