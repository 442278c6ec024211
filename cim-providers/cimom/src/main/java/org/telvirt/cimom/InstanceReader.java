package org.telvirt.cimom;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.enumeration.OneFailure;
import org.telvirt.cimom.routing.InstanceSource;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Shape;

/** Reads instances of classes (DSP0200 §5.4.2.2, §5.4.2.11, §5.4.2.12). Safe for use by many threads. */
final class InstanceReader {
    private final PathCheck paths;
    private final Completion completion;
    private final Defects defects;

    InstanceReader(PathCheck paths, Completion completion, Defects defects) {
        this.paths = paths;
        this.completion = completion;
        this.defects = defects;
    }

    CimInstance get(GetInstance operation, Space space, CallContext context) throws CimException {
        ClassLayout layout = space.schema().require(operation.path().className(), CimStatus.INVALID_CLASS);
        CimInstancePath path = paths.canonical(operation.path(), layout, space.schema());
        CimInstance instance = find(path, Shape.of(layout, operation.view()), space, context);
        if (instance == null) {
            throw CimException.notFound(path);
        }
        return instance;
    }

    /**
     * The instance at this path, completed.
     *
     * @param path in canonical form
     * @return null: there is none
     */
    private @Nullable CimInstance find(CimInstancePath path, Shape shape, Space space, CallContext context)
            throws CimException {
        InstanceSource source = space.source(path.className());
        CimInstance given = source == null ? null : source.get(path, context);
        if (source == null || given == null) {
            return null;
        }
        CimInstancePath full = path.on(context.serverHost());
        return source.complete() ? shape.shown(given, full) : completion.instance(given, shape, space.schema(), full);
    }

    /** Whether there is an instance at this path, in canonical form. */
    boolean exists(CimInstancePath path, Space space, CallContext context) throws CimException {
        InstanceSource source = space.source(path.className());
        return source != null && source.exists(path, context);
    }

    CimCursor<CimInstance> enumerate(EnumerateInstances operation, Space space, CallContext context)
            throws CimException {
        Schema schema = space.schema();
        ClassLayout asked = schema.require(operation.className(), CimStatus.INVALID_CLASS);
        return CimCursor.of(space.sources(asked)).flatMap(source -> {
            ClassLayout layout = source.layout();
            Shape shape = Shape.of(layout, operation.view(), operation.deepInheritance() ? layout : asked);
            CimCursor<CimInstance> run = new OneFailure<>(source.enumerate(context));
            return source.complete()
                    ? run.map(given -> shape.shown(given, located(given, context)))
                    : run.map(given -> completed(given, shape, schema, context));
        });
    }

    private static CimInstancePath located(CimInstance complete, CallContext context) {
        return Objects.requireNonNull(complete.path()).on(context.serverHost());
    }

    private CimInstance completed(CimInstance given, Shape shape, Schema schema, CallContext context)
            throws CimException {
        CimInstancePath path = given.path();
        if (path == null) {
            throw defects.report("the provider of " + shape.layout() + " gave an instance without a path");
        }
        return completion.instance(
                given, shape, schema, completion.path(path, shape.layout(), schema, context.serverHost()));
    }

    CimCursor<CimInstancePath> enumerateNames(EnumerateInstanceNames operation, Space space, CallContext context)
            throws CimException {
        Schema schema = space.schema();
        ClassLayout asked = schema.require(operation.className(), CimStatus.INVALID_CLASS);
        return CimCursor.of(space.sources(asked))
                .flatMap(source -> new OneFailure<CimInstancePath>(source.enumeratePaths(context))
                        .map(path -> source.complete()
                                ? path.on(context.serverHost())
                                : completion.path(path, source.layout(), schema, context.serverHost())));
    }

    /**
     * The instance that an association leads to, completed.
     *
     * @param path of a provider, with its namespace
     * @return null: it has gone since
     */
    @Nullable
    CimInstance follow(CimInstancePath path, InstanceView view, Space there, CallContext context) throws CimException {
        ClassLayout layout = there.schema().find(path.className());
        if (layout == null || there.source(path.className()) == null) {
            throw defects.report("an association leads to " + path + ", whose class nobody provides");
        }
        CimInstancePath checked = completion.path(path, layout, there.schema(), null);
        return find(checked, Shape.of(layout, view), there, context);
    }
}
