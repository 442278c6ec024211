package org.telvirt.cimom.routing;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.provider.InstanceProvider;

/** The instances that an instance provider answers for. */
public record ProvidedInstances(ClassLayout layout, InstanceProvider provider) implements InstanceSource {
    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) throws CimException {
        return provider.enumerate(context);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) throws CimException {
        return provider.enumeratePaths(context);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) throws CimException {
        return provider.get(path, context);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) throws CimException {
        return provider.exists(path, context);
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        return provider.create(instance, context);
    }

    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        provider.modify(changes, context);
    }

    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        provider.delete(path, context);
    }
}
