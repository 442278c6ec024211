package org.telvirt.cimom.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.QualifierNames;

/** A class as the object manager uses it: everything is looked up by hash. Immutable. */
public final class ClassLayout {
    private final CimClass declaration;
    private final Set<CimName> lineage;
    private final List<Slot> slots;
    private final List<Slot> keys;
    private final List<Slot> required;
    private final Map<CimName, Slot> byName;
    private final Shape whole;
    private final CimProperty[] blanks;
    private final CimProperty[] blanksWithOrigin;

    ClassLayout(CimClass declaration, List<CimClass> ancestry) {
        this.declaration = declaration;
        this.lineage = new HashSet<>();
        ancestry.forEach(ancestor -> lineage.add(ancestor.name()));
        List<Slot> all = new ArrayList<>();
        byName = new HashMap<>();
        for (CimPropertyDeclaration property : declaration.properties()) {
            Slot slot = Slot.of(all.size(), property);
            all.add(slot);
            byName.put(property.name(), slot);
        }
        slots = List.copyOf(all);
        keys = slots.stream().filter(Slot::key).toList();
        required = slots.stream()
                .filter(slot -> declaration.properties().get(slot.index()).has(QualifierNames.REQUIRED))
                .toList();
        whole = new Shape(this, null, false);
        blanks = slots.stream().map(Slot::blank).toArray(CimProperty[]::new);
        blanksWithOrigin = slots.stream().map(Slot::blankWithOrigin).toArray(CimProperty[]::new);
    }

    /** The class, resolved. */
    public CimClass declaration() {
        return declaration;
    }

    /** The name as the class spells it. */
    public CimName name() {
        return declaration.name();
    }

    /** Whether the class is this one or a subclass of it. */
    public boolean isA(CimName className) {
        return lineage.contains(className);
    }

    /** All properties in the order of the class. */
    public List<Slot> slots() {
        return slots;
    }

    /** The key properties in the order of the class; empty: there are none. */
    public List<Slot> keys() {
        return keys;
    }

    /** The properties that cannot be NULL, keys aside, in the order of the class. */
    public List<Slot> required() {
        return required;
    }

    /** The property of this name; null: there is none. */
    public @Nullable Slot slot(CimName name) {
        return byName.get(name);
    }

    /** A property for each slot, with its default value; the caller's own. */
    public CimProperty[] blanks(boolean classOrigin) {
        return classOrigin ? blanksWithOrigin.clone() : blanks.clone();
    }

    /** The shape that shows every property without its class origin. */
    public Shape whole() {
        return whole;
    }

    @Override
    public String toString() {
        return name().toString();
    }
}
