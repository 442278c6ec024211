package org.telvirt.cimom.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.InstanceView;

/**
 * Which properties of a class an answer shows (DSP0200 §5.4.2.2, PropertyList and IncludeClassOrigin; §5.4.2.11,
 * DeepInheritance). LocalOnly and IncludeQualifiers are deprecated for instances and have no effect.
 *
 * @param shown in the order of the class; null: all
 * @param classOrigin whether each property names the class that introduced it
 */
public record Shape(ClassLayout layout, @Nullable List<Slot> shown, boolean classOrigin) {

    /** What the view shows of a class. */
    public static Shape of(ClassLayout layout, InstanceView view) {
        return of(layout, view, layout);
    }

    /** What the view shows of a class, of the properties only that {@code limit}, a superclass, has too. */
    public static Shape of(ClassLayout layout, InstanceView view, ClassLayout limit) {
        Set<CimName> listed = view.propertyList();
        if (listed == null && layout == limit) {
            return view.includeClassOrigin() ? new Shape(layout, null, true) : layout.whole();
        }
        List<Slot> shown = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            if ((listed == null || listed.contains(slot.name())) && limit.slot(slot.name()) != null) {
                shown.add(slot);
            }
        }
        return new Shape(layout, shown, view.includeClassOrigin());
    }

    /**
     * A complete instance as this shows it; the same properties where it shows all.
     *
     * @param complete with every property of the class in its order
     * @param path where the answer says that it is
     */
    public CimInstance shown(CimInstance complete, CimInstancePath path) {
        List<Slot> slots = shown == null ? layout.slots() : shown;
        if (shown == null && !classOrigin) {
            return complete.at(path);
        }
        CimProperty[] some = new CimProperty[slots.size()];
        for (int i = 0; i < some.length; i++) {
            Slot slot = slots.get(i);
            CimProperty property = complete.properties().get(slot.index());
            some[i] = classOrigin ? property.withClassOrigin(slot.origin()) : property;
        }
        return new CimInstance(complete.className(), List.of(some), path);
    }
}
