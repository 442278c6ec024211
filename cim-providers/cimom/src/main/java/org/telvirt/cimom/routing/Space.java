package org.telvirt.cimom.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.stored.StoredClass;
import org.telvirt.cimom.stored.StoredInstances;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.MethodProvider;

/** One namespace: its classes, who answers for them, and what nobody answers for. Safe for use by many threads. */
public final class Space {
    private final Schema schema;
    private final Map<CimName, InstanceSource> sources;
    private final List<LinkSource> links;
    private final Map<CimName, Map<CimName, MethodProvider>> methods;
    private final StoredInstances stored = new StoredInstances();
    private volatile Routes routes;

    /** What was worked out, good as long as these classes and tables are those of the namespace. */
    private record Routes(
            NamespaceSchema classes,
            Map<CimName, StoredClass> tables,
            Map<CimName, List<InstanceSource>> families,
            Map<CimName, List<Hop>> hops) {
        private Routes(NamespaceSchema classes, Map<CimName, StoredClass> tables) {
            this(classes, tables, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    Space(
            Schema schema,
            Map<CimName, InstanceSource> sources,
            List<LinkSource> links,
            Map<CimName, Map<CimName, MethodProvider>> methods) {
        this.schema = schema;
        this.sources = Map.copyOf(sources);
        this.links = List.copyOf(links);
        this.methods = Map.copyOf(methods);
        this.routes = new Routes(schema.snapshot(), stored.tables());
    }

    /** A namespace without providers. */
    static Space empty(Schema schema) {
        return new Space(schema, Map.of(), List.of(), Map.of());
    }

    public Schema schema() {
        return schema;
    }

    public CimNamespace namespace() {
        return schema.namespace();
    }

    /** The instances that no provider answers for. */
    public StoredInstances stored() {
        return stored;
    }

    /** The provider of the instances of exactly this class; null: nobody provides it. */
    public @Nullable InstanceSource provided(CimName className) {
        return sources.get(className);
    }

    /** Who answers for the instances of exactly this class; null: it has none. */
    public @Nullable InstanceSource source(CimName className) {
        InstanceSource provided = sources.get(className);
        if (provided != null) {
            return provided;
        }
        StoredClass table = stored.find(className);
        return table == null ? null : new StoredSource(table);
    }

    /** Who answers for the instances of the class and of its subclasses, in the order of the classes. */
    public List<InstanceSource> sources(ClassLayout layout) {
        return routes().families.computeIfAbsent(layout.name(), name -> {
            List<InstanceSource> found = new ArrayList<>();
            for (ClassLayout member : schema.family(layout)) {
                InstanceSource source = source(member.name());
                if (source != null) {
                    found.add(source);
                }
            }
            return List.copyOf(found);
        });
    }

    /** Who performs this method for instances of exactly this class; null: nobody. */
    public @Nullable MethodProvider method(CimName className, CimName method) {
        return methods.getOrDefault(className, Map.of()).get(method);
    }

    /** The ways that providers offer from the instances of exactly this class to others. */
    public List<Hop> hops(ClassLayout layout) {
        return routes().hops.computeIfAbsent(layout.name(), name -> {
            List<Hop> found = new ArrayList<>();
            for (LinkSource link : links) {
                boolean left = offers(link.left(), layout);
                boolean right = offers(link.right(), layout);
                if (left) {
                    found.add(new Hop(link, link.left(), link.right(), true, right));
                }
                if (right) {
                    found.add(new Hop(link, link.right(), link.left(), false, left));
                }
            }
            return List.copyOf(found);
        });
    }

    private boolean offers(AssociationEnd end, ClassLayout layout) {
        return namespace().equals(end.namespace()) && layout.isA(end.className());
    }

    private Routes routes() {
        Routes known = routes;
        if (known.classes != schema.snapshot() || known.tables != stored.tables()) {
            known = new Routes(schema.snapshot(), stored.tables());
            routes = known;
        }
        return known;
    }
}
