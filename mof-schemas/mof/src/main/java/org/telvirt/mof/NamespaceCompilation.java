package org.telvirt.mof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.repository.SchemaBuilder;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.syntax.DeclaredClass;

/** What a compilation puts into one namespace; a class may be declared before its superclass. */
final class NamespaceCompilation {
    private final CimNamespace namespace;
    private final SchemaBuilder schema;
    private final Map<CimName, DeclaredClass> declared = new LinkedHashMap<>();
    private final Map<CimName, DeclaredClass> waiting = new LinkedHashMap<>();
    // classes that break a rule; what follows from them is not told
    private final Set<CimName> wrong = new HashSet<>();

    NamespaceCompilation(CimNamespace namespace, NamespaceSchema base) {
        this.namespace = namespace;
        this.schema = new SchemaBuilder(base);
    }

    CimNamespace namespace() {
        return namespace;
    }

    @Nullable
    CimQualifierDeclaration qualifier(CimName name) {
        return schema.qualifier(name);
    }

    void declare(CimQualifierDeclaration declaration, Place place) throws MofException {
        CimQualifierDeclaration known = schema.qualifier(declaration.name());
        if (known != null && !known.equals(declaration)) {
            throw place.error("Qualifier '" + declaration.name() + "' is already declared in another way");
        }
        schema.put(declaration);
    }

    void declare(DeclaredClass newClass) throws MofException {
        CimName name = newClass.written().name();
        DeclaredClass earlier = declared.putIfAbsent(name, newClass);
        if (earlier != null) {
            throw newClass.place()
                    .error("Class '" + name + "' is already declared at "
                            + earlier.place().error("").location());
        }
        waiting.put(name, newClass);
    }

    /** A class with all that it inherits, of the base or declared so far; null: there is none. */
    @Nullable
    CimClass classOf(CimName name) throws MofException {
        Deque<DeclaredClass> lineage = new ArrayDeque<>();
        DeclaredClass next = waiting.remove(name);
        while (next != null) {
            lineage.push(next);
            CimName superclass = next.written().superclass();
            next = superclass == null ? null : waiting.remove(superclass);
        }
        try {
            while (!lineage.isEmpty()) {
                add(lineage.pop());
            }
        } finally {
            lineage.forEach(lost -> wrong.add(lost.written().name()));
        }
        return schema.find(name);
    }

    private void add(DeclaredClass next) throws MofException {
        CimName superclass = next.written().superclass();
        if (superclass != null && wrong.contains(superclass)) {
            wrong.add(next.written().name());
            return;
        }
        if (superclass != null && declared.containsKey(superclass) && schema.find(superclass) == null) {
            wrong.add(next.written().name());
            throw next.superclassPlace().error("Class '" + next.written().name() + "' descends from itself");
        }
        try {
            schema.add(next.written());
        } catch (ClassRuleException e) {
            wrong.add(next.written().name());
            throw e.element() == null && e.status() == CimStatus.INVALID_SUPERCLASS
                    ? next.superclassPlace().error(e.problem())
                    : next.placeOf(e.element()).error(e.problem());
        }
    }

    /** The schema; null: there were problems, which are told. */
    @Nullable
    NamespaceSchema finish(Problems problems) throws MofException {
        boolean right = wrong.isEmpty();
        while (!waiting.isEmpty()) {
            try {
                classOf(waiting.keySet().iterator().next());
            } catch (MofException e) {
                problems.add(e);
                right = false;
            }
        }
        return right ? built() : null;
    }

    private NamespaceSchema built() throws MofException {
        try {
            return schema.build();
        } catch (ClassRuleException e) {
            DeclaredClass place = declared.get(e.className());
            throw place == null
                    ? new MofException(namespace.toString(), e.problem(), e)
                    : place.placeOf(e.element()).error(e.problem());
        }
    }
}
