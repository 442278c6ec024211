package org.telvirt.cimom.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Slot;
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Link;

/**
 * An association provider and its class. Turns links into instances of the association.
 *
 * @param left the left end with its namespace
 * @param right the right end with its namespace
 */
record LinkSource(ClassLayout layout, AssociationProvider provider, AssociationEnd left, AssociationEnd right) {

    CimInstancePath left(Link link) {
        return located(link.left(), left.namespace());
    }

    CimInstancePath right(Link link) {
        return located(link.right(), right.namespace());
    }

    private static CimInstancePath located(CimInstancePath path, @Nullable CimNamespace namespace) {
        return path.namespace() == null ? path.in(namespace) : path;
    }

    CimInstance instance(Link link) {
        List<CimProperty> properties = new ArrayList<>(2 + link.properties().size());
        properties.add(reference(left, left(link)));
        properties.add(reference(right, right(link)));
        properties.addAll(link.properties());
        CimInstance instance = new CimInstance(layout.name(), properties, null);
        return instance.at(new CimInstancePath(null, null, layout.name(), keys(instance)));
    }

    private static CimProperty reference(AssociationEnd end, CimInstancePath path) {
        return CimProperty.of(end.role(), new CimValue.Reference(path));
    }

    private List<CimKey> keys(CimInstance instance) {
        List<CimKey> keys = new ArrayList<>(layout.keys().size());
        for (Slot slot : layout.keys()) {
            CimValue value = instance.value(slot.name());
            if (value != null) {
                keys.add(new CimKey(slot.name(), value));
            }
        }
        return keys;
    }
}
