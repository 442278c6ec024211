package org.telvirt.facility;

/** What is being done to a virtual system that is no {@link Transition}: its state stays, as far as this goes. */
public enum Activity {
    /** It moves to another host. */
    MIGRATION,
    /** A snapshot of it is taken, gone back to or removed. */
    SNAPSHOT,
    /** A copy of it is made or brought back. */
    BACKUP,
    /** What it is made of changes while it is active. */
    LIVE_CHANGE
}
