package org.telvirt.facility;

/** How well a virtual system is. */
public enum Health {
    OK,
    /** It works less than it should, or it needs someone to look. */
    DEGRADED,
    /** Its guest failed, its process ended by itself, or its storage stopped it. */
    FAILED,
    UNKNOWN
}
