package org.telvirt.cimom.stored;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cimom.schema.ClassLayout;

/**
 * The instances of one namespace that no provider answers for. Reading never waits. Whoever changes an instance sees to
 * it that nobody else changes the same one. Safe for use by many threads.
 */
public final class StoredInstances {
    private final LinkIndex links = new LinkIndex();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Map<CimName, StoredClass> tables = Map.of();

    /** The instances of exactly this class; null: it never had one. */
    public @Nullable StoredClass find(CimName className) {
        return tables.get(className);
    }

    /** Those classes that have or had instances; another object whenever one comes to them. */
    public Map<CimName, StoredClass> tables() {
        return tables;
    }

    /** Whether there is any instance at all. */
    public boolean isEmpty() {
        return tables.values().stream().allMatch(table -> table.size() == 0);
    }

    /**
     * The associations that refer to an instance.
     *
     * @param end its path in canonical form
     */
    public Collection<StoredLink> linksOf(CimInstancePath end) {
        return links.of(end);
    }

    /** Adds a complete instance at the end of all; there is none at its path. */
    public void add(ClassLayout layout, CimInstancePath path, CimInstance complete) {
        StoredInstance instance = new StoredInstance(numbers.incrementAndGet(), path, complete);
        table(layout).put(instance);
        if (layout.declaration().isAssociation()) {
            links.add(instance, layout);
        }
    }

    /** Puts a complete instance in the place of the one it was. */
    public void replace(ClassLayout layout, StoredInstance earlier, CimInstance complete) {
        StoredInstance later = new StoredInstance(earlier.number(), earlier.path(), complete);
        table(layout).put(later);
        if (layout.declaration().isAssociation()) {
            links.replace(earlier, later, layout);
        }
    }

    /** Removes an instance. */
    public void remove(ClassLayout layout, StoredInstance instance) {
        if (layout.declaration().isAssociation()) {
            links.remove(instance, layout);
        }
        table(layout).remove(instance);
    }

    // a class that was changed or made anew had no instances then, so that its old table is empty
    @SuppressWarnings("ReferenceEquality") // it is another class even if it is equal
    private StoredClass table(ClassLayout layout) {
        StoredClass known = tables.get(layout.name());
        if (known != null && known.layout() == layout) {
            return known;
        }
        synchronized (this) {
            StoredClass other = tables.get(layout.name());
            if (other != null && other.layout().declaration() == layout.declaration()) {
                return other;
            }
            Map<CimName, StoredClass> more = new HashMap<>(tables);
            StoredClass table = new StoredClass(layout);
            more.put(layout.name(), table);
            tables = more;
            return table;
        }
    }
}
