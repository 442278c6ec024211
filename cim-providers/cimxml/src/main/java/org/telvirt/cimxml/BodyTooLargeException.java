package org.telvirt.cimxml;

import java.io.IOException;

/** The body of a request is past the porch's limit; the answer is 413. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param limitBytes the limit
     */
    public BodyTooLargeException(long limitBytes) {
        super("The request body is larger than the " + limitBytes + " bytes that this server accepts");
    }
}
