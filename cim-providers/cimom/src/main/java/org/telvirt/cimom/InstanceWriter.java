package org.telvirt.cimom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cimom.change.Draft;
import org.telvirt.cimom.change.InstanceChange;
import org.telvirt.cimom.change.Pending;
import org.telvirt.cimom.change.Registrar;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.InstanceCheck;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.routing.InstanceSource;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Slot;
import org.telvirt.cimom.stored.StoredInstance;
import org.telvirt.cimom.stored.StoredInstances;
import org.telvirt.cimom.stored.StoredText;
import org.telvirt.store.Change;

/**
 * Makes, changes and removes instances (DSP0200 §5.4.2.4, §5.4.2.6, §5.4.2.8, §5.4.2.19): by the provider of their class,
 * or where there is none in the store. Safe for use by many threads.
 */
final class InstanceWriter {
    private final PathCheck paths;
    private final InstanceCheck check;
    private final Completion completion;
    private final Registrar registrar;
    private final NamespaceWriter namespaces;

    InstanceWriter(
            PathCheck paths,
            InstanceCheck check,
            Completion completion,
            Registrar registrar,
            NamespaceWriter namespaces) {
        this.paths = paths;
        this.check = check;
        this.completion = completion;
        this.registrar = registrar;
        this.namespaces = namespaces;
    }

    CimInstancePath create(CreateInstance operation, Space space, CallContext context) throws CimException {
        Schema schema = space.schema();
        ClassLayout layout = schema.require(operation.instance().className(), CimStatus.INVALID_CLASS);
        if (namespaces.offers(layout, space)) {
            CimInstance given = check.withDefaults(operation.instance(), layout, schema, context.serverHost());
            return registrar.changeStructure(
                    operation, context, () -> namespaces.create(given, space, context.serverHost()));
        }
        InstanceSource provided = space.provided(layout.name());
        if (provided == null) {
            return registrar.changeInstance(operation, context, () -> draft(operation, space, context));
        }
        CimInstance given = check.withDefaults(operation.instance(), layout, schema, context.serverHost());
        CimInstancePath made = completion.path(provided.create(given, context), layout, schema, context.serverHost());
        return registrar.recordDone(operation, context, made);
    }

    private Draft<CimInstancePath> draft(CreateInstance operation, Space space, CallContext context)
            throws CimException {
        Schema schema = space.schema();
        schema.requireThere();
        ClassLayout layout = schema.require(operation.instance().className(), CimStatus.INVALID_CLASS);
        refuseKind(layout);
        CimInstance complete = check.complete(operation.instance(), layout, schema, context.serverHost());
        CimInstancePath path = pathOf(complete);
        return new Draft<>(path, () -> {
            if (find(path, space) != null) {
                throw new CimException(CimStatus.ALREADY_EXISTS, "There is already an instance at " + path);
            }
            return Pending.of(
                    path.on(context.serverHost()),
                    kept(complete, layout, schema),
                    () -> space.stored().add(layout, path, complete),
                    new InstanceChange.Created(complete));
        });
    }

    private static void refuseKind(ClassLayout layout) throws CimException {
        if (layout.declaration().isAbstract()) {
            throw CimException.invalidParameter(
                    "Class " + layout + " is abstract and has no instances; create one of a subclass");
        }
        if (layout.declaration().isIndication()) {
            throw CimException.invalidParameter(
                    "Class " + layout + " is an indication, whose instances are sent and never kept");
        }
    }

    private static CimInstancePath pathOf(CimInstance complete) {
        CimInstancePath path = complete.path();
        if (path == null) {
            throw new IllegalArgumentException("A complete instance has a path");
        }
        return path;
    }

    private static @Nullable StoredInstance find(CimInstancePath path, Space space) {
        var table = space.stored().find(path.className());
        return table == null ? null : table.find(path);
    }

    private static Change kept(CimInstance complete, ClassLayout layout, Schema schema) throws CimException {
        try {
            return StoredText.kept(schema.namespace(), complete, layout, schema.snapshot());
        } catch (IllegalArgumentException e) {
            throw CimException.invalidParameter(
                    "The instance at " + complete.path() + " cannot be kept: " + e.getMessage());
        }
    }

    Done modify(ModifyInstance operation, Space space, CallContext context) throws CimException {
        ClassLayout layout = space.schema().require(operation.path().className(), CimStatus.INVALID_CLASS);
        CimInstancePath path = paths.canonical(operation.path(), layout, space.schema());
        if (!operation.instance().className().equals(layout.name())) {
            throw CimException.invalidParameter("ModifiedInstance is a "
                    + operation.instance().className() + " at the path of a " + layout + "; the classes must agree");
        }
        return change(
                operation,
                path,
                space,
                context,
                now -> check.changes(
                        path,
                        operation.instance(),
                        operation.propertyList(),
                        now,
                        space.schema(),
                        context.serverHost()));
    }

    /** Works out what to change of an instance of a class. */
    @FunctionalInterface
    private interface Changes {
        List<CimProperty> of(ClassLayout layout) throws CimException;
    }

    private Done change(
            CimOperation<Done> operation, CimInstancePath path, Space space, CallContext context, Changes changes)
            throws CimException {
        Schema schema = space.schema();
        InstanceSource provided = space.provided(path.className());
        if (provided == null) {
            return registrar.changeInstance(operation, context, () -> {
                ClassLayout layout = schema.require(path.className(), CimStatus.INVALID_CLASS);
                List<CimProperty> checked = changes.of(layout);
                return new Draft<>(path, () -> changed(path, checked, layout, space));
            });
        }
        List<CimProperty> checked = changes.of(provided.layout());
        if (!provided.exists(path, context)) {
            throw CimException.notFound(path);
        }
        provided.modify(new CimInstance(path.className(), checked, path), context);
        return registrar.recordDone(operation, context, Done.DONE);
    }

    private static Pending<Done> changed(
            CimInstancePath path, List<CimProperty> changes, ClassLayout layout, Space space) throws CimException {
        StoredInstance earlier = require(path, space);
        List<CimProperty> properties = new ArrayList<>(earlier.instance().properties());
        for (CimProperty change : changes) {
            Slot slot = layout.slot(change.name());
            if (slot != null) {
                properties.set(slot.index(), change);
            }
        }
        CimInstance complete = earlier.instance().withProperties(properties);
        StoredInstances stored = space.stored();
        return Pending.of(
                Done.DONE,
                kept(complete, layout, space.schema()),
                () -> stored.replace(layout, earlier, complete),
                new InstanceChange.Modified(earlier.instance(), complete));
    }

    private static StoredInstance require(CimInstancePath path, Space space) throws CimException {
        StoredInstance found = find(path, space);
        if (found == null) {
            throw CimException.notFound(path);
        }
        return found;
    }

    Done setProperty(SetProperty operation, Space space, CallContext context) throws CimException {
        Schema schema = space.schema();
        ClassLayout layout = schema.require(operation.path().className(), CimStatus.INVALID_CLASS);
        CimInstancePath path = paths.canonical(operation.path(), layout, schema);
        InstanceSource source = space.source(layout.name());
        if (source == null || !source.exists(path, context)) {
            throw CimException.notFound(path);
        }
        Slot slot = PropertyReader.slot(operation.property(), layout);
        CimProperty typed = typed(operation, slot, layout, schema, context);
        CimInstance changed = new CimInstance(layout.name(), List.of(typed), null);
        return change(
                operation,
                path,
                space,
                context,
                now -> check.changes(path, changed, null, now, schema, context.serverHost()));
    }

    private CimProperty typed(SetProperty operation, Slot slot, ClassLayout layout, Schema schema, CallContext context)
            throws CimException {
        try {
            return check.typed(slot, operation.value(), layout, schema, context.serverHost());
        } catch (CimException e) {
            throw new CimException(CimStatus.TYPE_MISMATCH, e.getMessage(), e.errors(), e);
        }
    }

    Done delete(DeleteInstance operation, Space space, CallContext context) throws CimException {
        Schema schema = space.schema();
        ClassLayout layout = schema.require(operation.path().className(), CimStatus.INVALID_CLASS);
        CimInstancePath path = paths.canonical(operation.path(), layout, schema);
        if (namespaces.offers(layout, space)) {
            return registrar.changeStructure(operation, context, () -> namespaces.delete(path, space));
        }
        InstanceSource provided = space.provided(layout.name());
        if (provided == null) {
            return registrar.changeInstance(operation, context, () -> new Draft<>(path, () -> deleted(path, space)));
        }
        if (!provided.exists(path, context)) {
            throw CimException.notFound(path);
        }
        provided.delete(path, context);
        return registrar.recordDone(operation, context, Done.DONE);
    }

    private static Pending<Done> deleted(CimInstancePath path, Space space) throws CimException {
        StoredInstance gone = require(path, space);
        ClassLayout layout = space.schema().require(path.className(), CimStatus.INVALID_CLASS);
        return Pending.of(
                Done.DONE,
                StoredText.gone(space.namespace(), path),
                () -> space.stored().remove(layout, gone),
                new InstanceChange.Deleted(gone.instance()));
    }
}
