package org.telvirt.server.access;

import java.time.Duration;

/** What became of a client's credentials. */
public sealed interface Verdict {
    /** They are right. */
    record Granted(String user) implements Verdict {}

    /** There are none, or they are wrong; the answer never says which. */
    record Refused() implements Verdict {}

    /** Nobody looked: this client has been wrong too often. */
    record TooManyGuesses(Duration pause) implements Verdict {}

    /** Nobody looked: too many passwords are being checked. */
    record Busy() implements Verdict {}
}
