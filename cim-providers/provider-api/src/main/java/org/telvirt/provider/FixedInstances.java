package org.telvirt.provider;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;

/** The provider of instances that do not change, such as capabilities and registered profiles. Safe for many threads. */
public final class FixedInstances implements InstanceProvider {
    private final CimName className;
    private final Map<CimInstancePath, CimInstance> instances = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException if an instance is of another class, has no path, or two have the same path
     */
    public FixedInstances(CimName className, Collection<CimInstance> instances) {
        this.className = className;
        for (CimInstance instance : instances) {
            CimInstancePath path = instance.path();
            if (path == null || !instance.className().equals(className)) {
                throw new IllegalArgumentException(instance + " has no path or is not of class " + className);
            }
            if (this.instances.put(anywhere(path), instance) != null) {
                throw new IllegalArgumentException("Two instances at " + path);
            }
        }
    }

    @Override
    public CimName className() {
        return className;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(instances.values());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        return instances.get(anywhere(path));
    }

    private static CimInstancePath anywhere(CimInstancePath path) {
        return path.in(null).on(null);
    }
}
