package org.telvirt.cimom.consistency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a crawl has found out. */
final class Findings {
    private final List<String> contradictions = new ArrayList<>();

    List<String> all() {
        return List.copyOf(contradictions);
    }

    void add(String contradiction) {
        contradictions.add(contradiction);
    }

    void check(boolean expected, String otherwise) {
        if (!expected) {
            add(otherwise);
        }
    }

    /** Both have the same members, whatever their order, and none twice. */
    <T> void checkSame(String what, Collection<T> first, String firstName, Collection<T> second, String secondName) {
        Set<T> firstSet = new HashSet<>(first);
        Set<T> secondSet = new HashSet<>(second);
        check(firstSet.size() == first.size(), what + ": " + firstName + " gives something twice: " + first);
        check(secondSet.size() == second.size(), what + ": " + secondName + " gives something twice: " + second);
        for (T member : firstSet) {
            check(secondSet.contains(member), what + ": only " + firstName + " gives " + member);
        }
        for (T member : secondSet) {
            check(firstSet.contains(member), what + ": only " + secondName + " gives " + member);
        }
    }
}
