package org.telvirt.facility.journal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;

/**
 * Something that the engine is about to be asked for.
 *
 * @param id names it for ever, and the job that tells of it, if there has to be one
 * @param name what it does, for people, such as {@code Define 'hlr-2'}
 * @param subject the domain that it is about
 * @param begun when it was written down
 * @param details what is needed to see later whether it was done
 */
record Intent(UUID id, Kind kind, String name, DomainId subject, Instant begun, SortedMap<String, String> details) {
    /** What {@link #details} may have: a digest of the defined configuration that is wanted. */
    static final String WANTED = "wanted";

    /** A digest of the active configuration that is wanted. */
    static final String WANTED_ACTIVE = "wanted-active";

    /** A digest of what was there before. */
    static final String PREVIOUS = "previous";

    /** The name of the domain before. */
    static final String PREVIOUS_NAME = "previous-name";

    /** What was asked of its run: a {@link org.telvirt.hypervisor.LifecycleAction}. */
    static final String ACTION = "action";

    /** The name of a snapshot. */
    static final String SNAPSHOT = "snapshot";

    /** The name of a checkpoint. */
    static final String CHECKPOINT = "checkpoint";

    /** Where a migration goes. */
    static final String DESTINATION = "destination";

    /** Whether what migrates has a definition there that outlives its run: {@code true} or {@code false}. */
    static final String LASTING_THERE = "lasting-there";

    /** Whether the definition of what migrates goes here: {@code true} or {@code false}. */
    static final String GOES_HERE = "goes-here";

    /** How many steps a task has. */
    static final String STEPS = "steps";

    /** Some of what is asked of engines; the rest is done or not by itself. */
    enum Kind {
        DEFINE,
        REDEFINE,
        SET_NEXT,
        LIVE_CHANGE,
        ACTION,
        UNDEFINE,
        /** Stops and undefines. */
        DESTROY,
        SNAPSHOT_CREATE,
        SNAPSHOT_REVERT,
        SNAPSHOT_DELETE,
        /** To another host. */
        MIGRATE,
        /** Of its disks; a copy that is whole gets its name after that. */
        BACKUP,
        CHECKPOINT_DELETE,
        /** Several of the others, each of which is an intent of its own. */
        TASK
    }

    /** Whether its steps are written down for themselves. */
    boolean isWhole() {
        return kind == Kind.DESTROY || kind == Kind.TASK;
    }

    /** Copies the map. */
    Intent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    static Intent of(Kind kind, String name, DomainId subject, Instant now) {
        return new Intent(UUID.randomUUID(), kind, name, subject, now, Collections.emptySortedMap());
    }

    Intent with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(details);
        more.put(key, value);
        return new Intent(id, kind, name, subject, begun, more);
    }

    @Nullable
    String detail(String key) {
        return details.get(key);
    }

    String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", kind.name());
        values.put("name", name);
        values.put("subject", subject.uuid().toString());
        values.put("begun", begun.toString());
        details.forEach((key, value) -> values.put("detail." + key, value));
        return KeyedText.write(values);
    }

    /** What a text says; null: it is none of this version's. */
    static @Nullable Intent read(String id, String text) {
        Map<String, String> values = KeyedText.read(text);
        SortedMap<String, String> details = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith("detail.")) {
                details.put(key.substring("detail.".length()), value);
            }
        });
        try {
            return new Intent(
                    UUID.fromString(id),
                    Kind.valueOf(values.getOrDefault("kind", "")),
                    values.getOrDefault("name", ""),
                    new DomainId(UUID.fromString(values.getOrDefault("subject", ""))),
                    Instant.parse(values.getOrDefault("begun", "")),
                    details);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }
}
