package org.telvirt.architecture.rooms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telvirt.architecture.Table;
import org.telvirt.architecture.rooms.Room.Liberty;

/**
 * What each room may use.
 *
 * @param always packages that every room may use
 */
public record FloorPlan(List<Room> rooms, List<String> always) {
    private static final String ALWAYS = "always:";

    public FloorPlan {
        rooms = List.copyOf(rooms);
        always = List.copyOf(always);
    }

    /** The floor plan of this repository. */
    public static FloorPlan load() {
        return read(Table.load("rooms.txt"));
    }

    static FloorPlan read(String text) {
        List<Room> rooms = new ArrayList<>();
        List<String> always = new ArrayList<>();
        for (String line : Table.lines(text)) {
            if (line.startsWith(ALWAYS)) {
                always.addAll(Table.words(line.substring(ALWAYS.length())));
            } else {
                rooms.add(room(Table.cells(line, 5)));
            }
        }
        return new FloorPlan(rooms, always);
    }

    private static Room room(List<String> cells) {
        List<Liberty> liberties = Table.words(cells.get(4)).stream()
                .map(word -> Liberty.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        return new Room(cells.get(0), cells.get(1), Table.words(cells.get(2)), Table.words(cells.get(3)), liberties);
    }

    /** The innermost room around a package; empty for a package outside the house. */
    public Optional<Room> roomOf(String packageName) {
        return rooms.stream()
                .filter(room -> room.contains(packageName))
                .max(Comparator.comparingInt(room -> room.name().length()));
    }

    /** Whether the floor plan lets a room use a package. */
    boolean allows(Room room, String packageName) {
        Optional<Room> target = roomOf(packageName);
        if (target.isPresent()) {
            String targetName = target.get().name();
            return targetName.equals(room.name())
                    || room.rooms().stream().anyMatch(name -> Room.isWithin(targetName, name));
        }
        return always.stream().anyMatch(name -> isBelow(packageName, name))
                || room.libraries().stream().anyMatch(name -> Room.isWithin(packageName, name));
    }

    /** Of a package of the JDK only what java.base has: HTTP clients and the like are libraries to be named. */
    private static boolean isBelow(String packageName, String name) {
        boolean isLibraryOfTheJdk = Room.isWithin(packageName, "java.net.http")
                || Room.isWithin(packageName, "java.util.logging")
                || Room.isWithin(packageName, "java.util.prefs")
                || Room.isWithin(packageName, "java.lang.management")
                || Room.isWithin(packageName, "java.lang.instrument");
        return Room.isWithin(packageName, name) && !isLibraryOfTheJdk;
    }
}
