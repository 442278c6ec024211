package org.telvirt.server.porch;

import java.io.IOException;

/** A client sends or takes too slowly; the answer, if there can be one, is 408. */
final class SlowClientException extends IOException {
    private static final long serialVersionUID = 1;

    SlowClientException(long bytesPerSecond) {
        super("The client moves fewer than " + bytesPerSecond + " bytes per second");
    }
}
