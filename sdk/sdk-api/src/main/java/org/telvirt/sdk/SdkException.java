package org.telvirt.sdk;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;

/** Something was not done. The message says what, and why as far as the server told. */
public final class SdkException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable Long returnValue;

    private SdkException(String message, @Nullable Long returnValue, @Nullable Throwable cause) {
        super(message, cause);
        this.returnValue = returnValue;
    }

    /** A method gave back a number that means failure. */
    static SdkException refused(String call, long returnValue, @Nullable String why) {
        String reason = why == null ? "the server does not say why" : why;
        return new SdkException(
                call + " was refused with return value " + returnValue + ": " + reason, returnValue, null);
    }

    /** An operation failed; its message names the status. */
    static SdkException of(String attempt, CimException cause) {
        return new SdkException(attempt + ": " + cause.getMessage(), null, cause);
    }

    static SdkException of(String message) {
        return new SdkException(message, null, null);
    }

    /** The number that the method gave back, by the table of its class; null: it did not come to that. */
    public @Nullable Long returnValue() {
        return returnValue;
    }
}
