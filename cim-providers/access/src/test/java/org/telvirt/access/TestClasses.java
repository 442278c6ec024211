package org.telvirt.access;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;

/** The classes of the test server, under all names of its namespaces. */
public final class TestClasses implements ClassTree {
    private final Schemas schemas = TestServer.schemas();

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
