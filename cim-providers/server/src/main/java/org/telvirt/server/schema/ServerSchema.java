package org.telvirt.server.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.repository.SchemaBuilder;

/** What a namespace of a server holds already. */
final class ServerSchema {
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    private static final CimName CIM_NAMESPACE = CimName.of("CIM_Namespace");
    private static final ClassView LOCAL = new ClassView(true, true, false, null);

    private final Map<CimName, CimQualifierDeclaration> qualifiers = new LinkedHashMap<>();
    private final Map<CimName, CimClass> classes = new LinkedHashMap<>();

    private ServerSchema() {}

    /**
     * Reads a namespace.
     *
     * @return null: there is no such namespace
     * @throws CimException the server refuses or fails
     */
    static @Nullable ServerSchema read(CimService server, CimNamespace namespace, CallContext context)
            throws CimException {
        ServerSchema schema = new ServerSchema();
        try (CimCursor<CimQualifierDeclaration> all = server.execute(new EnumerateQualifiers(namespace), context)) {
            all.toList().forEach(declaration -> schema.qualifiers.put(declaration.name(), declaration));
        } catch (CimException e) {
            if (e.status() == CimStatus.INVALID_NAMESPACE) {
                return null;
            }
            throw e;
        }
        try (CimCursor<CimClass> all = server.execute(new EnumerateClasses(namespace, null, true, LOCAL), context)) {
            all.toList().forEach(one -> schema.classes.put(one.name(), one));
        }
        return schema;
    }

    /** Makes the namespace, by an instance of CIM_Namespace (DSP0004 has no other way). */
    static void create(CimService server, CimNamespace namespace, CallContext context) throws CimException {
        CimInstance wanted = CimInstance.of(CIM_NAMESPACE)
                .with(CimName.of("Name"), namespace.toString())
                .with(CimName.of("CreationClassName"), CIM_NAMESPACE.toString())
                .build();
        var unused = server.execute(new CreateInstance(INTEROP, wanted), context);
    }

    @Nullable
    CimQualifierDeclaration qualifier(CimName name) {
        return qualifiers.get(name);
    }

    @Nullable
    CimClass find(CimName name) {
        return classes.get(name);
    }

    /** For a compiler; what does not fit together is left out. */
    NamespaceSchema compiled() throws ClassRuleException {
        SchemaBuilder builder = new SchemaBuilder();
        qualifiers.values().forEach(builder::put);
        List<CimClass> waiting = new ArrayList<>(classes.values());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (CimClass one : List.copyOf(waiting)) {
                if (one.superclass() == null || builder.find(one.superclass()) != null) {
                    var unused = builder.add(one);
                    waiting.remove(one);
                    grew = true;
                }
            }
        }
        return builder.build();
    }
}
