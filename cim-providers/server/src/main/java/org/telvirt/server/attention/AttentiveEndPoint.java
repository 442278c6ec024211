package org.telvirt.server.attention;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that, while its client sends one request right after the other, looks for the next one for a moment
 * before its thread leaves. Leaving costs two more threads their sleep for each request, which on a machine that is
 * otherwise idle takes longer than most requests do.
 */
final class AttentiveEndPoint extends SocketChannelEndPoint {
    /** A client that is back this soon does nothing but ask. */
    private static final long PROMPT_NANOS = 250_000;

    private static final long LONGEST_LOOK_NANOS = 150_000;
    private static final int FEW = 3;
    private static final int MANY = 64;

    private final Attention attention;
    private final LongSupplier nanoTime;
    private volatile boolean answered;
    private volatile long answeredAt;
    /** How many requests in a row came promptly; only the thread that reads has to do with it. */
    private int prompt;
    /** How many of them it takes. Looking in vain makes it more, so that it stays rare. */
    private int required = FEW;

    AttentiveEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Attention attention,
            LongSupplier nanoTime) {
        super(channel, selector, key, scheduler);
        this.attention = attention;
        this.nanoTime = nanoTime;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (!answered) {
            return filled;
        }
        if (filled == 0 && prompt >= required && attention.begin()) {
            try {
                filled = look(buffer);
            } finally {
                attention.end();
            }
        }
        if (filled > 0) {
            answered = false;
            prompt = nanoTime.getAsLong() - answeredAt < PROMPT_NANOS ? Math.min(prompt + 1, MANY) : 0;
        }
        return filled;
    }

    private int look(ByteBuffer buffer) throws IOException {
        while (nanoTime.getAsLong() - answeredAt < LONGEST_LOOK_NANOS && !attention.isNeededElsewhere()) {
            int filled = super.fill(buffer);
            if (filled != 0) {
                required = FEW;
                return filled;
            }
            Thread.onSpinWait();
        }
        prompt = 0;
        required = Math.min(required * 2, MANY);
        return 0;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        boolean flushed = super.flush(buffers);
        answeredAt = nanoTime.getAsLong();
        answered = true;
        return flushed;
    }
}
