package org.telvirt.benchmarks.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A body in the chunked transfer coding (RFC 9112 §7.1). Its end leaves the connection at the next answer. */
final class ChunkedBody extends InputStream {
    private static final int HEXADECIMAL = 16;

    private final HttpInput in;
    private final Map<String, String> trailers;
    private long left;
    private boolean begun;
    private boolean ended;

    /**
     * @param trailers takes the trailer fields
     */
    ChunkedBody(HttpInput in, Map<String, String> trailers) {
        this.in = in;
        this.trailers = trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended || !hasMore()) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended inside a chunk");
        }
        left -= count;
        return count;
    }

    private boolean hasMore() throws IOException {
        if (left > 0) {
            return true;
        }
        if (begun) {
            in.line();
        }
        begun = true;
        left = Long.parseLong(in.line().split(";", 2)[0].strip(), HEXADECIMAL);
        ended = left == 0;
        if (ended) {
            in.fields(trailers);
        }
        return !ended;
    }
}
