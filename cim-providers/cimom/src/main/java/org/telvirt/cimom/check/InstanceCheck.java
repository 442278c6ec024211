package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Slot;

/**
 * Checks instances that a caller wants to make or change against their class (DSP0200 §5.4.2.6, §5.4.2.8): each property
 * exists and is of its type, keys have values and stay as they are, what is required is there. Safe for use by many
 * threads.
 */
public final class InstanceCheck {
    private final ValueCheck values;

    public InstanceCheck(ValueCheck values) {
        this.values = values;
    }

    /**
     * What is given, typed and in the order of the class, with the defaults of the class for what is not.
     *
     * @throws CimException INVALID_PARAMETER: a property is unknown, given twice or of another type
     */
    public CimInstance withDefaults(CimInstance given, ClassLayout layout, Schema schema, String serverHost)
            throws CimException {
        @Nullable CimProperty[] typed = typed(given, layout, slot -> true, schema, serverHost);
        List<CimProperty> properties = new ArrayList<>(typed.length);
        for (Slot slot : layout.slots()) {
            CimProperty property = typed[slot.index()];
            if (property != null) {
                properties.add(property);
            } else if (slot.blank().value() != null) {
                properties.add(slot.blank());
            }
        }
        return new CimInstance(layout.name(), properties, null);
    }

    /**
     * The complete instance that is given, at the path that its keys make, without a host.
     *
     * @throws CimException INVALID_PARAMETER: a property is unknown, given twice or of another type; a key or what is
     *     required has no value
     */
    public CimInstance complete(CimInstance given, ClassLayout layout, Schema schema, String serverHost)
            throws CimException {
        @Nullable CimProperty[] typed = typed(given, layout, slot -> true, schema, serverHost);
        CimProperty[] all = layout.blanks(false);
        for (int i = 0; i < all.length; i++) {
            CimProperty property = typed[i];
            if (property != null) {
                all[i] = property;
            }
        }
        List<CimProperty> properties = List.of(all);
        List<CimKey> keys = new ArrayList<>(layout.keys().size());
        for (Slot key : layout.keys()) {
            CimValue value = all[key.index()].value();
            if (value == null) {
                throw CimException.invalidParameter(
                        "An instance of " + layout + " needs a value for its key " + key.name() + "; none is given");
            }
            keys.add(new CimKey(key.name(), value));
        }
        requireValues(properties, layout);
        CimInstancePath path = new CimInstancePath(null, schema.namespace(), layout.name(), keys);
        return new CimInstance(layout.name(), properties, path);
    }

    private static void requireValues(List<CimProperty> properties, ClassLayout layout) throws CimException {
        for (Slot slot : layout.required()) {
            if (properties.get(slot.index()).value() == null) {
                throw CimException.invalidParameter(
                        "Property " + slot.name() + " of " + layout + " is required; give it a value");
            }
        }
    }

    /**
     * The properties that a caller wants to change, typed, in the order of the class; keys are not among them.
     *
     * @param listed the properties to change; null: those that the instance lists
     * @throws CimException INVALID_PARAMETER: a property is unknown, given twice or of another type, would get another
     *     key, or is required and would be NULL
     */
    public List<CimProperty> changes(
            CimInstancePath path,
            CimInstance given,
            @Nullable Set<CimName> listed,
            ClassLayout layout,
            Schema schema,
            String serverHost)
            throws CimException {
        if (listed != null) {
            refuseUnknown(listed, layout);
        }
        Predicate<Slot> wanted = slot -> listed == null || listed.contains(slot.name());
        @Nullable CimProperty[] typed = typed(given, layout, wanted, schema, serverHost);
        List<CimProperty> changes = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            CimProperty property = typed[slot.index()];
            if (slot.key()) {
                refuseOtherKey(path, slot, property);
            } else if (property != null) {
                changes.add(property);
            } else if (listed != null && listed.contains(slot.name())) {
                changes.add(slot.blank());
            }
        }
        refuseMissing(changes, layout);
        return changes;
    }

    private static void refuseUnknown(Set<CimName> listed, ClassLayout layout) throws CimException {
        for (CimName name : listed) {
            if (layout.slot(name) == null) {
                throw CimException.invalidParameter(
                        "PropertyList has '" + name + "', which is no property of " + layout);
            }
        }
    }

    private static void refuseOtherKey(CimInstancePath path, Slot slot, @Nullable CimProperty property)
            throws CimException {
        if (property != null && !Objects.equals(property.value(), path.key(slot.name()))) {
            throw CimException.invalidParameter("The key " + slot.name() + " of " + path
                    + " cannot be changed; delete the instance and create another");
        }
    }

    private static void refuseMissing(List<CimProperty> changes, ClassLayout layout) throws CimException {
        for (CimProperty change : changes) {
            Slot slot = layout.slot(change.name());
            if (change.value() == null && slot != null && layout.required().contains(slot)) {
                throw CimException.invalidParameter(
                        "Property " + slot.name() + " of " + layout + " is required and cannot be NULL");
            }
        }
    }

    // by slot; null: not given
    private @Nullable CimProperty[] typed(
            CimInstance given, ClassLayout layout, Predicate<Slot> wanted, Schema schema, String serverHost)
            throws CimException {
        @Nullable CimProperty[] typed = new CimProperty[layout.slots().size()];
        Set<CimName> seen = new HashSet<>();
        for (CimProperty property : given.properties()) {
            Slot slot = layout.slot(property.name());
            if (slot == null) {
                throw CimException.invalidParameter("Class " + layout + " has no property '" + property.name() + "'");
            }
            if (!seen.add(slot.name())) {
                throw CimException.invalidParameter("Property " + slot.name() + " of " + layout + " is given twice");
            }
            if (wanted.test(slot)) {
                typed[slot.index()] = typed(slot, property, layout, schema, serverHost);
            }
        }
        return typed;
    }

    private CimProperty typed(Slot slot, CimProperty property, ClassLayout layout, Schema schema, String serverHost)
            throws CimException {
        CimValue value = property.value();
        CimDataType declared = slot.type().type();
        String subject = "Property " + slot.name() + " of " + layout;
        if (value != null) {
            return slot.blank().withValue(values.typed(subject, slot.type(), value, schema, serverHost));
        }
        CimDataType said = property.type();
        if (said.type() != declared.type() || said.array() != declared.array()) {
            throw CimException.invalidParameter(subject + " is declared " + declared + "; a NULL " + said + " is not");
        }
        return slot.blank().withValue(null);
    }

    /**
     * The value of one property, typed.
     *
     * @param value null: NULL
     * @throws CimException INVALID_PARAMETER: it is of another type
     */
    public CimProperty typed(Slot slot, @Nullable CimValue value, ClassLayout layout, Schema schema, String serverHost)
            throws CimException {
        return typed(slot, slot.blank().withValue(value), layout, schema, serverHost);
    }
}
