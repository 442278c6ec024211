package org.telvirt.server.settings;

import java.time.Duration;
import org.telvirt.server.exit.StartException;

/**
 * What clients may cost.
 *
 * @param requestBytes the largest body
 * @param headerBytes the largest header
 * @param xmlDepth XML elements inside each other
 * @param xmlAttributes of one XML element
 * @param xmlElements of one body
 * @param connections open at once
 * @param connectionsPerAddress open at once from one address
 * @param requests worked on at once
 * @param waitingRequests waiting at once
 * @param enumerations pulled enumerations open at once
 * @param enumerationsPerUser of one user
 * @param pulledObjects objects in one answer of a pulled enumeration
 * @param enumerationTimeout the longest between two pulls
 * @param requestTimeout for the header and the first part of the body
 * @param idleTimeout of a connection
 * @param bytesPerSecond the least that a client sends or takes in the long run
 */
public record Limits(
        long requestBytes,
        int headerBytes,
        int xmlDepth,
        int xmlAttributes,
        int xmlElements,
        int connections,
        int connectionsPerAddress,
        int requests,
        int waitingRequests,
        int enumerations,
        int enumerationsPerUser,
        int pulledObjects,
        Duration enumerationTimeout,
        Duration requestTimeout,
        Duration idleTimeout,
        long bytesPerSecond) {
    static Limits of(Values values) throws StartException {
        return new Limits(
                values.size(Setting.MAX_REQUEST_SIZE),
                (int) Math.min(values.size(Setting.MAX_HEADER_SIZE), 1 << 20),
                values.number(Setting.MAX_DEPTH, 8),
                values.number(Setting.MAX_ATTRIBUTES, 8),
                values.number(Setting.MAX_ELEMENTS, 1),
                values.number(Setting.MAX_CONNECTIONS, 1),
                values.number(Setting.MAX_CONNECTIONS_PER_ADDRESS, 1),
                values.number(Setting.MAX_REQUESTS, 1),
                values.number(Setting.MAX_WAITING_REQUESTS, 0),
                values.number(Setting.MAX_ENUMERATIONS, 1),
                values.number(Setting.MAX_ENUMERATIONS_PER_USER, 1),
                values.number(Setting.MAX_PULLED_OBJECTS, 1),
                values.time(Setting.MAX_ENUMERATION_TIMEOUT),
                values.time(Setting.REQUEST_TIMEOUT),
                values.time(Setting.IDLE_TIMEOUT),
                values.size(Setting.MIN_TRANSFER_RATE));
    }
}
