package org.telvirt.cimom.routing;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.stored.StoredClass;
import org.telvirt.cimom.stored.StoredInstance;

/** The instances of a class that no provider answers for. */
record StoredSource(StoredClass stored) implements InstanceSource {
    @Override
    public ClassLayout layout() {
        return stored.layout();
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public int size() {
        return stored.size();
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return stored.all().map(StoredInstance::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return stored.all().map(StoredInstance::path);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        StoredInstance found = stored.find(path);
        return found == null ? null : found.instance();
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return stored.find(path) != null;
    }
}
