package org.telvirt.traceability.claim;

/**
 * A claim that has been found in the tables.
 *
 * @param subject the id of a SCOPE requirement, or the number of a DMTF document
 * @param detail a part of that requirement, empty for the whole of it; or a clause of that document
 */
public record Claim(Kind kind, String subject, String detail) {
    /** Which table the claim points into. */
    public enum Kind {
        SCOPE,
        CLAUSE
    }
}
