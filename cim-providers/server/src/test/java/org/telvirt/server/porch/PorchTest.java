package org.telvirt.server.porch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cimxml.HttpExchange;
import org.telvirt.server.porch.RawConnection.Answer;

class PorchTest {
    private static final long PATIENCE_SECONDS = 20;

    private final AtomicReference<Door> door = new AtomicReference<>(PorchTest::echo);

    @TempDir
    private Path folder;

    private OpenPorch open;

    @BeforeEach
    void openPorch() throws Exception {
        open = new OpenPorch(folder, Map.of(), exchange -> door.get().handle(exchange));
    }

    @AfterEach
    void closePorch() {
        open.close();
    }

    @Nested
    class FrontPage {
        @Test
        void helpsWhoeverComesWithABrowser() throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer =
                        connection.send("GET / HTTP/1.1", "Host: vf-1:5988", "").receive();

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
                assertThat(answer.body()).contains("http://vf-1:5988/cimom", "wbemcli ein");
            }
        }

        @Test
        void hasAHeadLikeEveryPage() throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer head = connection.send("HEAD / HTTP/1.1", "Host: x", "").receiveHead();
                Answer page = connection.send("GET / HTTP/1.1", "Host: x", "").receive();

                assertThat(head.status()).isEqualTo(200);
                assertThat(head.field("Content-Length")).isEqualTo(page.field("Content-Length"));
            }
        }
    }

    @Nested
    class Way {
        @ParameterizedTest
        @ValueSource(strings = {"/cimom", "/", "/whatever"})
        void leadsToTheDoorByEveryPath(String path) throws Exception {
            assertThat(post(path, "hello").body()).isEqualTo("POST " + path + " HTTP/1.1 admin hello");
        }

        @Test
        void leadsToTheDoorByMPost() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send("M-POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 0", "");

                assertThat(connection.receive().body()).startsWith("M-POST /cimom");
            }
        }

        @ParameterizedTest
        @CsvSource({"GET, 405", "PUT, 405", "DELETE, 405", "OPTIONS, 405", "PROPFIND, 501"})
        void isClosedToOtherMethods(String method, int status) throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection
                        .send(method + " /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 0", "")
                        .receive();

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.field("Allow")).isEqualTo("POST, M-POST");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/wsman", "/wsman-anon"})
        void ofWsManagementEndsNowhereYet(String path) throws Exception {
            assertThat(post(path, "").status()).isEqualTo(404);
        }
    }

    @Nested
    class Gate {
        @Test
        void asksForUserAndPassword() throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection
                        .send("POST /cimom HTTP/1.1", "Host: x", "Content-Length: 0", "")
                        .receive();

                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.field("WWW-Authenticate")).isEqualTo("Basic realm=\"telvirt\", charset=\"UTF-8\"");
                assertThat(answer.fields()).doesNotContainKeys("CIMOperation", "CIMError", "Server");
            }
        }

        @Test
        void keepsTheConnectionForASecondTry() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send("POST /cimom HTTP/1.1", "Host: x", "Content-Length: 60000", "");
                assertThat(connection.sendText("x".repeat(60_000)).receive().status())
                        .isEqualTo(401);

                connection.send("POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 5", "");
                assertThat(connection.sendText("hello").receive().body()).endsWith("hello");
            }
        }

        @Test
        void slowsDownGuessingEvenTheRightPassword() throws Exception {
            try (RawConnection connection = open.connect()) {
                for (int guess = 0; guess < 5; guess++) {
                    assertThat(post(connection, authorization("admin", "guess"), "")
                                    .status())
                            .isEqualTo(401);
                }
                Answer answer = post(connection, user(), "");

                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.field("Retry-After")).isEqualTo("1");
                assertThat(answer.body())
                        .isEqualTo("Too many wrong passwords came from your address; try again in 1 s\n");
            }
        }
    }

    @Nested
    class Size {
        @Test
        void isBoundedByTheLengthThatTheClientTells() throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection
                        .send(
                                "POST /cimom HTTP/1.1",
                                "Host: x",
                                user(),
                                "Content-Length: 100001",
                                "",
                                "x".repeat(70_000))
                        .receive();

                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body()).contains("100000 bytes");
            }
        }

        @Test
        void isBoundedWhereTheClientTellsNone() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send("POST /cimom HTTP/1.1", "Host: x", user(), "Transfer-Encoding: chunked", "");
                connection.send("186A1", "x".repeat(100_001), "0", "");

                assertThat(connection.receive().status()).isEqualTo(413);
            }
        }

        @Test
        void mayReachTheLimit() throws Exception {
            assertThat(post("/cimom", "x".repeat(100_000)).body())
                    .hasSize(100_000 + "POST /cimom HTTP/1.1 admin ".length());
        }

        @Test
        void ofTheHeaderIsBounded() throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection
                        .send("POST /cimom HTTP/1.1", "Host: x", "X: " + "x".repeat(2000), "")
                        .receive();

                assertThat(answer.status()).isEqualTo(431);
            }
        }
    }

    @Nested
    class Nonsense {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                400 | garbage
                400 | POST /cimom HTTP/1.1
                400 | POST /cimom HTTP/1.1~Host: x~Content-Length: many
                400 | POST /cimom HTTP/1.1~Host: x~Content-Length: 1~Content-Length: 2
                400 | POST /cimom HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: chunked
                400 | POST /cimom HTTP/1.1~Host: x~Transfer-Encoding: unheard-of
                505 | POST /cimom HTTP/9.9~Host: x
                417 | POST /cimom HTTP/1.1~Host: x~Expect: miracles
                """)
        void isAnsweredWithItsStatusAndOneLineOfText(int status, String request) throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection.send(request.split("~")).send("").receive();

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
                assertThat(answer.body()).hasLineCount(1).doesNotContain("Exception", "jetty");
            }
        }
    }

    @Nested
    class TransferEncoding {
        @Test
        void isRefusedWhenItIsMoreThanChunked() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send(
                        "POST /cimom HTTP/1.1", "Host: x", user(), "Transfer-Encoding: gzip, chunked", "", "0", "");

                assertThat(connection.receive().status()).isEqualTo(501);
            }
        }
    }

    @Nested
    class AnswerOfADoor {
        @Test
        void hasItsLengthWhenItIsSmall() throws Exception {
            Answer answer = post("/cimom", "hello");

            assertThat(answer.field("Content-Length"))
                    .isEqualTo(String.valueOf(answer.body().length()));
            assertThat(answer.fields()).doesNotContainKey("Transfer-Encoding");
        }

        @Test
        void isChunkedWhenItIsLarge() throws Exception {
            String part = "x".repeat(1000);
            door.set(exchange -> write(exchange, part.repeat(300)));

            Answer answer = post("/cimom", "");

            assertThat(answer.field("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(answer.body()).isEqualTo(part.repeat(300));
        }

        @Test
        void canHaveTrailersThatAreKnownAtItsEnd() throws Exception {
            AtomicReference<String> status = new AtomicReference<>("0");
            door.set(exchange -> {
                exchange.header("Trailer", "CIMStatusCode");
                exchange.trailers(() -> Map.of("CIMStatusCode", status.get()));
                write(exchange, "x".repeat(200_000), () -> status.set("1"));
            });

            assertThat(post("/cimom", "").trailers()).isEqualTo(Map.of("CIMStatusCode", "1"));
        }

        @Test
        void doesNotLookWholeWhenTheDoorGivesUp() throws Exception {
            door.set(exchange -> write(exchange, "x".repeat(200_000), exchange::abort));

            assertThatThrownBy(() -> post("/cimom", "")).isInstanceOf(IOException.class);
        }

        @Test
        void isABareApologyWhenTheDoorFails() throws Exception {
            door.set(exchange -> {
                throw new IllegalStateException("a secret");
            });

            Answer answer = post("/cimom", "");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo(
                            "The server failed; its log says how, at request " + answer.field("X-Request-Id") + "\n");
            assertThat(answer.field("X-Request-Id")).matches("[0-9a-f]{6}-1");
        }
    }

    @Nested
    class Page {
        @ParameterizedTest
        @CsvSource({"/all, 200, for all", "/local, 200, for the machine"})
        void isReadWithoutAPasswordIfItMayBe(String path, int status, String text) throws Exception {
            try (RawConnection connection = open.connect()) {
                Answer answer = connection
                        .send("GET " + path + " HTTP/1.1", "Host: x", "")
                        .receive();

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo(text);
                assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
            }
        }

        @Test
        void forUsersNeedsOne() throws Exception {
            try (RawConnection connection = open.connect()) {
                assertThat(connection
                                .send("GET /users HTTP/1.1", "Host: x", "")
                                .receive()
                                .status())
                        .isEqualTo(401);
                Answer answer = connection
                        .send("GET /users HTTP/1.1", "Host: x", user(), "")
                        .receive();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("for users");
            }
        }
    }

    @Nested
    class Closing {
        @Test
        void letsARunningRequestEndAndTakesNoNewOne() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch leave = new CountDownLatch(1);
            door.set(exchange -> {
                entered.countDown();
                await(leave);
                echo(exchange);
            });
            String address = open.porch().httpAddress().orElseThrow();
            try (RawConnection running = open.connect()) {
                running.send("POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 0", "");
                await(entered);
                CompletableFuture<Void> closed =
                        CompletableFuture.runAsync(() -> open.porch().close());
                awaitRefusal(address);
                leave.countDown();

                assertThat(running.receive().status()).isEqualTo(200);
                assertThat(closed).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
            }
        }

        private void awaitRefusal(String address) {
            long began = System.nanoTime();
            while (System.nanoTime() - began
                    < Duration.ofSeconds(PATIENCE_SECONDS).toNanos()) {
                try (RawConnection late = RawConnection.to(address)) {
                    late.send("GET / HTTP/1.1", "Host: x", "").receive();
                } catch (IOException e) {
                    return;
                }
            }
            throw new AssertionError("the porch goes on answering");
        }
    }

    static void echo(HttpExchange exchange) throws IOException {
        byte[] body = exchange.body().readAllBytes();
        String said = String.join(
                " ", exchange.method(), exchange.path(), exchange.protocol(), exchange.user(), new String(body, UTF_8));
        write(exchange, said.strip());
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        write(exchange, text, () -> {});
    }

    private static void write(HttpExchange exchange, String text, Runnable beforeTheEnd) throws IOException {
        exchange.status(200);
        exchange.header("Content-Type", "text/plain; charset=utf-8");
        OutputStream out = exchange.output();
        out.write(text.getBytes(UTF_8));
        beforeTheEnd.run();
        out.close();
    }

    private Answer post(String path, String body) throws IOException {
        try (RawConnection connection = open.connect()) {
            connection.send("POST " + path + " HTTP/1.1", "Host: x", user(), "Content-Length: " + body.length(), "");
            return connection.sendText(body).receive();
        }
    }

    static Answer post(RawConnection connection, String authorization, String body) throws IOException {
        connection.send("POST /cimom HTTP/1.1", "Host: x", authorization, "Content-Length: " + body.length(), "");
        return connection.sendText(body).receive();
    }

    private String user() {
        return authorization("admin", open.password());
    }

    static String authorization(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
