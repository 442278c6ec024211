package org.telvirt.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;

/** The process, as whoever starts it sees it. */
@Timeout(180)
class MainTest {
    // one for all, because the server bounds the connections of one address
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Nested
    class Serving {
        @Test
        void tellsANewcomerAllThatIsNeededAndAProgramOneLine() throws Exception {
            try (ServerProcess server = serve()) {
                String http = server.awaitHttp();

                assertThat(server.printed())
                        .contains("http://" + http + "/cimom", "user       admin", "Three things to try:")
                        .containsPattern("password   ([a-z2-9]{5}-){4}[a-z2-9]{5} ")
                        .containsOnlyOnce("READY ");
                assertThat(server.errors()).isEmpty();
                assertThat(get("http://" + http + "/")).contains("This is Telvirt");
            }
        }

        @Test
        void showsThePasswordOnlyOnce() throws Exception {
            Matcher password = Pattern.compile("password   (\\S+)").matcher(printedByOneRun());
            assertThat(password.find()).isTrue();

            assertThat(printedByOneRun()).doesNotContain(password.group(1)).contains("password   as before");
        }

        @Test
        void takesSettingsFromFileAndEnvironment() throws Exception {
            Path file = Files.writeString(folder.resolve("my.conf"), "https-port = none\nhttp-port = none\n");
            Map<String, String> environment = Map.of("TELVIRT_HTTP_PORT", "0", "TELVIRT_HTP_PORT", "1");
            String state = folder.resolve("state").toString();
            try (ServerProcess server =
                    new ServerProcess(folder, environment, "serve", "--config", file.toString(), "--state", state)) {
                String http = server.awaitHttp();

                assertThat(server.printed()).endsWith("READY http=" + http + " https=none");
                assertThat(server.errors()).contains("TELVIRT_HTP_PORT", "did you mean TELVIRT_HTTP_PORT?");
            }
        }

        private String printedByOneRun() throws IOException, InterruptedException {
            try (ServerProcess server = serve("--exit-when-ready")) {
                assertThat(server.awaitExit()).isZero();
                return server.printed();
            }
        }
    }

    @Nested
    class Stopping {
        @Test
        void onSigtermIsCleanAndASuccess() throws Exception {
            try (ServerProcess server = serve()) {
                server.awaitHttp();
                server.terminate();

                assertThat(server.awaitExit()).isEqualTo(ExitCode.STOPPED.code());
                assertThat(server.errors()).isEmpty();
            }
        }

        @Test
        void onControlCIsTheSame() throws Exception {
            try (ServerProcess server = serve()) {
                server.awaitHttp();
                server.interrupt();

                assertThat(server.awaitExit()).isEqualTo(ExitCode.STOPPED.code());
            }
        }

        @Test
        void leavesTheStateToTheNextServer() throws Exception {
            try (ServerProcess server = serve()) {
                server.awaitHttp();
                server.terminate();
                server.awaitExit();
            }
            try (ServerProcess next = serve()) {
                assertThat(next.awaitHttp()).isNotEmpty();
            }
        }
    }

    @Nested
    class Refusing {
        @Test
        void aSecondServerOnTheSameState() throws Exception {
            try (ServerProcess first = serve()) {
                first.awaitHttp();
                try (ServerProcess second = serve()) {
                    assertThat(second.awaitExit()).isEqualTo(ExitCode.IN_USE.code());
                    assertThat(second.errors())
                            .isEqualTo("telvirt: Cannot use the state folder " + folder.resolve("state")
                                    + ": a running server (process " + first.pid()
                                    + ") holds it. Stop that one, or choose another folder with --state DIR\n");
                }
            }
        }

        @Test
        void aHypervisorThatDoesNotAnswer() throws Exception {
            String uri = "qemu+unix:///system?socket=" + folder.resolve("nobody-listens");
            try (ServerProcess server = serve("--hypervisor", uri)) {
                assertThat(server.awaitExit()).isEqualTo(ExitCode.HYPERVISOR_UNAVAILABLE.code());
                assertThat(server.errors())
                        .startsWith("telvirt: Cannot use the hypervisor '" + uri + "': ")
                        .contains("--hypervisor URI")
                        .hasLineCount(1);
            }
        }

        @Test
        void aSimulatedHypervisorThatDoesNotExist() throws Exception {
            try (ServerProcess server = serve("--hypervisor", "simulated:///other")) {
                assertThat(server.awaitExit()).isEqualTo(ExitCode.SETTINGS.code());
                assertThat(server.errors())
                        .isEqualTo("telvirt: There is no hypervisor 'simulated:///other'; the simulated one is"
                                + " simulated:///default\n");
            }
        }

        @Test
        void aWrongOption() throws Exception {
            try (ServerProcess server = serve("--htp-port", "0")) {
                assertThat(server.awaitExit()).isEqualTo(ExitCode.USAGE.code());
                assertThat(server.errors())
                        .contains("did you mean --http-port?")
                        .hasLineCount(1);
            }
        }

        @Test
        void aPasswordFileThatIsNotThere() throws Exception {
            try (ServerProcess server = serve("--admin-password-file", "/nowhere")) {
                assertThat(server.awaitExit()).isEqualTo(ExitCode.SETTINGS.code());
                assertThat(server.errors())
                        .isEqualTo("telvirt: Cannot read the administrator's password from /nowhere: there is no such"
                                + " file\n");
            }
        }
    }

    @Nested
    class EditingUsers {
        @Test
        void takesEffectInARunningServerWithoutARestart() throws Exception {
            try (ServerProcess server = serve()) {
                String http = server.awaitHttp();
                assertThat(post(http, "bob", "first")).isEqualTo(401);

                assertThat(user("first", "add", "bob"))
                        .isEqualTo("User 'bob' is in " + folder.resolve("state/users")
                                + "; a running server knows within seconds.\n"
                                + "It can do nothing until it has a role: telvirt role assign bob viewer");
                awaitStatus(400, http, "bob", "first");

                user("second", "password", "bob");
                awaitStatus(401, http, "bob", "first");
                awaitStatus(400, http, "bob", "second");

                user("", "remove", "bob");
                awaitStatus(401, http, "bob", "second");
            }
        }

        @Test
        void listsThemAndTakesAPasswordFromAFile() throws Exception {
            Path password = Files.writeString(folder.resolve("password"), "secret\n");
            user("", "add", "bob", "--password-file", password.toString());
            user("secret", "add", "eve");

            assertThat(user("", "list")).isEqualTo("bob\neve");
        }

        @Test
        void refusesWhatIsNotThereOrThereAlreadyOrTheAdministrator() throws Exception {
            user("secret", "add", "admin");

            assertThat(refusal("", "remove", "bob")).contains("There is no user 'bob' in ", "'telvirt user list'");
            assertThat(refusal("x", "add", "admin")).contains("There is a user 'admin' in ");
            assertThat(refusal("", "remove", "admin")).contains("'admin' is the administrator");
            assertThat(refusal("x", "add", "a:b")).contains("'a:b' is no name for a user");
            assertThat(refusal("", "add", "bob")).contains("The password is empty");
        }

        private String user(String typed, String... arguments) throws Exception {
            try (ServerProcess tool = tool(typed, arguments)) {
                assertThat(tool.awaitExit()).as(tool.errors()).isZero();
                return tool.printed();
            }
        }

        private String refusal(String typed, String... arguments) throws Exception {
            try (ServerProcess tool = tool(typed, arguments)) {
                assertThat(tool.awaitExit()).isEqualTo(ExitCode.DATA.code());
                assertThat(tool.errors()).startsWith("telvirt: ").hasLineCount(1);
                return tool.errors();
            }
        }

        private ServerProcess tool(String typed, String... arguments) throws IOException {
            List<String> all = new ArrayList<>(List.of("user"));
            all.addAll(List.of(arguments));
            all.addAll(List.of("--state", folder.resolve("state").toString()));
            ServerProcess tool = new ServerProcess(folder, Map.of(), all.toArray(String[]::new));
            tool.type(typed);
            return tool;
        }

        /** A request without a message is bad (400) once the user is let in. */
        private int post(String address, String user, String password) throws IOException, InterruptedException {
            String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/cimom"))
                    .header("Authorization", "Basic " + credentials)
                    .POST(HttpRequest.BodyPublishers.ofString(""))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }

        private void awaitStatus(int status, String address, String user, String password) throws Exception {
            int tries = 0;
            // the brake on guessing answers 429 in between
            while (post(address, user, password) != status) {
                assertThat(++tries).isLessThan(10_000);
            }
        }
    }

    @Nested
    class TrainingItself {
        @Test
        void asksTheServerByBothProtocolsAndLeavesNothingBehind() throws Exception {
            Path temporary = Files.createDirectory(folder.resolve("tmp"));
            try (ServerProcess training =
                    new ServerProcess(folder, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "train")) {
                assertThat(training.awaitExit()).as(training.errors()).isZero();
                assertThat(temporary).isEmptyDirectory();
            }
        }
    }

    private ServerProcess serve(String... more) throws IOException {
        String state = folder.resolve("state").toString();
        Stream<String> usual = Stream.of("serve", "--http-port", "0", "--https-port", "0", "--state", state);
        return new ServerProcess(
                folder, Map.of(), Stream.concat(usual, Arrays.stream(more)).toArray(String[]::new));
    }

    private static String get(String uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
