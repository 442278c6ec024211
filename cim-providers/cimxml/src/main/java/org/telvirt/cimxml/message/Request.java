package org.telvirt.cimxml.message;

import java.util.List;

/**
 * A request message.
 *
 * @param messageId goes back to the sender as it is
 * @param protocolVersion goes back too
 * @param batch whether it is a MULTIREQ, which is answered by a MULTIRSP
 * @param calls one, or for a batch two and more
 */
public record Request(String messageId, String protocolVersion, boolean batch, List<Call> calls) {
    /** Copies the calls. */
    public Request {
        calls = List.copyOf(calls);
    }
}
