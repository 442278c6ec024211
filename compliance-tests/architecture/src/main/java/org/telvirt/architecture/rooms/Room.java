package org.telvirt.architecture.rooms;

import java.util.List;

/**
 * A line of the floor plan.
 *
 * @param name its package, which holds for the packages below too
 * @param rooms packages of other rooms that it may use, with all below them
 * @param libraries packages of libraries that it may use, with all below them
 */
public record Room(String module, String name, List<String> rooms, List<String> libraries, List<Liberty> liberties) {

    /** What only few rooms may do. */
    public enum Liberty {
        /** Make threads and executors, and sleep. */
        THREADS,
        /** Read the time of day; other rooms get a clock by constructor. */
        CLOCK,
        /** Write to the standard streams. */
        PRINT
    }

    public Room {
        rooms = List.copyOf(rooms);
        libraries = List.copyOf(libraries);
        liberties = List.copyOf(liberties);
    }

    /** Whether a package lies in this room or in a room inside it. */
    boolean contains(String packageName) {
        return isWithin(packageName, name);
    }

    static boolean isWithin(String packageName, String outer) {
        return packageName.equals(outer) || packageName.startsWith(outer + ".");
    }
}
