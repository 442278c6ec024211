package org.telvirt.server.settings;

import java.time.Duration;
import org.telvirt.server.exit.StartException;

/**
 * What clients may cost.
 *
 * @param requestBytes the largest body
 * @param headerBytes the largest header
 * @param connections open at once
 * @param requests worked on at once
 * @param waitingRequests waiting at once
 * @param requestTimeout for the header and the first part of the body
 * @param idleTimeout of a connection
 * @param bytesPerSecond the least that a client sends or takes in the long run
 */
public record Limits(
        long requestBytes,
        int headerBytes,
        int connections,
        int requests,
        int waitingRequests,
        Duration requestTimeout,
        Duration idleTimeout,
        long bytesPerSecond) {
    static Limits of(Values values) throws StartException {
        return new Limits(
                values.size(Setting.MAX_REQUEST_SIZE),
                (int) Math.min(values.size(Setting.MAX_HEADER_SIZE), 1 << 20),
                values.number(Setting.MAX_CONNECTIONS, 1),
                values.number(Setting.MAX_REQUESTS, 1),
                values.number(Setting.MAX_WAITING_REQUESTS, 0),
                values.time(Setting.REQUEST_TIMEOUT),
                values.time(Setting.IDLE_TIMEOUT),
                values.size(Setting.MIN_TRANSFER_RATE));
    }
}
