package org.telvirt.store.journal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each text is: tables of places by key. Counts for every segment how much of it is alive. Not for use by many
 * threads; whoever shares it synchronizes on it.
 */
final class Index {
    private final Map<String, Map<String, Place>> tables = new HashMap<>();

    /**
     * A change of the index.
     *
     * @param place null: the key has gone
     */
    record Update(String table, String key, @Nullable Place place) {}

    @Nullable
    Place find(String table, String key) {
        Map<String, Place> places = tables.get(table);
        return places == null ? null : places.get(key);
    }

    void apply(List<Update> updates) {
        updates.forEach(this::apply);
    }

    void apply(Update update) {
        Map<String, Place> places = tables.computeIfAbsent(update.table(), name -> new LinkedHashMap<>());
        Place place = update.place();
        Place before = place == null ? places.remove(update.key()) : places.put(update.key(), place);
        if (before != null) {
            before.segment().addLive(-before.length());
        }
        if (place != null) {
            place.segment().addLive(place.length());
        }
    }

    /** The places of a table, in the order in which their keys were first written. */
    List<Place> places(String table) {
        return List.copyOf(tables.getOrDefault(table, Map.of()).values());
    }

    /** Brings keys that were moved back to where they were in the order of their first writing. */
    void restoreOrder() {
        for (Map.Entry<String, Map<String, Place>> table : tables.entrySet()) {
            Map<String, Place> ordered = new LinkedHashMap<>();
            table.getValue().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Place::born)))
                    .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
            table.setValue(ordered);
        }
    }

    /** The last birth so far; 0: nothing lives. */
    long lastBirth() {
        return tables.values().stream()
                .flatMap(places -> places.values().stream())
                .mapToLong(Place::born)
                .max()
                .orElse(0);
    }
}
