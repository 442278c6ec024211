package org.telvirt.cimom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.enumeration.OneFailure;
import org.telvirt.cimom.routing.Hop;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Shape;
import org.telvirt.provider.Link;

/**
 * Follows associations from an instance (DSP0200 §5.4.2.14 to §5.4.2.17). A source that does not exist has no
 * associations. Safe for use by many threads.
 */
final class AssociationReader {
    private final Spaces spaces;
    private final PathCheck paths;
    private final Completion completion;
    private final InstanceReader instances;
    private final StoredAssociations stored;
    private final Defects defects;

    AssociationReader(
            Spaces spaces, PathCheck paths, Completion completion, InstanceReader instances, Defects defects) {
        this.spaces = spaces;
        this.paths = paths;
        this.completion = completion;
        this.instances = instances;
        this.stored = new StoredAssociations(spaces, instances);
        this.defects = defects;
    }

    CimCursor<CimInstance> associators(Associators operation, Space space, CallContext context) throws CimException {
        InstanceView view = operation.view();
        return farEnds(operation.source(), operation.filter(), space, context)
                .map(path -> instances.follow(path, view, there(path), context));
    }

    CimCursor<CimInstancePath> associatorNames(AssociatorNames operation, Space space, CallContext context)
            throws CimException {
        return farEnds(operation.source(), operation.filter(), space, context)
                .map(path -> path.on(context.serverHost()));
    }

    CimCursor<CimInstance> references(References operation, Space space, CallContext context) throws CimException {
        CimInstancePath source = source(operation.source(), space);
        HopFilter hops = HopFilter.ofReferences(operation.filter(), spaces, space.schema());
        return joined(
                links(source, hops, space, context).flatMap(route -> {
                    Shape shape = Shape.of(route.hop().association(), operation.view());
                    return route.instances().map(given -> {
                        CimInstancePath path = path(given, shape.layout(), space, context);
                        return completion.instance(given, shape, space.schema(), path);
                    });
                }),
                () -> stored.links(source, hops, space, context)
                        .map(link -> StoredAssociations.shown(link, operation.view(), context)));
    }

    CimCursor<CimInstancePath> referenceNames(ReferenceNames operation, Space space, CallContext context)
            throws CimException {
        CimInstancePath source = source(operation.source(), space);
        HopFilter hops = HopFilter.ofReferences(operation.filter(), spaces, space.schema());
        return joined(
                links(source, hops, space, context)
                        .flatMap(route -> route.instances()
                                .map(given -> path(given, route.hop().association(), space, context))),
                () -> stored.links(source, hops, space, context)
                        .map(link -> link.instance().path().on(context.serverHost())));
    }

    /** A run that is not begun before it is needed. */
    @FunctionalInterface
    private interface Later<T> {
        CimCursor<T> run() throws CimException;
    }

    private static <T> CimCursor<T> joined(CimCursor<T> provided, Later<T> kept) {
        return CimCursor.<Later<T>>of(List.of(() -> provided, kept)).flatMap(Later::run);
    }

    private CimInstancePath path(CimInstance given, ClassLayout layout, Space space, CallContext context)
            throws CimException {
        CimInstancePath path = given.path();
        if (path == null) {
            throw defects.report("a " + layout + " without a path");
        }
        return completion.path(path, layout, space.schema(), context.serverHost());
    }

    private CimCursor<Route> links(CimInstancePath source, HopFilter hops, Space space, CallContext context)
            throws CimException {
        return CimCursor.of(space.hops(layout(source, space)))
                .map(hop -> hops.accepts(hop) ? new Route(hop, source, hops.bothEnds(), context) : null);
    }

    private CimCursor<CimInstancePath> farEnds(
            CimInstancePath given, AssociationFilter filter, Space space, CallContext context) throws CimException {
        CimInstancePath source = source(given, space);
        HopFilter hops = HopFilter.ofAssociators(filter, spaces, space.schema());
        Set<CimInstancePath> seen = new HashSet<>();
        CimCursor<CimInstancePath> provided = CimCursor.of(space.hops(layout(source, space)))
                .map(hop -> hops.accepts(hop) ? hop : null)
                .flatMap(hop -> new OneFailure<Link>(hop.links(source, hops.bothEnds(), context)).map(hop::far))
                .map(path -> hops.accepts(path) ? checked(path) : null);
        return joined(
                        provided,
                        () -> stored.farEnds(source, hops, space, context)
                                .map(path -> hops.accepts(path) ? path : null))
                .map(path -> seen.add(path) ? path : null);
    }

    private CimInstancePath checked(CimInstancePath path) throws CimException {
        Space there = there(path);
        ClassLayout layout = there.schema().find(path.className());
        if (layout == null) {
            throw defects.report("an association leads to " + path + ", whose class does not exist");
        }
        return completion.path(path, layout, there.schema(), null);
    }

    private Space there(CimInstancePath path) throws CimException {
        CimNamespace namespace = path.namespace();
        Space there = namespace == null ? null : spaces.find(namespace);
        if (there == null) {
            throw defects.report("an association leads to " + path + ", whose namespace does not exist");
        }
        return there;
    }

    private CimInstancePath source(CimInstancePath given, Space space) throws CimException {
        ClassLayout layout = space.schema().require(given.className(), CimStatus.INVALID_PARAMETER);
        return paths.canonical(given, layout, space.schema());
    }

    private static ClassLayout layout(CimInstancePath source, Space space) throws CimException {
        return space.schema().require(source.className(), CimStatus.INVALID_PARAMETER);
    }

    /**
     * Refuses a source that does not exist, which only the Open operations do.
     *
     * @throws CimException NOT_FOUND
     */
    void requireSource(EnumerationOperation<?> operation, Space space, CallContext context) throws CimException {
        CimInstancePath given = sourceOf(operation);
        if (given != null) {
            CimInstancePath source = source(given, space);
            if (!instances.exists(source, space, context)) {
                throw CimException.notFound(source);
            }
        }
    }

    private static @Nullable CimInstancePath sourceOf(EnumerationOperation<?> operation) {
        if (operation instanceof Associators associators) {
            return associators.source();
        } else if (operation instanceof AssociatorNames names) {
            return names.source();
        } else if (operation instanceof References references) {
            return references.source();
        }
        return operation instanceof ReferenceNames names ? names.source() : null;
    }

    /** A hop from a source, not taken yet. */
    private record Route(Hop hop, CimInstancePath source, boolean bothEnds, CallContext context) {
        CimCursor<CimInstance> instances() throws CimException {
            return new OneFailure<Link>(hop.links(source, bothEnds, context)).map(hop::instance);
        }
    }
}
