package org.telvirt.cimom.stored;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Slot;

/** Which associations refer to an instance. Safe for use by many threads. */
final class LinkIndex {
    private final Map<CimInstancePath, ConcurrentSkipListMap<Place, StoredLink>> byEnd = new ConcurrentHashMap<>();

    /** The place of a link among those of its end: that of the association, then that of the reference. */
    private record Place(long number, int slot) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::number).thenComparingInt(Place::slot);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The links of an instance in the order they were made; one association that refers to it twice is there twice. */
    Collection<StoredLink> of(CimInstancePath end) {
        ConcurrentSkipListMap<Place, StoredLink> links = byEnd.get(end);
        return links == null ? List.of() : links.values();
    }

    void add(StoredInstance association, ClassLayout layout) {
        for (Slot slot : layout.slots()) {
            add(association, layout, slot);
        }
    }

    private void add(StoredInstance association, ClassLayout layout, Slot slot) {
        CimInstancePath end = end(association, slot);
        if (end != null) {
            byEnd.compute(end, (path, known) -> {
                ConcurrentSkipListMap<Place, StoredLink> links = known == null ? new ConcurrentSkipListMap<>() : known;
                links.put(new Place(association.number(), slot.index()), new StoredLink(association, layout, slot));
                return links;
            });
        }
    }

    /** The same association, changed; an end that stays is never missed. */
    void replace(StoredInstance earlier, StoredInstance later, ClassLayout layout) {
        for (Slot slot : layout.slots()) {
            add(later, layout, slot);
            if (!Objects.equals(end(earlier, slot), end(later, slot))) {
                remove(earlier, slot);
            }
        }
    }

    void remove(StoredInstance association, ClassLayout layout) {
        for (Slot slot : layout.slots()) {
            remove(association, slot);
        }
    }

    private void remove(StoredInstance association, Slot slot) {
        CimInstancePath end = end(association, slot);
        if (end != null) {
            byEnd.computeIfPresent(end, (path, links) -> {
                links.remove(new Place(association.number(), slot.index()));
                return links.isEmpty() ? null : links;
            });
        }
    }

    private static @Nullable CimInstancePath end(StoredInstance association, Slot slot) {
        return slot.type().type().type() == CimType.REFERENCE
                        && association.instance().properties().get(slot.index()).value()
                                instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath path
                ? path
                : null;
    }
}
