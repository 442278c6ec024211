package org.telvirt.store.journal;

/**
 * A place between two lines of the audit files.
 *
 * @param file the number of the file, from 1
 * @param offset in bytes
 */
record AuditPosition(long file, long offset) {
    /** Where the first line goes. */
    static final AuditPosition START = new AuditPosition(1, 0);
}
