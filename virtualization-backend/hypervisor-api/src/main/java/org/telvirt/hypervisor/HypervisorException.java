package org.telvirt.hypervisor;

import org.jspecify.annotations.Nullable;

/** The engine or the host said no. The message names the thing, the cause and, where there is one, the cure. */
public final class HypervisorException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why, as far as someone above acts on the difference. */
    public enum Reason {
        /** There is no such domain. */
        NOT_FOUND,
        /** There is one already with this name or id. */
        ALREADY_EXISTS,
        /** The domain's state does not allow it. */
        INVALID_STATE,
        /** Another operation holds the domain or the resource. */
        BUSY,
        /** The definition cannot be used as it is. */
        INVALID_DEFINITION,
        /** The engine does not offer it. */
        UNSUPPORTED,
        /** The host lacks memory, storage or another resource. */
        INSUFFICIENT_RESOURCES,
        /** The engine does not allow it to us. */
        DENIED,
        /** The engine cannot be reached. */
        UNAVAILABLE,
        /** It took longer than allowed. */
        TIMEOUT,
        /** Anything else. */
        INTERNAL
    }

    public HypervisorException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * @param cause null: nothing below went wrong
     */
    public HypervisorException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? reason.name() : message;
    }
}
