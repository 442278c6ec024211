package org.telvirt.cimom.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimom.schema.Slot;
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.MethodProvider;
import org.telvirt.provider.ProviderSet;

/** Takes providers into a namespace after it has compared them with the classes there. */
final class SpaceBuilder {
    private final Schema schema;
    private final Schemas schemas;
    private final Map<CimName, InstanceSource> sources = new HashMap<>();
    private final Map<CimName, List<LinkSource>> links = new LinkedHashMap<>();
    private final Map<CimName, Map<CimName, MethodProvider>> methods = new HashMap<>();

    SpaceBuilder(Schema schema, Schemas schemas) {
        this.schema = schema;
        this.schemas = schemas;
    }

    void add(ProviderSet set) {
        set.instances().forEach(this::add);
        set.associations().forEach(this::add);
        set.methods().forEach(this::add);
    }

    private void add(InstanceProvider provider) {
        ClassLayout layout = layout(provider.className());
        require(!layout.declaration().isAbstract(), "Class " + layout + " is abstract and cannot have instances");
        require(
                !layout.declaration().isAssociation(),
                "Class " + layout + " is an association; offer it by an association provider");
        require(
                sources.put(layout.name(), new ProvidedInstances(layout, provider)) == null,
                "Two providers answer for the instances of " + layout + " in " + schema.namespace());
    }

    private void add(AssociationProvider provider) {
        ClassLayout layout = layout(provider.className());
        require(
                layout.declaration().isAssociation() && !layout.declaration().isAbstract(),
                "Class " + layout + " is no association that can have instances");
        LinkSource source =
                new LinkSource(layout, provider, located(layout, provider.left()), located(layout, provider.right()));
        links.computeIfAbsent(layout.name(), name -> new ArrayList<>()).add(source);
    }

    private AssociationEnd located(ClassLayout association, AssociationEnd end) {
        Slot role = association.slot(end.role());
        CimName declared = role == null ? null : role.type().type().referenceClass();
        require(declared != null, "Class " + association + " has no reference '" + end.role() + "'");
        CimNamespace namespace = end.namespace() == null ? schema.namespace() : end.namespace();
        Schema there = schemas.find(namespace);
        require(
                there != null,
                "The end " + end.role() + " of " + association + " is in " + namespace + ", which does not exist");
        ClassLayout layout = there == null ? null : there.find(end.className());
        require(
                layout != null && declared != null && layout.isA(declared),
                "The end " + end.role() + " of " + association + " refers to a " + declared + "; a " + end.className()
                        + " is none");
        return new AssociationEnd(end.role(), end.className(), there == null ? namespace : there.namespace());
    }

    private void add(MethodProvider provider) {
        ClassLayout layout = layout(provider.className());
        for (CimName method : provider.methods()) {
            require(layout.declaration().method(method) != null, "Class " + layout + " has no method '" + method + "'");
            require(
                    methods.computeIfAbsent(layout.name(), name -> new HashMap<>())
                                    .put(method, provider)
                            == null,
                    "Two providers perform " + layout + "." + method + " in " + schema.namespace());
        }
    }

    private ClassLayout layout(CimName className) {
        ClassLayout layout = schema.find(className);
        if (layout == null) {
            throw new IllegalArgumentException("A provider answers for class " + className
                    + ", which does not exist in namespace " + schema.namespace());
        }
        return layout;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    Space build() {
        List<LinkSource> all = new ArrayList<>();
        links.forEach((name, list) -> {
            all.addAll(list);
            sources.put(name, new LinkedInstances(list.get(0).layout(), List.copyOf(list), schemas));
        });
        return new Space(schema, sources, all, methods);
    }
}
