package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Slot;

/**
 * Checks embedded instances that a caller gives: the class exists and is one that is declared, each property exists and
 * is of its type (DSP0004, qualifiers EmbeddedInstance and EmbeddedObject). What it lets through says only what the
 * caller said.
 */
final class EmbeddedCheck {
    private final ValueCheck values;

    EmbeddedCheck(ValueCheck values) {
        this.values = values;
    }

    CimObject checked(Target target, CimObject object) throws CimException {
        if (object instanceof CimInstance instance) {
            return instance(target, instance);
        }
        if (target.type().embedding() == Embedding.OBJECT) {
            return object;
        }
        throw CimException.invalidParameter(target.subject() + " is declared an instance; a class is given");
    }

    private CimInstance instance(Target target, CimInstance instance) throws CimException {
        ClassLayout layout = layout(target, instance.className());
        List<CimProperty> properties = new ArrayList<>(instance.properties().size());
        Set<CimName> seen = new HashSet<>();
        for (CimProperty property : instance.properties()) {
            if (!seen.add(property.name())) {
                throw CimException.invalidParameter(
                        target.subject() + ": " + layout + " has the property " + property.name() + " twice");
            }
            properties.add(property(target, layout, property));
        }
        return new CimInstance(layout.name(), properties, null);
    }

    private static ClassLayout layout(Target target, CimName className) throws CimException {
        ClassLayout layout = target.schema().find(className);
        if (layout == null) {
            throw CimException.invalidParameter(target.subject() + " is an instance of " + className
                    + ", a class that does not exist in namespace "
                    + target.schema().namespace());
        }
        CimName declared = target.declared().embeddedClass();
        if (declared != null && !layout.isA(declared)) {
            throw CimException.invalidParameter(
                    target.subject() + " is an instance of " + layout + ", which is not a " + declared);
        }
        if (layout.declaration().isAbstract()) {
            throw CimException.invalidParameter(target.subject() + " is an instance of " + layout
                    + ", which is abstract; give an instance of a subclass");
        }
        return layout;
    }

    private CimProperty property(Target target, ClassLayout layout, CimProperty property) throws CimException {
        Slot slot = layout.slot(property.name());
        if (slot == null) {
            throw CimException.invalidParameter(
                    target.subject() + ": class " + layout + " has no property '" + property.name() + "'");
        }
        String subject = target.subject() + ": property " + slot.name() + " of " + layout;
        CimValue value = property.value();
        if (value == null) {
            refuseOtherType(subject, slot.type().type(), property.type());
            return slot.blank().withValue(null);
        }
        return slot.blank().withValue(values.typed(target.member(subject, slot.type()), value));
    }

    private static void refuseOtherType(String subject, CimDataType declared, CimDataType given) throws CimException {
        if (given.type() != declared.type() || given.array() != declared.array()) {
            throw CimException.invalidParameter(subject + " is declared " + declared + "; a NULL " + given + " is not");
        }
    }
}
