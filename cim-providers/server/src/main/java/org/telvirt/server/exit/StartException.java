package org.telvirt.server.exit;

import org.jspecify.annotations.Nullable;

/** The server cannot start. The message is for whoever typed the command: thing, cause and cure. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    public StartException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /**
     * @param cause null: nothing below went wrong
     */
    public StartException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? exitCode.meaning() : message;
    }
}
