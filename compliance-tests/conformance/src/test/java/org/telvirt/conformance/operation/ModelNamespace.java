package org.telvirt.conformance.operation;

import java.net.URI;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.conformance.rig.RunningServer;

/** Makes namespaces with the classes of the scenarios for the clients of others. */
public final class ModelNamespace {
    private ModelNamespace() {}

    /** Makes a namespace that holds the classes of the scenarios. */
    public static CimNamespace make(RunningServer server, String name) throws CimException {
        CimService service = client(server);
        CallContext context = CallContext.internal("admin");
        service.execute(
                new CreateInstance(
                        CimNamespace.of("root/interop"),
                        CimInstance.of(CimName.of("CIM_Namespace"))
                                .with(CimName.of("Name"), name)
                                .build()),
                context);
        CimNamespace namespace = CimNamespace.of(name);
        for (CimClass declared : Model.classes()) {
            service.execute(new CreateClass(namespace, declared), context);
        }
        return namespace;
    }

    /** Makes a thing and a part and an association between them. */
    public static void link(RunningServer server, String name, String thing, long part) throws CimException {
        CimNamespace namespace = CimNamespace.of(name);
        CimService service = client(server);
        CallContext context = CallContext.internal("admin");
        CimInstancePath holder = service.execute(new CreateInstance(namespace, Model.thing(thing)), context);
        CimInstancePath held = service.execute(new CreateInstance(namespace, Model.part(part, "o")), context);
        service.execute(new CreateInstance(namespace, Model.holds(holder.in(namespace), held.in(namespace))), context);
    }

    /** A client of the administrator. */
    public static CimService client(RunningServer server) {
        return OperationTarget.client(
                URI.create("http://" + server.http() + "/cimom"), "admin", RunningServer.PASSWORD);
    }

    /** A small class of this name. */
    public static CimClass leaf(String name) {
        return Model.declared("class " + name + " { [Key] string ID; uint32 Count = 1; };")
                .get(0);
    }
}
