package org.telvirt.cimom.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;

/**
 * The namespaces of the server under all their names. A namespace that has several names has one content. The object
 * manager adds and removes those that clients make. Safe for use by many threads.
 */
public final class Schemas {
    private volatile Map<CimNamespace, Schema> byName;

    private Schemas(Map<CimNamespace, Schema> byName) {
        this.byName = byName;
    }

    /** No namespaces yet. */
    public static Schemas none() {
        return new Schemas(Map.of());
    }

    /**
     * These and one more.
     *
     * @param aliases its other names
     * @throws IllegalArgumentException if a name is taken
     */
    public Schemas with(Schema schema, CimNamespace... aliases) {
        return new Schemas(added(byName, schema, aliases));
    }

    private static Map<CimNamespace, Schema> added(
            Map<CimNamespace, Schema> names, Schema schema, CimNamespace... aliases) {
        Map<CimNamespace, Schema> more = new LinkedHashMap<>(names);
        put(more, schema.namespace(), schema);
        for (CimNamespace alias : aliases) {
            put(more, alias, schema);
        }
        return more;
    }

    private static void put(Map<CimNamespace, Schema> map, CimNamespace name, Schema schema) {
        if (map.put(name, schema) != null) {
            throw new IllegalArgumentException("Two namespaces are called " + name);
        }
    }

    /**
     * Adds a namespace for all who use these.
     *
     * @throws IllegalArgumentException if its name is taken
     */
    public synchronized void add(Schema schema) {
        byName = added(byName, schema);
    }

    /** Removes a namespace under all its names for all who use these. */
    public synchronized void remove(Schema schema) {
        Map<CimNamespace, Schema> fewer = new LinkedHashMap<>(byName);
        fewer.values().removeIf(other -> other == schema);
        byName = fewer;
    }

    /** Every name of every namespace, in the order they were added. */
    public List<CimNamespace> names() {
        return List.copyOf(byName.keySet());
    }

    /** Each namespace once. */
    public List<Schema> all() {
        return byName.values().stream().distinct().toList();
    }

    /** The namespace of this name; null: there is none. */
    public @Nullable Schema find(CimNamespace name) {
        return byName.get(name);
    }

    /**
     * The namespace of this name.
     *
     * @throws CimException INVALID_NAMESPACE: there is none
     */
    public Schema require(CimNamespace name) throws CimException {
        Schema schema = byName.get(name);
        if (schema == null) {
            String known = names().stream().map(CimNamespace::toString).collect(Collectors.joining(", "));
            throw new CimException(
                    CimStatus.INVALID_NAMESPACE, "No such namespace: '" + name + "'; there are " + known);
        }
        return schema;
    }
}
