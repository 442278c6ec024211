package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * The memory of a domain.
 *
 * @param size what it has, more than zero and at most {@code maximum}
 * @param maximum what it can be given while it runs
 * @param reservation what it can count on; null: not said
 * @param limit what its process may use at most on the host, its own overhead included; null: not said
 * @param management null: as the engine likes
 * @param pages what it is made of
 * @param placement on which memory nodes of the host; null: any
 */
public record Memory(
        ByteSize size,
        ByteSize maximum,
        @Nullable ByteSize reservation,
        @Nullable ByteSize limit,
        @Nullable Management management,
        Pages pages,
        @Nullable Placement placement) {
    /**
     * @throws IllegalArgumentException if size and maximum are out of range
     */
    public Memory {
        if (size.bytes() == 0 || maximum.compareTo(size) < 0) {
            throw new IllegalArgumentException("memory: size " + size + ", maximum " + maximum);
        }
    }

    /** So much, managed as the engine likes. */
    public Memory(ByteSize size, ByteSize maximum) {
        this(size, maximum, null, null, null, Pages.DEFAULT, null);
    }

    /** So much, no more and no less. */
    public static Memory of(ByteSize size) {
        return new Memory(size, size);
    }

    /** Another amount of the same memory; a reservation above it comes down to it. */
    public Memory withSizes(ByteSize newSize, ByteSize newMaximum) {
        ByteSize bounded = reservation != null && reservation.compareTo(newSize) > 0 ? newSize : reservation;
        return new Memory(newSize, newMaximum, bounded, limit, management, pages, placement);
    }

    public Memory withReservation(@Nullable ByteSize other) {
        return new Memory(size, maximum, other, limit, management, pages, placement);
    }

    public Memory withLimit(@Nullable ByteSize other) {
        return new Memory(size, maximum, reservation, other, management, pages, placement);
    }

    public Memory withManagement(@Nullable Management other) {
        return new Memory(size, maximum, reservation, limit, other, pages, placement);
    }

    public Memory withPages(Pages other) {
        return new Memory(size, maximum, reservation, limit, management, other, placement);
    }

    public Memory withPlacement(@Nullable Placement other) {
        return new Memory(size, maximum, reservation, limit, management, pages, other);
    }

    /** Whether the amount changes while the domain runs. */
    public enum Management {
        /** What it starts with stays. */
        STATIC,
        /** The host takes memory back and gives it again. */
        DYNAMIC
    }

    /**
     * The pages of the host that a domain's memory is made of.
     *
     * @param size null: as the host likes
     * @param locked whether none of them is ever written to swap space
     * @param preallocated whether all are there before it starts
     * @param sharable whether pages of equal content may be one page, of other domains too
     */
    public record Pages(@Nullable ByteSize size, boolean locked, boolean preallocated, boolean sharable) {
        /** As the host likes. */
        public static final Pages DEFAULT = new Pages(null, false, false, true);

        public Pages withSize(@Nullable ByteSize other) {
            return new Pages(other, locked, preallocated, sharable);
        }

        public Pages withLocked(boolean other) {
            return new Pages(size, other, preallocated, sharable);
        }

        public Pages withPreallocated(boolean other) {
            return new Pages(size, locked, other, sharable);
        }

        public Pages withSharable(boolean other) {
            return new Pages(size, locked, preallocated, other);
        }
    }

    /** How memory nodes are chosen among those that are named. */
    public enum PlacementMode {
        /** From these alone. */
        STRICT,
        /** From these, and from others when these are full. */
        PREFERRED,
        /** From these in turn. */
        INTERLEAVE,
        /** As the host's control groups say, which can be changed later. */
        RESTRICTIVE
    }

    /**
     * On which memory nodes of the host.
     *
     * @param nodes by number, at least one
     */
    public record Placement(PlacementMode mode, NumberSet nodes) {}
}
