package org.telvirt.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;

/** The descriptions of a class and its own elements. */
final class Descriptions {
    private static final CimName DESCRIPTION = CimName.of("Description");

    private Descriptions() {}

    /** By path, such as {@code CIM_X.Method.Parameter}; empty where there is none. */
    static Map<String, String> of(CimClass definition) {
        Map<String, String> all = new LinkedHashMap<>();
        String name = definition.name().toString();
        put(all, name, definition);
        for (CimPropertyDeclaration property : definition.properties()) {
            if (!property.propagated()) {
                put(all, name + "." + property.name(), property);
            }
        }
        for (CimMethod method : definition.methods()) {
            if (!method.propagated()) {
                put(all, name + "." + method.name(), method);
                for (CimParameter parameter : method.parameters()) {
                    put(all, name + "." + method.name() + "." + parameter.name(), parameter);
                }
            }
        }
        return all;
    }

    private static void put(Map<String, String> all, String path, Qualified element) {
        CimQualifier description = element.qualifier(DESCRIPTION);
        boolean told = description != null && description.value() instanceof CimValue.Text;
        all.put(path, told ? ((CimValue.Text) description.value()).value() : "");
    }
}
