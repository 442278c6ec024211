package org.telvirt.server.exit;

/** What the process tells its parent when it ends; the numbers are those of BSD's sysexits, which systemd names. */
public enum ExitCode {
    /** It was asked to stop, by SIGTERM or SIGINT, and did. */
    STOPPED(0, "stopped as asked, by SIGTERM or SIGINT"),
    /** It failed in a way that nobody foresaw. */
    FAILED(1, "failed unexpectedly; the message says where. Of status: the server is not well"),
    /** The server whose status was asked for does not answer; the number is LSB's for a service that does not run. */
    NOT_RUNNING(3, "of status: the server does not answer"),
    /** The command line is wrong. */
    USAGE(64, "wrong command or option"),
    /** What a command was given to work on will not do. */
    DATA(65, "a user, a password or a schema that was given will not do"),
    /** The hypervisor does not answer. */
    HYPERVISOR_UNAVAILABLE(69, "the hypervisor cannot be reached"),
    /** The state folder cannot be made, read or written. */
    STATE_UNUSABLE(73, "the state folder cannot be used"),
    /** A port or the state folder is held by another process. */
    IN_USE(75, "a port or the state folder is in use by another process"),
    /** A value from the environment, the settings file or the password file is wrong. */
    SETTINGS(78, "a setting, the settings file or the password file is wrong");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** One line for the help. */
    public String meaning() {
        return meaning;
    }
}
