package org.telvirt.hypervisor.definition;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The virtual processors of a domain.
 *
 * @param count those that it starts with, from 1 to {@code maximum}
 * @param maximum those that it can be given while it runs
 * @param topology what the guest sees them arranged as; null: as the engine likes
 * @param placement where on the host they run
 * @param scheduling how much of the host's processors they get, and when
 */
public record Processors(
        int count, int maximum, @Nullable Topology topology, Placement placement, Scheduling scheduling) {
    /**
     * @throws IllegalArgumentException if out of range
     */
    public Processors {
        if (count < 1 || maximum < count) {
            throw new IllegalArgumentException("processors: count " + count + ", maximum " + maximum);
        }
    }

    /** So many, arranged, placed and scheduled as the engine likes. */
    public Processors(int count, int maximum) {
        this(count, maximum, null, Placement.ANYWHERE, Scheduling.DEFAULT);
    }

    /** So many, no more and no less. */
    public static Processors of(int count) {
        return new Processors(count, count);
    }

    /**
     * Other numbers of them. Sockets take up the change of the topology if they can, and what was said of the place of
     * processors that are gone is forgotten.
     */
    public Processors withNumbers(int newCount, int newMaximum) {
        return new Processors(
                newCount,
                newMaximum,
                topology == null || newMaximum == maximum ? topology : topology.fitted(newMaximum),
                placement.withEach(placement.each().headMap(newMaximum)),
                scheduling);
    }

    public Processors withTopology(@Nullable Topology other) {
        return new Processors(count, maximum, other, placement, scheduling);
    }

    public Processors withPlacement(Placement other) {
        return new Processors(count, maximum, topology, other, scheduling);
    }

    public Processors withScheduling(Scheduling other) {
        return new Processors(count, maximum, topology, placement, other);
    }

    /**
     * How the guest sees its processors; the product of all is the maximum.
     *
     * @param dies in a socket; more than one is rare
     * @param cores in a die
     * @param threads in a core
     */
    public record Topology(int sockets, int dies, int cores, int threads) {
        /** Sockets of one die each. */
        public Topology(int sockets, int cores, int threads) {
            this(sockets, 1, cores, threads);
        }

        /** All of them. */
        public long processors() {
            return (long) sockets * dies * cores * threads;
        }

        private Topology fitted(int maximum) {
            int inSocket = dies * cores * threads;
            return inSocket > 0 && maximum % inSocket == 0
                    ? new Topology(maximum / inSocket, dies, cores, threads)
                    : this;
        }

        /** Such as {@code 2 sockets x 4 cores x 2 threads}. */
        @Override
        public String toString() {
            return sockets + " sockets x " + (dies == 1 ? "" : dies + " dies x ") + cores + " cores x " + threads
                    + " threads";
        }
    }

    /**
     * Which processors of the host a domain runs on; null: any.
     *
     * @param any of all virtual processors that {@code each} does not name
     * @param each of single virtual processors, by number from 0
     * @param emulator of the threads that serve the domain
     * @param ioThreads number of threads of its own for input and output
     * @param eachIoThread of single ones, by number from 1
     * @param exclusive whether no other domain may use the host processors that are named here
     */
    public record Placement(
            @Nullable NumberSet any,
            SortedMap<Integer, NumberSet> each,
            @Nullable NumberSet emulator,
            int ioThreads,
            SortedMap<Integer, NumberSet> eachIoThread,
            boolean exclusive) {
        /** Wherever there is room. */
        public static final Placement ANYWHERE =
                new Placement(null, Collections.emptySortedMap(), null, 0, Collections.emptySortedMap(), false);

        /** Copies the maps. */
        public Placement {
            each = Collections.unmodifiableSortedMap(new TreeMap<>(each));
            eachIoThread = Collections.unmodifiableSortedMap(new TreeMap<>(eachIoThread));
        }

        public Placement withAny(@Nullable NumberSet other) {
            return new Placement(other, each, emulator, ioThreads, eachIoThread, exclusive);
        }

        public Placement withEach(SortedMap<Integer, NumberSet> other) {
            return new Placement(any, other, emulator, ioThreads, eachIoThread, exclusive);
        }

        /** One virtual processor on these of the host. */
        public Placement with(int processor, NumberSet where) {
            SortedMap<Integer, NumberSet> other = new TreeMap<>(each);
            other.put(processor, where);
            return withEach(other);
        }

        public Placement withEmulator(@Nullable NumberSet other) {
            return new Placement(any, each, other, ioThreads, eachIoThread, exclusive);
        }

        public Placement withIoThreads(int count, SortedMap<Integer, NumberSet> where) {
            return new Placement(any, each, emulator, count, where, exclusive);
        }

        public Placement withExclusive(boolean other) {
            return new Placement(any, each, emulator, ioThreads, eachIoThread, other);
        }
    }

    /**
     * How much of the host's processors virtual ones get, and when; null: not said.
     *
     * @param policy null: it differs between processors, and stays as it is
     * @param shares the weight against other domains when all want to run; 1024 is usual
     * @param reservation what each virtual processor can count on
     * @param limit what each virtual processor gets at most
     * @param minimumSlice the shortest time that it runs once it runs
     * @param interruptLatency the longest time that it can bear until an interrupt reaches it
     */
    public record Scheduling(
            @Nullable Policy policy,
            @Nullable Integer shares,
            @Nullable Quota reservation,
            @Nullable Quota limit,
            @Nullable Duration minimumSlice,
            @Nullable Duration interruptLatency) {
        /** As any other process, with no limit. */
        public static final Scheduling DEFAULT = new Scheduling(Policy.OTHER, null, null, null, null, null);

        public Scheduling withPolicy(Policy other) {
            return new Scheduling(other, shares, reservation, limit, minimumSlice, interruptLatency);
        }

        public Scheduling withShares(@Nullable Integer other) {
            return new Scheduling(policy, other, reservation, limit, minimumSlice, interruptLatency);
        }

        public Scheduling withReservation(@Nullable Quota other) {
            return new Scheduling(policy, shares, other, limit, minimumSlice, interruptLatency);
        }

        public Scheduling withLimit(@Nullable Quota other) {
            return new Scheduling(policy, shares, reservation, other, minimumSlice, interruptLatency);
        }

        public Scheduling withMinimumSlice(@Nullable Duration other) {
            return new Scheduling(policy, shares, reservation, limit, other, interruptLatency);
        }

        public Scheduling withInterruptLatency(@Nullable Duration other) {
            return new Scheduling(policy, shares, reservation, limit, minimumSlice, other);
        }
    }

    /** The classes of the host's scheduler, as sched(7) of Linux names them. */
    public enum SchedulingClass {
        OTHER,
        BATCH,
        IDLE,
        FIFO,
        RR;

        /** Whether its processes run before all others. */
        public boolean isRealTime() {
            return this == FIFO || this == RR;
        }
    }

    /**
     * A class with the priority in it.
     *
     * @param priority 1 (low) to 99 in a real-time class, 0 in any other
     */
    public record Policy(SchedulingClass schedulingClass, int priority) {
        /** What processes have unless told otherwise. */
        public static final Policy OTHER = new Policy(SchedulingClass.OTHER, 0);
    }

    /**
     * A time out of every period.
     *
     * @param time more than the period: of more than one processor
     */
    public record Quota(Duration time, Duration period) {
        /** The part of one processor, 1 being all of it. */
        public double share() {
            return (double) time.toNanos() / period.toNanos();
        }

        /** Such as {@code 25 of 100 ms}. */
        @Override
        public String toString() {
            return time.toNanos() / 1e6 + " of " + period.toNanos() / 1e6 + " ms";
        }
    }
}
