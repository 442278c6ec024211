package org.telvirt.cimom.interop;

import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/**
 * The namespaces as instances, one for each name. The object manager makes and removes them where clients ask for it.
 * Safe for use by many threads.
 */
public final class NamespaceInstances implements InstanceProvider {
    private static final int OTHER = 1;

    private final ServerIdentity identity;
    private final Supplier<List<CimNamespace>> names;

    NamespaceInstances(ServerIdentity identity, Supplier<List<CimNamespace>> names) {
        this.identity = identity;
        this.names = names;
    }

    @Override
    public CimName className() {
        return InteropNames.TELVIRT_NAMESPACE;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(names.get()).map(this::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(names.get()).map(this::path);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        CimNamespace found = find(path);
        return found == null ? null : instance(found);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return find(path) != null;
    }

    /** The namespace that this path is of; null: there is none. */
    public @Nullable CimNamespace find(CimInstancePath path) {
        String name = path.text(InteropNames.NAME);
        for (CimNamespace namespace : names.get()) {
            if (namespace.toString().equals(name)
                    && path(namespace).keys().equals(path.in(null).on(null).keys())) {
                return namespace;
            }
        }
        return null;
    }

    /** The path of the instance for a namespace, whether it exists or not; without a namespace itself. */
    public CimInstancePath path(CimNamespace namespace) {
        return CimInstancePath.of(
                InteropNames.TELVIRT_NAMESPACE,
                key(
                        InteropNames.SYSTEM_CREATION_CLASS_NAME,
                        identity.systemClass().toString()),
                key(InteropNames.SYSTEM_NAME, identity.systemName()),
                key(InteropNames.OBJECT_MANAGER_CREATION_CLASS_NAME, InteropNames.TELVIRT_OBJECT_MANAGER.toString()),
                key(InteropNames.OBJECT_MANAGER_NAME, identity.name()),
                key(InteropNames.CREATION_CLASS_NAME, InteropNames.TELVIRT_NAMESPACE.toString()),
                key(InteropNames.NAME, namespace.toString()));
    }

    private static CimKey key(CimName name, String value) {
        return new CimKey(name, text(value));
    }

    private CimInstance instance(CimNamespace namespace) {
        CimInstancePath path = path(namespace);
        return CimInstance.of(path.className())
                .withKeys(path)
                .with(InteropNames.ELEMENT_NAME, namespace.toString())
                .with(InteropNames.CLASS_INFO, uint16(OTHER))
                .with(InteropNames.DESCRIPTION_OF_CLASS_INFO, "CIM 2.49.0")
                .at(path);
    }
}
