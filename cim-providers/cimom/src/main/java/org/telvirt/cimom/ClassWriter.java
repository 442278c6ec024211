package org.telvirt.cimom;

import java.util.List;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.cimom.change.Pending;
import org.telvirt.cimom.change.Registrar;
import org.telvirt.cimom.check.ClassCheck;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.stored.StoredClass;
import org.telvirt.cimom.stored.StoredText;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.repository.SchemaBuilder;
import org.telvirt.store.Change;

/**
 * Makes, changes and removes classes and qualifiers (DSP0200 §5.4.2.3, §5.4.2.5, §5.4.2.7, §5.4.2.20 to §5.4.2.23). Those
 * that came with the server stay as they are. Safe for use by many threads.
 */
final class ClassWriter {
    private final Registrar registrar;

    ClassWriter(Registrar registrar) {
        this.registrar = registrar;
    }

    Done create(CreateClass operation, Space space, CallContext context) throws CimException {
        return registrar.changeStructure(operation, context, () -> {
            space.schema().requireThere();
            NamespaceSchema now = space.schema().snapshot();
            CimClass own = ClassCheck.checked(operation.declaration(), now);
            SchemaBuilder builder = new SchemaBuilder(now);
            return kept(builder, () -> builder.add(own), space.schema());
        });
    }

    Done modify(ModifyClass operation, Space space, CallContext context) throws CimException {
        return registrar.changeStructure(operation, context, () -> {
            space.schema().requireThere();
            CimName name = operation.declaration().name();
            refuseShipped(name, "modified", space.schema());
            NamespaceSchema now = space.schema().snapshot();
            CimClass own = ClassCheck.checked(operation.declaration(), now);
            SchemaBuilder builder = new SchemaBuilder(now);
            return kept(
                    builder,
                    () -> {
                        CimClass resolved = builder.replace(own);
                        refuseInstances(name, "modified", space);
                        return resolved;
                    },
                    space.schema());
        });
    }

    /** A step of a change that a rule of classes may forbid. */
    @FunctionalInterface
    private interface Step {
        CimClass resolved() throws ClassRuleException, CimException;
    }

    private static Pending<Done> kept(SchemaBuilder builder, Step step, Schema schema) throws CimException {
        try {
            CimClass resolved = step.resolved();
            NamespaceSchema next = builder.buildOpen();
            Change change = StoredText.kept(schema.namespace(), resolved, next);
            return Pending.of(Done.DONE, List.of(change), () -> schema.publish(next));
        } catch (ClassRuleException e) {
            throw e.asCimException();
        } catch (IllegalArgumentException e) {
            throw CimException.invalidParameter("The class cannot be kept: " + e.getMessage());
        }
    }

    Done delete(DeleteClass operation, Space space, CallContext context) throws CimException {
        return registrar.changeStructure(operation, context, () -> {
            space.schema().requireThere();
            Schema schema = space.schema();
            CimName name = operation.className();
            refuseShipped(name, "deleted", schema);
            SchemaBuilder builder = new SchemaBuilder(schema.snapshot());
            try {
                // of several obstacles the standard's order tells: subclasses, instances, all else
                if (schema.find(name) != null && schema.children(name).isEmpty()) {
                    refuseInstances(name, "deleted", space);
                }
                builder.remove(name);
                NamespaceSchema next = builder.buildOpen();
                return Pending.of(
                        Done.DONE, List.of(StoredText.goneClass(schema.namespace(), name)), () -> schema.publish(next));
            } catch (ClassRuleException e) {
                throw e.asCimException();
            }
        });
    }

    private static void refuseShipped(CimName name, String what, Schema schema) throws CimException {
        if (schema.shipped().find(name) != null) {
            throw CimException.notSupported(
                    "Class " + name + " is part of Telvirt and cannot be " + what + "; create a subclass of it");
        }
    }

    private static void refuseInstances(CimName name, String what, Space space) throws CimException {
        StoredClass table = space.stored().find(name);
        if (table != null && table.size() > 0) {
            throw new CimException(
                    CimStatus.CLASS_HAS_INSTANCES,
                    "Class " + name + " has " + table.size() + " instances and cannot be " + what
                            + "; delete these first");
        }
    }

    static CimQualifierDeclaration get(GetQualifier operation, Schema schema) throws CimException {
        return require(operation.qualifier(), schema);
    }

    private static CimQualifierDeclaration require(CimName name, Schema schema) throws CimException {
        CimQualifierDeclaration found = schema.snapshot().qualifier(name);
        if (found == null) {
            throw new CimException(
                    CimStatus.NOT_FOUND, "No such qualifier: " + name + " in namespace " + schema.namespace());
        }
        return found;
    }

    static CimCursor<CimQualifierDeclaration> enumerateQualifiers(Schema schema) {
        return CimCursor.of(schema.snapshot().qualifiers());
    }

    Done set(SetQualifier operation, Space space, CallContext context) throws CimException {
        return registrar.changeStructure(operation, context, () -> {
            space.schema().requireThere();
            Schema schema = space.schema();
            CimQualifierDeclaration declaration = ClassCheck.checked(operation.declaration());
            CimName name = declaration.name();
            CimQualifierDeclaration earlier = schema.snapshot().qualifier(name);
            if (declaration.equals(earlier)) {
                return Pending.nothing(Done.DONE);
            }
            refuseShippedQualifier(name, "changed", schema);
            SchemaBuilder builder = new SchemaBuilder(schema.snapshot());
            if (earlier != null) {
                refuseUsed(name, "changed", builder);
            }
            builder.put(declaration);
            return published(builder, StoredText.kept(schema.namespace(), declaration), schema);
        });
    }

    Done deleteQualifier(DeleteQualifier operation, Space space, CallContext context) throws CimException {
        return registrar.changeStructure(operation, context, () -> {
            space.schema().requireThere();
            Schema schema = space.schema();
            CimName name = require(operation.qualifier(), schema).name();
            refuseShippedQualifier(name, "deleted", schema);
            SchemaBuilder builder = new SchemaBuilder(schema.snapshot());
            refuseUsed(name, "deleted", builder);
            builder.removeQualifier(name);
            return published(builder, StoredText.goneQualifier(schema.namespace(), name), schema);
        });
    }

    private static Pending<Done> published(SchemaBuilder builder, Change change, Schema schema) throws CimException {
        try {
            NamespaceSchema next = builder.buildOpen();
            return Pending.of(Done.DONE, List.of(change), () -> schema.publish(next));
        } catch (ClassRuleException e) {
            throw e.asCimException();
        }
    }

    private static void refuseShippedQualifier(CimName name, String what, Schema schema) throws CimException {
        if (schema.shipped().qualifier(name) != null) {
            throw CimException.notSupported("Qualifier " + name + " is part of Telvirt and cannot be " + what);
        }
    }

    private static void refuseUsed(CimName name, String what, SchemaBuilder builder) throws CimException {
        CimName user = builder.userOf(name);
        if (user != null) {
            throw CimException.failed("Qualifier " + name + " is used by class " + user + " and cannot be " + what);
        }
    }
}
