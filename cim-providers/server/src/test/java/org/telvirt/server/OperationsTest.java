package org.telvirt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;

/** What operators do with the process. */
@Timeout(180)
class OperationsTest {
    // one for all, because the server bounds the connections of one address
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E+-]+");

    private static final String ANSWERED = "telvirt_http_answers_total{status=\"200\"} ";

    @TempDir
    private Path folder;

    @Nested
    class Pages {
        @Test
        void tellHealthToAnybodyAndNothingElse() throws Exception {
            try (ServerProcess server = serve()) {
                HttpResponse<String> health = get(server.awaitHttp(), "/health");

                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(health.headers().firstValue("Content-Type")).hasValue("application/json");
                assertThat(health.body()).isEqualTo("{\"status\":\"up\"}\n");
            }
        }

        @Test
        void giveMetricsThatKeepToTheFormat() throws Exception {
            try (ServerProcess server = serve()) {
                String http = server.awaitHttp();
                HttpResponse<String> metrics = get(http, "/metrics");
                // an answer is counted once it is over, and its client may be faster
                for (int tries = 0; tries < 1000 && !metrics.body().contains(ANSWERED); tries++) {
                    metrics = get(http, "/metrics");
                }

                assertThat(metrics.headers().firstValue("Content-Type"))
                        .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
                assertThat(metrics.body())
                        .endsWith("# EOF\n")
                        .contains("telvirt_hypervisor_up 1\n", ANSWERED)
                        .containsPattern("telvirt_store_commit_seconds_count [1-9]")
                        .contains("telvirt_store_failures_total 0\n");
                assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
                        .allMatch(line -> SAMPLE.matcher(line).matches());
                assertThat(metrics.body().lines().filter(line -> line.startsWith("# TYPE")))
                        .hasSizeGreaterThan(12)
                        .doesNotHaveDuplicates();
            }
        }

        @Test
        void giveMetricsToUsersOnlyIfSo() throws Exception {
            try (ServerProcess server = serve("--metrics-readers", "users")) {
                assertThat(get(server.awaitHttp(), "/metrics").statusCode()).isEqualTo(401);
            }
        }

        @Test
        void keepTheStatusFromStrangers() throws Exception {
            try (ServerProcess server = serve()) {
                assertThat(get(server.awaitHttp(), "/status").statusCode()).isEqualTo(401);
            }
        }
    }

    @Nested
    class Status {
        @Test
        void isKnownToTheOwnerOfTheStateFolder() throws Exception {
            try (ServerProcess server = serve()) {
                String http = server.awaitHttp();

                assertThat(tool(0, "status", "--state", state()))
                        .contains("up", "http://" + http + "/cimom", "simulated:///default", "root/virt");
                assertThat(tool(0, "status", "--state", state(), "--json"))
                        .startsWith("{\"status\":\"up\"")
                        .contains("\"openEnumerations\":0", "\"hypervisorAnswers\":true", "\"heapUsedBytes\":");
            }
        }

        @Test
        void isKnownOverTlsWithTheServersOwnCertificate() throws Exception {
            try (ServerProcess server = new ServerProcess(
                    folder, Map.of(), "serve", "--http-port=none", "--https-port=0", "--state", state())) {
                server.awaitHttp();

                assertThat(tool(0, "status", "--state", state())).contains("https://127.0.0.1:");
            }
        }

        @Test
        void isKnownToAUserFromAfar() throws Exception {
            try (ServerProcess server = serve()) {
                String http = "http://" + server.awaitHttp();
                Matcher password = Pattern.compile("password   (\\S+)").matcher(server.printed());
                assertThat(password.find()).isTrue();
                Path file = Files.writeString(folder.resolve("password"), password.group(1));
                Path wrong = Files.writeString(folder.resolve("wrong"), "guess");

                assertThat(tool(0, "status", "--url", http, "--password-file", file.toString()))
                        .contains("root/interop");
                assertThat(tool(1, "status", "--url", http, "--password-file", wrong.toString()))
                        .contains("HTTP 401");
            }
        }

        @Test
        void isThreeWhenNoServerRunsOrOneWasKilled() throws Exception {
            assertThat(tool(3, "status", "--state", state())).contains("No server runs on the state folder");
            try (ServerProcess server = serve()) {
                server.awaitHttp();
            }
            assertThat(folder.resolve("state/running")).exists();

            assertThat(tool(3, "status", "--state", state())).contains("No server answers at http://127.0.0.1:");
        }

        @Test
        void leavesNothingBehindWhenTheServerStops() throws Exception {
            try (ServerProcess server = serve("--exit-when-ready")) {
                assertThat(server.awaitExit()).isZero();
                assertThat(folder.resolve("state/running")).doesNotExist();
            }
        }
    }

    @Nested
    class Log {
        @Test
        void isAnObjectALineIfSo() throws Exception {
            try (ServerProcess server = serve("--log-format", "json", "--log-level", "info")) {
                server.awaitHttp();
                server.terminate();
                server.awaitExit();

                assertThat(server.errors().lines())
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
            }
        }
    }

    @Nested
    class Config {
        @Test
        void isCheckedToItsLastMistake() throws Exception {
            Path file = Files.writeString(folder.resolve("telvirt.conf"), """
                    # a comment
                    http-port = 99999   # and another
                    htp-port = 1
                    bind
                    log-level = loud
                    bind = ::1
                    bind = ::2
                    """);

            assertThat(tool(ExitCode.SETTINGS.code(), "config", "check", file.toString())
                            .lines())
                    .containsExactlyInAnyOrder(
                            file + ":2: '99999' is not a port from 0 to 65535, or none",
                            file + ":3: there is no setting 'htp-port'; did you mean 'http-port'?",
                            file + ":4: 'bind' is not a setting; write it as: key = value",
                            file + ":5: 'loud' is not error, warn, info, debug or trace",
                            file + ":7: 'bind' is set already, in " + file + ":6; remove one");
        }

        @Test
        void isCheckedForWhatDoesNotFitTogether() throws Exception {
            Path file = Files.writeString(folder.resolve("telvirt.conf"), "bind = 0.0.0.0\n");

            assertThat(tool(ExitCode.SETTINGS.code(), "config", "check", file.toString()))
                    .startsWith(file + ": HTTP without TLS on 0.0.0.0 would show passwords");
        }

        @Test
        void isFoundRight() throws Exception {
            Path file = Files.writeString(folder.resolve("telvirt.conf"), "bind = ::1\n");

            assertThat(tool(0, "config", "check", file.toString())).isEqualTo(file + " is right");
        }

        @Test
        void isShownWithWhereEachValueComesFrom() throws Exception {
            Path file = Files.writeString(folder.resolve("telvirt.conf"), "# mine\nbind = ::1\n");

            assertThat(tool(0, "config", "show", "--config", file.toString(), "--http-port", "1")
                            .replaceAll(" +", " "))
                    .contains(
                            "http-port = 1 # --http-port\n",
                            "bind = ::1 # " + file + ":2\n",
                            "log-level = warn # default");
        }
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    private ServerProcess serve(String... more) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("serve", "--http-port", "0", "--https-port", "0", "--state", state()));
        all.addAll(List.of(more));
        return new ServerProcess(folder, Map.of(), all.toArray(String[]::new));
    }

    /** What a command prints, to either stream. */
    private String tool(int exitCode, String... arguments) throws IOException, InterruptedException {
        try (ServerProcess tool = new ServerProcess(folder, Map.of(), arguments)) {
            int ended = tool.awaitExit();
            String said = tool.printed() + tool.errors();
            assertThat(ended).as(said).isEqualTo(exitCode);
            return said;
        }
    }

    private static HttpResponse<String> get(String address, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
