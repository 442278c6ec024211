package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;

/** An end whose instances a provider answers for. */
record ProvidedEnd(
        CimName role, InstanceProvider instances, @Nullable CimNamespace namespace) {
    AssociationEnd end() {
        return new AssociationEnd(role, instances.className(), namespace);
    }

    boolean exists(CimInstancePath path, CallContext context) throws CimException {
        return instances.exists(path, context);
    }
}
