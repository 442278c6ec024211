package org.telvirt.providers.element;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/** Answers for the only instance of a class. Safe for use by many threads if its suppliers are. */
public final class SoleInstance implements InstanceProvider {
    private final CimName className;
    private final Supplier<CimInstancePath> path;
    private final Supplier<CimInstance> instance;

    /**
     * @param path of the instance, without a namespace
     */
    public SoleInstance(CimName className, Supplier<CimInstancePath> path, Supplier<CimInstance> instance) {
        this.className = className;
        this.path = path;
        this.instance = instance;
    }

    @Override
    public CimName className() {
        return className;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(List.of(instance.get()));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(List.of(path.get()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath wanted, CallContext context) {
        return exists(wanted, context) ? instance.get() : null;
    }

    @Override
    public boolean exists(CimInstancePath wanted, CallContext context) {
        return wanted.in(null).on(null).equals(path.get());
    }
}
