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

/**
 * The classes of one namespace as they are now. Each question is answered from one snapshot; a new one takes its place at
 * once. What is worked out about a class is kept until the class changes. Safe for use by many threads.
 */
public final class Schema {
    private final CimNamespace namespace;
    private final NamespaceSchema shipped;
    private final boolean own;
    // of any snapshot; whether one is still good is seen by its declaration
    private final Map<CimName, ClassLayout> layouts = new ConcurrentHashMap<>();
    private volatile Snapshot now;
    private volatile boolean removed;

    /** The classes at one time, and what was worked out about them together. */
    private record Snapshot(NamespaceSchema classes, Map<CimName, List<ClassLayout>> families) {
        private Snapshot(NamespaceSchema classes) {
            this(classes, new ConcurrentHashMap<>());
        }
    }

    /**
     * A namespace of the server itself. Clients can add classes to those that it begins with, but not change these.
     *
     * @param namespace its name as answers spell it
     */
    public Schema(CimNamespace namespace, NamespaceSchema classes) {
        this(namespace, classes, true);
    }

    private Schema(CimNamespace namespace, NamespaceSchema shipped, boolean own) {
        this.namespace = namespace;
        this.shipped = shipped;
        this.own = own;
        this.now = new Snapshot(shipped);
    }

    /** A namespace that a client made, without classes yet. */
    public static Schema ofClient(CimNamespace namespace) {
        return new Schema(namespace, NamespaceSchema.EMPTY, false);
    }

    public CimNamespace namespace() {
        return namespace;
    }

    /** Whether the namespace is one of the server itself. */
    public boolean isOwn() {
        return own;
    }

    /** The classes and qualifiers that came with the server, which clients cannot change. */
    public NamespaceSchema shipped() {
        return shipped;
    }

    /** All classes and qualifiers of this moment. */
    public NamespaceSchema snapshot() {
        return now.classes;
    }

    /** Puts these classes in the place of those there are; only one thread at a time may. */
    public void publish(NamespaceSchema classes) {
        now = new Snapshot(classes);
    }

    /** Says that the namespace is no more; calls that are in it may still read. */
    public void remove() {
        removed = true;
    }

    /**
     * Refuses to change a namespace that was removed since the call found it.
     *
     * @throws CimException INVALID_NAMESPACE
     */
    public void requireThere() throws CimException {
        if (removed) {
            throw new CimException(
                    CimStatus.INVALID_NAMESPACE, "The namespace " + namespace + " was removed a moment ago");
        }
    }

    /** The class of this name; null: there is none. */
    public @Nullable ClassLayout find(CimName name) {
        return find(name, now.classes);
    }

    @SuppressWarnings("ReferenceEquality") // a class that was made anew is another one, even if it is equal
    private @Nullable ClassLayout find(CimName name, NamespaceSchema classes) {
        CimClass declaration = classes.find(name);
        if (declaration == null) {
            return null;
        }
        ClassLayout known = layouts.get(name);
        if (known != null && known.declaration() == declaration) {
            return known;
        }
        ClassLayout made = new ClassLayout(declaration, classes.lineage(name));
        layouts.put(name, made);
        return made;
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
        Snapshot snapshot = now;
        List<ClassLayout> known = snapshot.families.get(layout.name());
        if (known != null) {
            return known;
        }
        List<ClassLayout> made = new ArrayList<>();
        for (CimClass member : snapshot.classes.family(layout.name())) {
            ClassLayout found = find(member.name(), snapshot.classes);
            if (found != null) {
                made.add(found);
            }
        }
        List<ClassLayout> family = List.copyOf(made);
        snapshot.families.put(layout.name(), family);
        return family;
    }

    /** The classes right below this one. */
    public List<CimClass> children(CimName name) {
        return now.classes.subclasses(name);
    }

    /** The classes below this one at any depth, superclasses first. */
    public List<CimClass> descendants(CimName name) {
        return now.classes.descendants(name);
    }

    /** The classes without a superclass. */
    public List<CimClass> roots() {
        return now.classes.roots();
    }

    /** All classes, superclasses first. */
    public List<CimClass> classes() {
        return now.classes.classes();
    }

    /** The ends of associations, abstract ones included, that can point to instances of a class. */
    public List<AssociationEnd> associationEnds(CimName name) {
        return now.classes.associationEnds(name);
    }
}
