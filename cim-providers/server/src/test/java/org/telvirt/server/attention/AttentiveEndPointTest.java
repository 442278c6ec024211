package org.telvirt.server.attention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its time goes on by a microsecond whenever it is asked for. */
class AttentiveEndPointTest {
    private static final int MICROSECOND = 1_000;
    private static final int LATE = 300;
    private static final int LOOKS = 10;

    private final AtomicInteger running = new AtomicInteger();
    private final Attention attention = new Attention(running);
    private SocketChannel client;
    private SocketChannel served;
    private Selector selector;
    private SocketChannelEndPoint endPoint;
    private long now;
    private int asked;
    private int sendsAt = -1;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel port = ServerSocketChannel.open()) {
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(port.getLocalAddress());
            served = port.accept();
        }
        served.configureBlocking(false);
        selector = Selector.open();
        SelectionKey key = served.register(selector, 0);
        ServerConnector connector = new ServerConnector(new Server());
        endPoint = new AttentiveEndPoint(served, null, key, connector.getScheduler(), attention, this::time);
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
        served.close();
        client.close();
    }

    @Test
    void findsTheNextRequestOfAClientThatOnlyAsks() throws IOException {
        converse(4, 1);
        sendsAt = asked + LOOKS;

        assertThat(fill()).isPositive();
        assertThat(asked).isGreaterThanOrEqualTo(sendsAt);
    }

    @Test
    void looksNoLongerThanAMoment() throws IOException {
        converse(4, 1);
        long before = now;

        assertThat(fill()).isZero();
        assertThat(now - before).isBetween(100L * MICROSECOND, 200L * MICROSECOND);
    }

    @Test
    void looksLessOftenWhenItLookedInVain() throws IOException {
        converse(4, 1);
        fill();
        converse(4, 1);

        assertThat(looks()).isFalse();
        converse(3, 1);
        assertThat(looks()).isTrue();
    }

    @Test
    void doesNotLookForAClientThatTakesItsTime() throws IOException {
        converse(10, LATE);

        assertThat(looks()).isFalse();
    }

    @Test
    void doesNotLookBeforeItHasAnswered() throws IOException {
        converse(4, 1);
        client.write(UTF_8.encode("half a request"));
        assertThat(await()).isPositive();

        assertThat(looks()).isFalse();
    }

    @Test
    void leavesTheProcessorToRequestsOfOthers() throws IOException {
        converse(4, 1);
        running.set(1);

        assertThat(looks()).isFalse();
    }

    @Test
    void givesItsTurnBack() throws IOException {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            converse(70, 1);
            assertThat(looks()).isTrue();
        }
    }

    /** Requests and answers, each request so many microseconds after the answer. */
    private void converse(int requests, int pause) throws IOException {
        for (int i = 0; i < requests; i++) {
            now += (long) pause * MICROSECOND;
            client.write(UTF_8.encode("?"));
            assertThat(await()).isPositive();
            assertThat(endPoint.flush(UTF_8.encode("!"))).isTrue();
        }
    }

    /** What has been sent arrives soon, but not always at once. */
    private int await() throws IOException {
        int filled = fill();
        for (int i = 0; filled == 0 && i < 1_000_000; i++) {
            filled = fill();
        }
        return filled;
    }

    private int fill() throws IOException {
        return endPoint.fill(ByteBuffer.allocate(100).limit(0));
    }

    private boolean looks() throws IOException {
        int before = asked;
        assertThat(fill()).isZero();
        return asked - before > LOOKS;
    }

    private long time() {
        asked++;
        if (asked == sendsAt) {
            send();
        }
        now += MICROSECOND;
        return now;
    }

    private void send() {
        try {
            client.write(UTF_8.encode("!"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
