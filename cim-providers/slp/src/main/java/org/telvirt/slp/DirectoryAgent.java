package org.telvirt.slp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another agent, which is told of services. Safe for use by many threads. */
final class DirectoryAgent {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAgent.class);
    private static final int TIMEOUT_MILLIS = 500;
    private static final int TRIES = 3;
    private static final int MOST_BYTES = 1500;
    private static final String LANGUAGE = "en";

    private final InetSocketAddress address;
    private final SlpSettings settings;
    private final AtomicInteger lastId = new AtomicInteger();

    DirectoryAgent(InetSocketAddress address, SlpSettings settings) {
        this.address = address;
        this.settings = settings;
    }

    /** Registers services, or repeats it (RFC 2608 §8.3). */
    void register(List<ServiceAdvertisement> services) {
        for (ServiceAdvertisement service : services) {
            int lifetime = (int) settings.lifetime().toSeconds();
            SlpWriter body = new SlpWriter()
                    .url(service.url(), lifetime)
                    .text(service.type())
                    .text(String.join(",", settings.scopes()))
                    .text(service.attributeList(List.of()))
                    .octet(0);
            tell(body, SlpWriter.REGISTRATION, SlpWriter.FRESH, "Cannot register " + service.url());
        }
    }

    /** Takes registrations back (RFC 2608 §10.6). */
    void deregister(List<ServiceAdvertisement> services) {
        for (ServiceAdvertisement service : services) {
            SlpWriter body = new SlpWriter()
                    .text(String.join(",", settings.scopes()))
                    .url(service.url(), 0)
                    .text("");
            tell(body, SlpWriter.DEREGISTRATION, 0, "Cannot deregister " + service.url());
        }
    }

    private void tell(SlpWriter body, int function, int flags, String otherwise) {
        int id = lastId.incrementAndGet() & 0xFFFF;
        byte[] message = body.message(function, flags, id, LANGUAGE);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            int error = acknowledged(socket, message, id);
            if (error != 0) {
                LOG.warn("{} with the SLP agent at {}: it answers error {}", otherwise, address, error);
            }
        } catch (IOException e) {
            LOG.warn("{} with the SLP agent at {}: {}", otherwise, address, e.getMessage());
        }
    }

    private int acknowledged(DatagramSocket socket, byte[] message, int id) throws IOException {
        byte[] buffer = new byte[MOST_BYTES];
        for (int i = 0; i < TRIES; i++) {
            socket.send(new DatagramPacket(message, message.length, address));
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                SlpReader answer = new SlpReader(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                if (answer.header().function() == SlpWriter.ACKNOWLEDGE
                        && answer.header().id() == id) {
                    return answer.number();
                }
            } catch (SocketTimeoutException | IllegalArgumentException e) {
                LOG.debug("No answer of the SLP agent at {} yet", address);
            }
        }
        throw new IOException("no answer");
    }
}
