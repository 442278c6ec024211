package org.telvirt.conformance.operation;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;

/** The classes of the scenarios in process, with a thing that holds two parts. */
public final class LinkedModel implements AutoCloseable {
    private static final CimNamespace NAMESPACE = CimNamespace.of("root/linked");

    private final OperationTarget target;

    private LinkedModel(OperationTarget target) {
        this.target = target;
    }

    /** Makes all of it. */
    public static LinkedModel make() throws CimException {
        OperationTarget target = InProcess.target();
        target.execute(new CreateInstance(
                CimNamespace.of("root/interop"),
                CimInstance.of(CimName.of("CIM_Namespace"))
                        .with(CimName.of("Name"), NAMESPACE.toString())
                        .build()));
        for (CimClass declared : Model.classes()) {
            target.execute(new CreateClass(NAMESPACE, declared));
        }
        CimInstancePath thing = target.execute(new CreateInstance(NAMESPACE, Model.thing("a")));
        for (int i = 1; i <= 2; i++) {
            CimInstancePath part = target.execute(new CreateInstance(NAMESPACE, Model.part(i, "o")));
            target.execute(new CreateInstance(NAMESPACE, Model.holds(thing.in(NAMESPACE), part.in(NAMESPACE))));
        }
        return new LinkedModel(target);
    }

    /** The object manager. */
    public CimService service() {
        return target.service();
    }

    /** Where the instances are. */
    public CimNamespace namespace() {
        return NAMESPACE;
    }

    @Override
    public void close() {
        target.close();
    }
}
