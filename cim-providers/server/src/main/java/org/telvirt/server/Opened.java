package org.telvirt.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, to be closed in reverse order; what fails to close does not keep the rest open. Safe for use by
 * many threads.
 */
final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> services = new ArrayDeque<>();
    private boolean closed;

    /** Takes a service on; one that comes when all is over is closed at once. */
    <T extends AutoCloseable> T add(T service) {
        synchronized (this) {
            if (!closed) {
                services.push(service);
                return service;
            }
        }
        close(service);
        return service;
    }

    @Override
    public void close() {
        for (AutoCloseable service = next(); service != null; service = next()) {
            close(service);
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        closed = true;
        return services.poll();
    }

    private static void close(AutoCloseable service) {
        try {
            service.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("{} did not close: {}", service.getClass().getSimpleName(), e.toString());
        }
    }
}
