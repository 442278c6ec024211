package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimom.schema.Shape;
import org.telvirt.cimom.schema.Slot;

/**
 * Turns what providers give into answers: instances have every property of their class in its order, defaults and keys
 * filled in; references have a namespace. What contradicts the class is a defect. Safe for use by many threads.
 */
public final class Completion {
    private final PathCheck paths;
    private final Defects defects;

    public Completion(Schemas schemas, Defects defects) {
        this.paths = new PathCheck(schemas);
        this.defects = defects;
    }

    /**
     * A provider's path as answers have it: keys checked and ordered.
     *
     * @param host null: left out
     */
    public CimInstancePath path(CimInstancePath given, ClassLayout layout, Schema schema, @Nullable String host)
            throws CimException {
        if (!given.className().equals(layout.name())) {
            throw defects.report("the provider of " + layout + " gave the path " + given);
        }
        return new CimInstancePath(host, schema.namespace(), layout.name(), keys(given, layout, schema));
    }

    private List<CimKey> keys(CimInstancePath given, ClassLayout layout, Schema schema) throws CimException {
        try {
            return paths.keys(given, layout, schema);
        } catch (CimException e) {
            throw defects.report(e.getMessage());
        }
    }

    /** An instance at this path, as the shape shows it. */
    public CimInstance instance(CimInstance given, Shape shape, Schema schema, CimInstancePath path)
            throws CimException {
        ClassLayout layout = shape.layout();
        if (!given.className().equals(layout.name())) {
            throw defects.report("the provider of " + layout + " gave a " + given.className());
        }
        CimProperty[] filled = layout.blanks(shape.classOrigin());
        for (CimProperty property : given.properties()) {
            Slot slot = slot(layout, property.name());
            CimProperty fitted = fitted(slot, property, schema);
            filled[slot.index()] = shape.classOrigin() ? fitted.withClassOrigin(slot.origin()) : fitted;
        }
        fillKeys(filled, layout, path);
        return new CimInstance(layout.name(), shown(filled, shape), path);
    }

    private static List<CimProperty> shown(CimProperty[] filled, Shape shape) {
        List<Slot> shown = shape.shown();
        if (shown == null) {
            return List.of(filled);
        }
        CimProperty[] some = new CimProperty[shown.size()];
        for (int i = 0; i < some.length; i++) {
            some[i] = filled[shown.get(i).index()];
        }
        return List.of(some);
    }

    private void fillKeys(CimProperty[] filled, ClassLayout layout, CimInstancePath path) throws CimException {
        List<Slot> declared = layout.keys();
        for (int i = 0; i < declared.size(); i++) {
            int index = declared.get(i).index();
            CimValue key = path.keys().get(i).value();
            CimValue value = filled[index].value();
            if (value == null) {
                filled[index] = filled[index].withValue(key);
            } else if (!value.equals(key)) {
                throw defects.report("the instance at " + path + " has another value of the key "
                        + declared.get(i).name() + " than its path: " + Fit.describe(value));
            }
        }
    }

    private Slot slot(ClassLayout layout, CimName name) throws CimException {
        Slot slot = layout.slot(name);
        if (slot == null) {
            throw defects.report("class " + layout + " has no property '" + name + "'");
        }
        return slot;
    }

    private CimProperty fitted(Slot slot, CimProperty property, Schema schema) throws CimException {
        CimValue given = property.value();
        if (given == null) {
            return slot.blank().value() == null ? slot.blank() : slot.blank().withValue(null);
        }
        CimValue value = value(slot.name(), slot.type(), given, schema);
        boolean same = value == given
                && property.type().equals(slot.type().type())
                && property.classOrigin() == null
                && property.name().toString().equals(slot.name().toString());
        return same ? property : slot.blank().withValue(value);
    }

    /**
     * A value that a provider gives for a property, parameter or return value.
     *
     * @param name of what has the value, for the report of a defect
     */
    public CimValue value(CimName name, ElementType declared, CimValue given, Schema schema) throws CimException {
        if (!Fit.fits(declared.type(), given)) {
            throw defects.report(
                    name + " is declared " + declared.type() + " and has the value " + Fit.describe(given));
        }
        if (given instanceof CimValue.Array array) {
            CimValue first = first(array);
            return isPlain(first) ? given : deepArray(array, name, declared, schema);
        }
        return isPlain(given) ? given : deep(given, name, declared, schema);
    }

    private static @Nullable CimValue first(CimValue.Array array) {
        for (@Nullable CimValue element : array.elements()) {
            if (element != null) {
                return element;
            }
        }
        return null;
    }

    private static boolean isPlain(@Nullable CimValue value) {
        return !(value instanceof CimValue.Reference || value instanceof CimValue.Embedded);
    }

    private CimValue deepArray(CimValue.Array array, CimName name, ElementType declared, Schema schema)
            throws CimException {
        List<@Nullable CimValue> elements = new ArrayList<>(array.elements().size());
        for (@Nullable CimValue element : array.elements()) {
            elements.add(element == null ? null : deep(element, name, declared, schema));
        }
        return new CimValue.Array(array.elementType(), elements);
    }

    private CimValue deep(CimValue value, CimName name, ElementType declared, Schema schema) throws CimException {
        if (value instanceof CimValue.Reference reference) {
            try {
                return new CimValue.Reference(paths.reference(
                        name.toString(), reference.path(), declared.type().referenceClass(), schema));
            } catch (CimException e) {
                throw defects.report(e.getMessage());
            }
        }
        return value instanceof CimValue.Embedded embedded && embedded.object() instanceof CimInstance instance
                ? new CimValue.Embedded(embedded(instance, name, declared, schema))
                : value;
    }

    private CimInstance embedded(CimInstance given, CimName name, ElementType declared, Schema schema)
            throws CimException {
        ClassLayout layout = schema.find(given.className());
        CimName limit = declared.embeddedClass();
        if (layout == null || (limit != null && !layout.isA(limit))) {
            throw defects.report(name + " is declared to embed a " + limit + " and embeds a " + given.className());
        }
        List<CimProperty> properties = new ArrayList<>(given.properties().size());
        for (CimProperty property : given.properties()) {
            properties.add(fitted(slot(layout, property.name()), property, schema));
        }
        return new CimInstance(layout.name(), properties, given.path());
    }
}
