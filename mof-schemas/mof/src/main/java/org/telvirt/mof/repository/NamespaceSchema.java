package org.telvirt.mof.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifierDeclaration;

/**
 * The classes and qualifiers of one namespace, fixed. Classes are resolved: they have all that they inherit, with class
 * origins and propagation said. Safe for use by many threads.
 */
public final class NamespaceSchema {
    /** No classes at all. */
    public static final NamespaceSchema EMPTY = new NamespaceSchema(List.of(), Map.of());

    private final Map<CimName, Family> families;
    // each class directly before its descendants, so that a family is a stretch of this list
    private final List<CimClass> classes;
    private final Map<CimName, CimQualifierDeclaration> qualifiers;
    private final Map<CimName, List<AssociationEnd>> ends = new HashMap<>();

    NamespaceSchema(Collection<CimClass> resolved, Map<CimName, CimQualifierDeclaration> qualifiers) {
        this.qualifiers = Collections.unmodifiableMap(new LinkedHashMap<>(qualifiers));
        this.families = new HashMap<>(resolved.size() * 2);
        List<Family> roots = new ArrayList<>();
        for (CimClass definition : resolved) {
            Family family = new Family(definition);
            families.put(definition.name(), family);
            Family parent = definition.superclass() == null ? null : families.get(definition.superclass());
            (parent == null ? roots : parent.children).add(family);
        }
        List<CimClass> ordered = new ArrayList<>(resolved.size());
        for (Family root : roots) {
            root.appendTo(ordered);
        }
        this.classes = List.copyOf(ordered);
        for (CimClass definition : classes) {
            indexEnds(definition);
        }
    }

    private void indexEnds(CimClass definition) {
        if (!definition.isAssociation()) {
            return;
        }
        for (CimPropertyDeclaration property : definition.properties()) {
            CimName target = property.type().referenceClass();
            if (target != null) {
                List<AssociationEnd> known = ends.get(target);
                if (known == null) {
                    known = new ArrayList<>();
                    ends.put(target, known);
                }
                known.add(new AssociationEnd(definition, property));
            }
        }
    }

    /** A class and its place in the order of all. */
    private static final class Family {
        private final CimClass definition;
        private final List<Family> children = new ArrayList<>(0);
        private int first;
        private int end;

        private Family(CimClass definition) {
            this.definition = definition;
        }

        private void appendTo(List<CimClass> ordered) {
            first = ordered.size();
            ordered.add(definition);
            for (Family child : children) {
                child.appendTo(ordered);
            }
            end = ordered.size();
        }
    }

    /** The class of this name; null: there is none. */
    public @Nullable CimClass find(CimName name) {
        Family family = families.get(name);
        return family == null ? null : family.definition;
    }

    /** All classes, each before its descendants. */
    public List<CimClass> classes() {
        return classes;
    }

    /** The classes without a superclass. */
    public List<CimClass> roots() {
        List<CimClass> roots = new ArrayList<>();
        for (CimClass definition : classes) {
            if (definition.superclass() == null) {
                roots.add(definition);
            }
        }
        return roots;
    }

    /** The direct subclasses; empty if there are none or no such class. */
    public List<CimClass> subclasses(CimName name) {
        Family family = families.get(name);
        if (family == null) {
            return List.of();
        }
        List<CimClass> result = new ArrayList<>(family.children.size());
        for (Family child : family.children) {
            result.add(child.definition);
        }
        return result;
    }

    /** The subclasses, theirs, and so on; empty if there are none or no such class. */
    public List<CimClass> descendants(CimName name) {
        Family family = families.get(name);
        return family == null ? List.of() : classes.subList(family.first + 1, family.end);
    }

    /** The class and its descendants: all whose instances are instances of it; empty if there is no such class. */
    public List<CimClass> family(CimName name) {
        Family family = families.get(name);
        return family == null ? List.of() : classes.subList(family.first, family.end);
    }

    /** The class, its superclass, and so on up to the root; empty if there is no such class. */
    public List<CimClass> lineage(CimName name) {
        List<CimClass> result = new ArrayList<>();
        CimClass definition = find(name);
        while (definition != null) {
            result.add(definition);
            definition = definition.superclass() == null ? null : find(definition.superclass());
        }
        return result;
    }

    /** Whether a class is another one or descends from it; false if either does not exist. */
    public boolean isA(CimName name, CimName ancestor) {
        Family family = families.get(name);
        Family upper = families.get(ancestor);
        return family != null && upper != null && upper.first <= family.first && family.first < upper.end;
    }

    /**
     * The ends of associations, abstract ones included, that can point to instances of a class: those that are declared
     * for it or for an ancestor.
     */
    public List<AssociationEnd> associationEnds(CimName name) {
        List<AssociationEnd> result = new ArrayList<>();
        for (CimClass definition : lineage(name)) {
            result.addAll(ends.getOrDefault(definition.name(), List.of()));
        }
        return result;
    }

    /** The declaration of a qualifier; null: there is none. */
    public @Nullable CimQualifierDeclaration qualifier(CimName name) {
        return qualifiers.get(name);
    }

    /** The declarations of all qualifiers, in their order. */
    public Collection<CimQualifierDeclaration> qualifiers() {
        return qualifiers.values();
    }
}
