package org.telvirt.server;

import org.telvirt.access.ClassTree;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;

/** What must be known of the classes to judge, from the schemas as they are at the time. */
record SchemaTree(Schemas schemas) implements ClassTree {
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
}
