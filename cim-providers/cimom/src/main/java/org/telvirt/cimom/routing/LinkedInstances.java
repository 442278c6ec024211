package org.telvirt.cimom.routing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.Link;

/** The instances of an association class, which are the links of its providers. */
record LinkedInstances(ClassLayout layout, List<LinkSource> sources, Schemas schemas) implements InstanceSource {
    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) throws CimException {
        return CimCursor.of(sources)
                .flatMap(source -> source.provider().links(context).map(source::instance));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) throws CimException {
        return enumerate(context).map(CimInstance::path);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) throws CimException {
        return get(path, context) != null;
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) throws CimException {
        for (LinkSource source : sources) {
            CimInstancePath left = end(path, source.left());
            CimInstancePath right = end(path, source.right());
            Link link = left == null || right == null ? null : source.provider().link(left, right, context);
            if (link != null) {
                return source.instance(link);
            }
        }
        return null;
    }

    // null: the source links no such instances
    private @Nullable CimInstancePath end(CimInstancePath path, AssociationEnd end) {
        CimValue value = path.key(end.role());
        return value instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath instance
                        && Objects.equals(end.namespace(), instance.namespace())
                        && isA(instance, end.className())
                ? instance
                : null;
    }

    private boolean isA(CimInstancePath instance, CimName className) {
        return Spaces.isA(schemas, instance, className);
    }
}
