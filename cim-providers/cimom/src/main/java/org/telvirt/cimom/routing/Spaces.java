package org.telvirt.cimom.routing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.ProviderSet;

/** All namespaces of the server. Safe for use by many threads. */
public final class Spaces {
    private final Schemas schemas;
    private final Map<Schema, Space> spaces;

    private Spaces(Schemas schemas, Map<Schema, Space> spaces) {
        this.schemas = schemas;
        this.spaces = spaces;
    }

    /**
     * The namespaces with their providers.
     *
     * @throws IllegalArgumentException if a provider does not fit the classes of its namespace, or two provide the same
     */
    public static Spaces of(Schemas schemas, List<ProviderSet> providers) {
        Map<Schema, Space> spaces = new ConcurrentHashMap<>();
        for (Schema schema : schemas.all()) {
            SpaceBuilder builder = new SpaceBuilder(schema, schemas);
            for (ProviderSet set : providers) {
                if (set.namespaces().stream().anyMatch(namespace -> schemas.find(namespace) == schema)) {
                    builder.add(set);
                }
            }
            spaces.put(schema, builder.build());
        }
        return new Spaces(schemas, spaces);
    }

    /** Adds a namespace that a client makes. */
    public void add(Schema schema) {
        // whoever finds the name finds the rest
        spaces.put(schema, Space.empty(schema));
        schemas.add(schema);
    }

    /** Removes such a namespace; calls that are in it may still end. */
    public void remove(Schema schema) {
        schema.remove();
        schemas.remove(schema);
        spaces.remove(schema);
    }

    public Schemas schemas() {
        return schemas;
    }

    /** The namespace of this name; null: there is none. */
    public @Nullable Space find(CimNamespace name) {
        Schema schema = schemas.find(name);
        return schema == null ? null : spaces.get(schema);
    }

    /**
     * The namespace of this name.
     *
     * @throws CimException INVALID_NAMESPACE: there is none
     */
    public Space require(CimNamespace name) throws CimException {
        Space space = spaces.get(schemas.require(name));
        if (space == null) {
            throw new CimException(CimStatus.INVALID_NAMESPACE, "The namespace " + name + " was just removed");
        }
        return space;
    }

    /** Whether an instance, whose path has a namespace, is of this class or a subclass. */
    static boolean isA(Schemas schemas, CimInstancePath path, CimName className) {
        CimNamespace namespace = path.namespace();
        Schema schema = namespace == null ? null : schemas.find(namespace);
        ClassLayout layout = schema == null ? null : schema.find(path.className());
        return layout != null && layout.isA(className);
    }
}
