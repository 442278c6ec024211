package org.telvirt.server.porch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.porch.RawConnection.Answer;
import org.telvirt.server.settings.Setting;

/** Of a porch: whom it cuts off, and whom it lets wait. */
class PorchLimitsTest {
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
    class SlowClient {
        @Test
        void isCutOffWhileItDripsItsHeader() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.sendText("POST /cimom HTTP/1.1\r\nX: ");

                assertThat(isEndedWhileDripping(connection)).isTrue();
            }
        }

        @Test
        void isCutOffWhileItDripsTheHeaderOfALaterRequest() throws Exception {
            try (RawConnection connection = open.connect()) {
                assertThat(PorchTest.post(connection, user(), "").status()).isEqualTo(200);
                connection.sendText("POST /cimom HTTP/1.1\r\nX: ");

                assertThat(isEndedWhileDripping(connection)).isTrue();
            }
        }

        @Test
        void isCutOffWhileItDripsItsBody() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send("POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 1000", "");

                assertThat(isEndedWhileDripping(connection)).isTrue();
            }
        }

        @Test
        void isToldThatItsLargeBodyComesTooSlowly() throws Exception {
            try (RawConnection connection = open.connect()) {
                connection.send("POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 90000", "");
                connection.sendText("x".repeat(70_000));

                assertThat(isEndedWhileDripping(connection)).isTrue();
            }
        }

        @Test
        void isLeftInPeaceBetweenRequests() throws Exception {
            try (RawConnection connection = open.connect()) {
                assertThat(PorchTest.post(connection, user(), "").status()).isEqualTo(200);
                assertThat(connection.isSilentFor(Duration.ofSeconds(3))).isTrue();

                assertThat(PorchTest.post(connection, user(), "").status()).isEqualTo(200);
            }
        }

        private boolean isEndedWhileDripping(RawConnection connection) throws IOException {
            return connection.isEndedWhileDripping(Duration.ofMillis(100), Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    @Nested
    class Crowd {
        @Test
        void waitsAndIsSentAwayWhenTooManyWait() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch leave = new CountDownLatch(1);
            door.set(exchange -> {
                entered.countDown();
                PorchTest.await(leave);
                PorchTest.echo(exchange);
            });
            try (OpenPorch narrow = new OpenPorch(
                            folder.resolve("narrow"),
                            Map.of(Setting.MAX_REQUESTS, "1", Setting.MAX_WAITING_REQUESTS, "0"),
                            exchange -> door.get().handle(exchange));
                    RawConnection first = narrow.connect();
                    RawConnection second = narrow.connect()) {
                String user = PorchTest.authorization("admin", narrow.password());
                first.send("POST /cimom HTTP/1.1", "Host: x", user, "Content-Length: 0", "");
                PorchTest.await(entered);
                second.send("POST /cimom HTTP/1.1", "Host: x", user, "Content-Length: 0", "");

                Answer refused = second.receive();
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.field("Retry-After")).isEqualTo("1");
                assertThat(narrow.porch().load().running()).isEqualTo(1);
                leave.countDown();
                assertThat(first.receive().status()).isEqualTo(200);
            }
        }
    }

    @Nested
    class Address {
        @Test
        void getsItsShareOfConnectionsAndNoMore() throws Exception {
            Map<Setting, String> two = Map.of(Setting.MAX_CONNECTIONS_PER_ADDRESS, "2");
            try (OpenPorch narrow = new OpenPorch(folder.resolve("narrow"), two, PorchTest::echo);
                    RawConnection first = narrow.connect()) {
                String get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
                try (RawConnection second = narrow.connect()) {
                    assertThat(first.sendText(get).receive().status()).isEqualTo(200);
                    assertThat(second.sendText(get).receive().status()).isEqualTo(200);
                    for (String address : List.of(
                            narrow.porch().httpAddress().orElseThrow(),
                            narrow.porch().httpsAddress().orElseThrow())) {
                        try (RawConnection third = RawConnection.to(address)) {
                            assertThatThrownBy(() -> third.sendText(get).receive())
                                    .isInstanceOf(IOException.class);
                        }
                    }
                    assertThat(narrow.porch().load().crowded()).isEqualTo(2);
                }
                awaitPlace(narrow, get);
                assertThat(first.sendText(get).receive().status()).isEqualTo(200);
            }
        }

        /** The end of a connection is noticed a little later. */
        private void awaitPlace(OpenPorch narrow, String get) {
            long began = System.nanoTime();
            while (System.nanoTime() - began
                    < Duration.ofSeconds(PATIENCE_SECONDS).toNanos()) {
                try (RawConnection next = narrow.connect()) {
                    next.sendText(get).receive();
                    return;
                } catch (IOException e) {
                    // not yet
                }
            }
            throw new AssertionError("the place stays taken");
        }
    }

    @Nested
    class IdleConnection {
        @Test
        void isClosedWhenItsTimeIsOver() throws Exception {
            Map<Setting, String> brief = Map.of(Setting.IDLE_TIMEOUT, "500ms");
            try (OpenPorch impatient = new OpenPorch(folder.resolve("impatient"), brief, PorchTest::echo);
                    RawConnection connection = impatient.connect()) {
                connection.send("GET / HTTP/1.1", "Host: x", "").receive();
                long began = System.nanoTime();

                assertThat(connection.isEnded()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
            }
        }
    }

    @Nested
    class Closing {
        private final CountDownLatch halfWay = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Test
        void letsALongAnswerEndToItsLastByte() throws Exception {
            String half = "x".repeat(300_000);
            door.set(exchange -> {
                exchange.status(200);
                try (OutputStream out = exchange.output()) {
                    out.write(half.getBytes(UTF_8));
                    out.flush();
                    halfWay.countDown();
                    PorchTest.await(goOn);
                    out.write(half.getBytes(UTF_8));
                }
            });
            try (RawConnection connection = open.connect()) {
                connection.send("POST /cimom HTTP/1.1", "Host: x", user(), "Content-Length: 0", "");
                PorchTest.await(halfWay);
                CompletableFuture<Void> closed =
                        CompletableFuture.runAsync(() -> open.porch().close());
                goOn.countDown();

                assertThat(connection.receive().body()).isEqualTo(half + half);
                assertThat(closed).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
            }
        }

        @Test
        void waitsNoLongerThanItMay() throws Exception {
            door.set(exchange -> {
                halfWay.countDown();
                PorchTest.await(goOn);
            });
            Map<Setting, String> brief = Map.of(Setting.STOP_TIMEOUT, "300ms");
            try (OpenPorch impatient = new OpenPorch(
                            folder.resolve("impatient"),
                            brief,
                            exchange -> door.get().handle(exchange));
                    RawConnection connection = impatient.connect()) {
                String user = PorchTest.authorization("admin", impatient.password());
                connection.send("POST /cimom HTTP/1.1", "Host: x", user, "Content-Length: 0", "");
                PorchTest.await(halfWay);
                long began = System.nanoTime();

                impatient.porch().close();

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            } finally {
                goOn.countDown();
            }
        }
    }

    private String user() {
        return PorchTest.authorization("admin", open.password());
    }
}
