package org.telvirt.cimom;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Slot;

/** Reads one property (DSP0200 §5.4.2.18). */
final class PropertyReader {
    private PropertyReader() {}

    static CimProperty get(GetProperty operation, InstanceReader instances, Space space, CallContext context)
            throws CimException {
        CimInstance instance = instances.get(
                new GetInstance(operation.namespace(), operation.path(), InstanceView.ALL), space, context);
        ClassLayout layout = space.schema().require(instance.className(), CimStatus.INVALID_CLASS);
        return instance.properties().get(slot(operation.property(), layout).index());
    }

    /** The property of this name, which the class has. */
    static Slot slot(CimName name, ClassLayout layout) throws CimException {
        Slot slot = layout.slot(name);
        if (slot == null) {
            throw new CimException(CimStatus.NO_SUCH_PROPERTY, "Class " + layout + " has no property '" + name + "'");
        }
        return slot;
    }
}
