package org.telvirt.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened, to be closed in reverse order; what fails to close does not keep the rest open. */
final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> services = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T service) {
        services.push(service);
        return service;
    }

    @Override
    public void close() {
        while (!services.isEmpty()) {
            AutoCloseable service = services.pop();
            try {
                service.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("{} did not close: {}", service.getClass().getSimpleName(), e.toString());
            }
        }
    }
}
