package org.telvirt.access;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;

/** What must be known of the classes to judge. Safe for use by many threads. */
public interface ClassTree {
    /** The classes of an object manager. */
    static ClassTree of(Schemas schemas) {
        return new ClassTree() {
            @Override
            public CimNamespace own(CimNamespace name) {
                Schema schema = schemas.find(name);
                return schema == null ? name : schema.namespace();
            }

            @Override
            public boolean isA(CimNamespace namespace, CimName className, CimName ancestor) {
                Schema schema = schemas.find(namespace);
                ClassLayout layout = schema == null ? null : schema.find(className);
                return layout != null && layout.isA(ancestor);
            }
        };
    }

    /** A namespace by its own name; the given name if there is no such namespace. */
    CimNamespace own(CimNamespace name);

    /** Whether a class is another one or descends from it; false: one of them does not exist. */
    boolean isA(CimNamespace namespace, CimName className, CimName ancestor);
}
