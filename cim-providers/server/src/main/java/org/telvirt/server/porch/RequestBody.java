package org.telvirt.server.porch;

import java.io.IOException;
import java.io.InputStream;
import org.telvirt.cimxml.BodyTooLargeException;

/** The body of a request, with its size and its pace bounded. */
final class RequestBody extends InputStream {
    private final InputStream source;
    private final long limit;
    private final Pace pace;
    private long taken;

    RequestBody(InputStream source, long limit, Pace pace) {
        this.source = source;
        this.limit = limit;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long began = pace.begin();
        int count = source.read(buffer, offset, length);
        if (count > 0) {
            pace.end(began, count);
            taken += count;
            if (taken > limit) {
                throw new BodyTooLargeException(limit);
            }
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
