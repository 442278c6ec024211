package org.telvirt.cimom.stored;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cimom.schema.ClassLayout;

/** The instances of exactly one class, in the order they were made. Reading never waits. Safe for use by many threads. */
public final class StoredClass {
    private final ClassLayout layout;
    private final Map<CimInstancePath, StoredInstance> byPath = new ConcurrentHashMap<>();
    private final Map<Long, StoredInstance> inOrder = new ConcurrentSkipListMap<>();

    StoredClass(ClassLayout layout) {
        this.layout = layout;
    }

    public ClassLayout layout() {
        return layout;
    }

    /**
     * The instance at this path.
     *
     * @param path in canonical form
     * @return null: there is none
     */
    public @Nullable StoredInstance find(CimInstancePath path) {
        return byPath.get(path);
    }

    /** All instances; those that are made or removed meanwhile may be among them or not. */
    public CimCursor<StoredInstance> all() {
        return CimCursor.of(inOrder.values());
    }

    /** How many there are. */
    public int size() {
        return byPath.size();
    }

    void put(StoredInstance instance) {
        inOrder.put(instance.number(), instance);
        byPath.put(instance.path(), instance);
    }

    void remove(StoredInstance instance) {
        byPath.remove(instance.path());
        inOrder.remove(instance.number());
    }
}
