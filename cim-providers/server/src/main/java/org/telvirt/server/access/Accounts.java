package org.telvirt.server.access;

/** Whoever knows which users there are, and their passwords. Safe for use by many threads. */
public interface Accounts {
    /** Whether there is such a user. */
    boolean contains(String user);

    /** Whether this is the user's password; takes the same time for users that do not exist. */
    boolean matches(Credentials credentials);

    /** Changes when a password that was right once has to be checked again, because user or password may be gone. */
    String stamp(String user);
}
