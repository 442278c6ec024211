package org.telvirt.conformance.wbem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.EnumerateClasses;

/** The classes of a namespace, read once. */
public final class ClassTree {
    private final Map<CimName, CimClass> classes;

    private ClassTree(Map<CimName, CimClass> classes) {
        this.classes = classes;
    }

    /** Reads all of them, with qualifiers and with what they inherit. */
    static ClassTree of(CimService service, CimNamespace namespace, CallContext context) throws CimException {
        Map<CimName, CimClass> classes = new LinkedHashMap<>();
        EnumerateClasses all = new EnumerateClasses(namespace, null, true, ClassView.ALL);
        try (CimCursor<CimClass> cursor = service.execute(all, context)) {
            for (CimClass next = cursor.next(); next != null; next = cursor.next()) {
                classes.put(next.name(), next);
            }
        }
        return new ClassTree(classes);
    }

    /** All classes. */
    public List<CimClass> all() {
        return List.copyOf(classes.values());
    }

    /** The class of this name; null: there is none. */
    public @Nullable CimClass find(CimName name) {
        return classes.get(name);
    }

    /** The class and its ancestors, itself first; empty: there is no such class. */
    public List<CimName> lineage(CimName name) {
        List<CimName> lineage = new ArrayList<>();
        for (CimClass next = classes.get(name); next != null; next = parent(next)) {
            lineage.add(next.name());
        }
        return lineage;
    }

    private @Nullable CimClass parent(CimClass declared) {
        CimName parent = declared.superclass();
        return parent == null ? null : classes.get(parent);
    }

    /** Whether the class is another one or descends from it. */
    public boolean isA(CimName name, CimName ancestor) {
        return lineage(name).contains(ancestor);
    }

    /** Those without a superclass. */
    public List<CimName> roots() {
        return classes.values().stream()
                .filter(declared -> declared.superclass() == null)
                .map(CimClass::name)
                .toList();
    }
}
