package org.telvirt.slp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * How a service is advertised.
 *
 * @param address on which requests are answered; the wildcard: on all
 * @param port for agents 427, which takes a privilege; 0: any
 * @param multicast whether to listen also to requests that are sent to all; they reach only the wildcard address
 * @param directoryAgents who else is told of the service
 * @param scopes usually {@code DEFAULT}
 * @param lifetime how long others may believe an advertisement; at most 65535 s
 */
public record SlpSettings(
        InetAddress address,
        int port,
        boolean multicast,
        List<InetSocketAddress> directoryAgents,
        List<String> scopes,
        Duration lifetime) {
    /** The port of the protocol. */
    public static final int PORT = 427;

    private static final int MOST_SECONDS = 0xFFFF;

    /** Copies the lists; refuses what the protocol has no way to say. */
    public SlpSettings {
        directoryAgents = List.copyOf(directoryAgents);
        scopes = List.copyOf(scopes);
        if (scopes.isEmpty() || lifetime.toSeconds() < 1 || lifetime.toSeconds() > MOST_SECONDS) {
            throw new IllegalArgumentException(
                    "SLP needs a scope and a lifetime from 1 to " + MOST_SECONDS + " s, not " + lifetime);
        }
    }

    /** What most installations want, on an address. */
    public static SlpSettings on(InetAddress address, int port) {
        return new SlpSettings(address, port, true, List.of(), List.of("DEFAULT"), Duration.ofHours(3));
    }
}
