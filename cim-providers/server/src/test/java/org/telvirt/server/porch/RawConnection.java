package org.telvirt.server.porch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection over which a test says what no proper client would. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** An answer; names of fields in lower case. */
    record Answer(int status, Map<String, String> fields, String body, Map<String, String> trailers) {
        @Nullable
        String field(String name) {
            return fields.get(name);
        }
    }

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawConnection to(String address) throws IOException {
        String[] hostAndPort = address.split(":", 2);
        return new RawConnection(new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1])));
    }

    /** Sends lines, each with its end. */
    RawConnection send(String... lines) throws IOException {
        return sendText(String.join("\r\n", lines) + "\r\n");
    }

    RawConnection sendText(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /**
     * Reads an answer, headed or chunked.
     *
     * @throws EOFException the connection ends within it
     */
    Answer receive() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> fields = fields();
        if ("chunked".equals(fields.get("transfer-encoding"))) {
            String body = chunks();
            return new Answer(status, fields, body, fields());
        }
        int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
        return new Answer(status, fields, new String(exactly(length), ISO_8859_1), Map.of());
    }

    /** Reads an answer that has no body whatever its header says. */
    Answer receiveHead() throws IOException {
        return new Answer(Integer.parseInt(line().split(" ", 3)[1]), fields(), "", Map.of());
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(exactly(size), ISO_8859_1));
            line();
        }
        return body.toString();
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return fields;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    /** Sends a byte each time the server has been silent for so long; whether it ends the connection within the time. */
    boolean isEndedWhileDripping(Duration silence, Duration time) throws IOException {
        long began = System.nanoTime();
        socket.setSoTimeout((int) silence.toMillis());
        while (System.nanoTime() - began < time.toNanos()) {
            try {
                if (in.read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                drip();
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }

    private void drip() {
        try {
            sendText("x");
        } catch (IOException e) {
            // the next read will tell
        }
    }

    /** Waits for the server to end the connection; false: it says something instead. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Whether the server neither says anything nor ends the connection for so long. */
    boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
