package org.telvirt.server.porch;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, with its pace bounded. */
final class AnswerBody extends OutputStream {
    private final OutputStream target;
    private final Pace pace;

    AnswerBody(OutputStream target, Pace pace) {
        this.target = target;
        this.pace = pace;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        long began = pace.begin();
        target.write(buffer, offset, length);
        pace.end(began, length);
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
