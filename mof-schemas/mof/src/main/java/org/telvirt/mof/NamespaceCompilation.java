package org.telvirt.mof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
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
        while (!lineage.isEmpty()) {
            add(lineage.pop());
        }
        return schema.find(name);
    }

    private void add(DeclaredClass next) throws MofException {
        CimName superclass = next.written().superclass();
        if (superclass != null && declared.containsKey(superclass) && schema.find(superclass) == null) {
            throw next.superclassPlace().error("Class '" + next.written().name() + "' descends from itself");
        }
        try {
            schema.add(next.written());
        } catch (ClassRuleException e) {
            throw e.element() == null && e.status() == CimStatus.INVALID_SUPERCLASS
                    ? next.superclassPlace().error(e.problem())
                    : next.placeOf(e.element()).error(e.problem());
        }
    }

    NamespaceSchema finish() throws MofException {
        while (!waiting.isEmpty()) {
            classOf(waiting.keySet().iterator().next());
        }
        try {
            return schema.build();
        } catch (ClassRuleException e) {
            DeclaredClass wrong = declared.get(e.className());
            throw wrong == null
                    ? new MofException(namespace.toString(), e.problem(), e)
                    : wrong.placeOf(e.element()).error(e.problem());
        }
    }
}
