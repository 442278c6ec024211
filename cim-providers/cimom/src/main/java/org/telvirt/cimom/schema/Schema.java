package org.telvirt.cimom.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.mof.repository.AssociationEnd;
import org.telvirt.mof.repository.NamespaceSchema;

/** The classes of one namespace. What is worked out about a class is kept. Safe for use by many threads. */
public final class Schema {
    private final CimNamespace namespace;
    private final NamespaceSchema classes;
    private final Map<CimName, ClassLayout> layouts = new ConcurrentHashMap<>();
    private final Map<CimName, List<ClassLayout>> families = new ConcurrentHashMap<>();

    /**
     * @param namespace its name as answers spell it
     */
    public Schema(CimNamespace namespace, NamespaceSchema classes) {
        this.namespace = namespace;
        this.classes = classes;
    }

    public CimNamespace namespace() {
        return namespace;
    }

    /** The class of this name; null: there is none. */
    public @Nullable ClassLayout find(CimName name) {
        ClassLayout known = layouts.get(name);
        if (known != null) {
            return known;
        }
        CimClass declaration = classes.find(name);
        if (declaration == null) {
            return null;
        }
        ClassLayout made = new ClassLayout(declaration, classes.lineage(name));
        ClassLayout other = layouts.putIfAbsent(name, made);
        return other == null ? made : other;
    }

    /**
     * The class of this name.
     *
     * @param otherwise the status if there is none; which one it is depends on the operation
     * @throws CimException with that status
     */
    public ClassLayout require(CimName name, CimStatus otherwise) throws CimException {
        ClassLayout layout = find(name);
        if (layout == null) {
            throw new CimException(otherwise, "No such class: " + name + " in namespace " + namespace);
        }
        return layout;
    }

    /** The class and all its subclasses, superclasses first. */
    public List<ClassLayout> family(ClassLayout layout) {
        List<ClassLayout> known = families.get(layout.name());
        if (known != null) {
            return known;
        }
        List<ClassLayout> made = List.copyOf(layouts(classes.family(layout.name())));
        families.put(layout.name(), made);
        return made;
    }

    /** The classes right below this one. */
    public List<CimClass> children(CimName name) {
        return classes.subclasses(name);
    }

    /** The classes below this one at any depth, superclasses first. */
    public List<CimClass> descendants(CimName name) {
        return classes.descendants(name);
    }

    /** The classes without a superclass. */
    public List<CimClass> roots() {
        return classes.roots();
    }

    /** All classes, superclasses first. */
    public List<CimClass> classes() {
        return classes.classes();
    }

    /** The ends of associations, abstract ones included, that can point to instances of a class. */
    public List<AssociationEnd> associationEnds(CimName name) {
        return classes.associationEnds(name);
    }

    private List<ClassLayout> layouts(List<CimClass> declarations) {
        List<ClassLayout> found = new ArrayList<>(declarations.size());
        for (CimClass declaration : declarations) {
            ClassLayout layout = find(declaration.name());
            if (layout != null) {
                found.add(layout);
            }
        }
        return found;
    }
}
