package org.telvirt.hypervisor.migration;

/**
 * What became of a migration whose leader ended in its midst.
 *
 * @param end how it ended
 * @param message what is so now, as a clause with a small beginning; where nothing was done, with the cause and what to do
 */
public record Settlement(End end, String message) {
    /** How a migration ended after all. */
    public enum End {
        /** The domain runs at the other host; its run here has been ended. */
        ARRIVED,
        /** The other host does not have it; it goes on here. */
        RETURNED,
        /** Nobody can be sure where it should run; nothing has been done. */
        OPEN
    }
}
