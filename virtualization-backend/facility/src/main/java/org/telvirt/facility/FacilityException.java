package org.telvirt.facility;

import org.jspecify.annotations.Nullable;

/** The facility could not do what was asked. The message names the thing, the cause and, where there is one, the cure. */
public final class FacilityException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why, as far as a caller acts on the difference. */
    public enum Reason {
        /** There is no such virtual system or job. */
        NOT_FOUND,
        /** There is one already with this name or id. */
        ALREADY_EXISTS,
        /** The transition is not possible from the present state. */
        INVALID_TRANSITION,
        /** The present state does not allow it; not for transitions. */
        INVALID_STATE,
        /** Something else is being done to the virtual system. */
        BUSY,
        /** An argument or the definition cannot be used as it is. */
        INVALID_ARGUMENT,
        /** The engine does not offer it. */
        UNSUPPORTED,
        /** The host lacks a resource. */
        INSUFFICIENT_RESOURCES,
        /** The engine does not allow it to us. */
        DENIED,
        /** The engine cannot be reached. */
        UNAVAILABLE,
        /** It was not done within the time given. */
        TIMEOUT,
        /** It was ended by someone's wish. */
        CANCELLED,
        /** Telvirt was restarted in the middle of it; the message says what is so now. */
        INTERRUPTED,
        /** Anything else. */
        INTERNAL
    }

    public FacilityException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * @param cause null: nothing below went wrong
     */
    public FacilityException(Reason reason, String message, @Nullable Throwable cause) {
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
