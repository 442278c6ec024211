package org.telvirt.conformance.durability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a server has acknowledged, and what it was told without an answer. Safe for use by many threads. */
final class Ledger {
    private final Map<String, String> notes = new TreeMap<>();
    private final Set<String> gone = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final Set<String> unsure = new TreeSet<>();

    synchronized void begin(String id) {
        unsure.add(id);
    }

    synchronized void noted(String id, String note) {
        unsure.remove(id);
        notes.put(id, note);
    }

    synchronized void removed(String id) {
        unsure.remove(id);
        notes.remove(id);
        gone.add(id);
    }

    synchronized void declared(String className) {
        unsure.remove(className);
        classes.add(className);
    }

    /** Instances whose notes are certain. */
    synchronized Map<String, String> notes() {
        Map<String, String> certain = new TreeMap<>(notes);
        certain.keySet().removeAll(unsure);
        return certain;
    }

    /** Instances that are certainly gone. */
    synchronized Set<String> gone() {
        return new TreeSet<>(gone);
    }

    synchronized Set<String> classes() {
        return new TreeSet<>(classes);
    }

    /** Every note and class that was acknowledged, for the audit. */
    synchronized List<String> acknowledged() {
        return java.util.stream.Stream.concat(notes.values().stream(), classes.stream())
                .toList();
    }
}
