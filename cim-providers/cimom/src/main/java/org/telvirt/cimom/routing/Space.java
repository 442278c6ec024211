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
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.MethodProvider;

/** One namespace: its classes and who answers for them. Safe for use by many threads. */
public final class Space {
    private final Schema schema;
    private final Map<CimName, InstanceSource> sources;
    private final List<LinkSource> links;
    private final Map<CimName, Map<CimName, MethodProvider>> methods;
    private final Map<CimName, List<InstanceSource>> families = new ConcurrentHashMap<>();
    private final Map<CimName, List<Hop>> hops = new ConcurrentHashMap<>();

    Space(
            Schema schema,
            Map<CimName, InstanceSource> sources,
            List<LinkSource> links,
            Map<CimName, Map<CimName, MethodProvider>> methods) {
        this.schema = schema;
        this.sources = Map.copyOf(sources);
        this.links = List.copyOf(links);
        this.methods = Map.copyOf(methods);
    }

    public Schema schema() {
        return schema;
    }

    public CimNamespace namespace() {
        return schema.namespace();
    }

    /** Who answers for the instances of exactly this class; null: it has none. */
    public @Nullable InstanceSource source(CimName className) {
        return sources.get(className);
    }

    /** Who answers for the instances of the class and of its subclasses, in the order of the classes. */
    public List<InstanceSource> sources(ClassLayout layout) {
        return families.computeIfAbsent(layout.name(), name -> {
            List<InstanceSource> found = new ArrayList<>();
            for (ClassLayout member : schema.family(layout)) {
                InstanceSource source = sources.get(member.name());
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

    /** The ways from the instances of exactly this class to others. */
    public List<Hop> hops(ClassLayout layout) {
        return hops.computeIfAbsent(layout.name(), name -> {
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
}
