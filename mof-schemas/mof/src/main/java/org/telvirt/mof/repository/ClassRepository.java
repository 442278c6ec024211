package org.telvirt.mof.repository;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimNamespace;

/** The classes of all namespaces, fixed; namespaces with the same classes share them. Safe for use by many threads. */
public final class ClassRepository {
    private final Map<CimNamespace, NamespaceSchema> namespaces;

    private ClassRepository(Map<CimNamespace, NamespaceSchema> namespaces) {
        this.namespaces = Collections.unmodifiableMap(namespaces);
    }

    /** These namespaces. */
    public static ClassRepository of(Map<CimNamespace, NamespaceSchema> namespaces) {
        return new ClassRepository(new TreeMap<>(namespaces));
    }

    /** The same classes in each of these namespaces. */
    public static ClassRepository of(NamespaceSchema schema, CimNamespace... namespaces) {
        Map<CimNamespace, NamespaceSchema> map = new TreeMap<>();
        for (CimNamespace namespace : namespaces) {
            map.put(namespace, schema);
        }
        return new ClassRepository(map);
    }

    /** The namespaces, in the order of their names. */
    public Set<CimNamespace> namespaces() {
        return namespaces.keySet();
    }

    /** The classes of a namespace; null: there is no such namespace. */
    public @Nullable NamespaceSchema namespace(CimNamespace namespace) {
        return namespaces.get(namespace);
    }
}
