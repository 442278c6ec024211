package org.telvirt.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The incoming half of a connection. */
final class HttpInput {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final BufferedInputStream in;

    HttpInput(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    /** A line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** Reads header or trailer fields up to the empty line. */
    void fields(Map<String, String> fields) throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
    }
}
