package org.telvirt.hypervisor.definition.migration;

/**
 * Why a domain cannot migrate.
 *
 * @param kind as far as someone above acts on the difference
 * @param message names the thing, the cause and, where there is one, the cure
 */
public record MigrationObstacle(Kind kind, String message) {
    /** What stands in the way. */
    public enum Kind {
        /** The state of the domain here. */
        STATE,
        /** The engine lacks what is asked for, or it makes no sense. */
        REQUEST,
        /** The other host does not answer, or does not let us in. */
        UNREACHABLE,
        /** The other host is this one. */
        SAME_HOST,
        /** The other host runs no domains of this kind, architecture or machine. */
        PLATFORM,
        /** Its processor cannot do what the guest counts on. */
        PROCESSOR,
        /** It has not so much memory free. */
        MEMORY,
        /** A domain of this name or id is there already. */
        TAKEN,
        /** The domain has a device of this host to itself. */
        HOST_DEVICE,
        /** A disk is not there, and is not to be copied either. */
        DISK,
        /** A network is not there. */
        NETWORK
    }
}
