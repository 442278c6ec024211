package org.telvirt.access;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.cimom.authorization.Authorizer;

/**
 * Judges operations by the roles of the caller. Lists may be asked for by everyone who may read something that can be in
 * them; the rest is left out. Classes may be read by everyone who may read something in their namespace.
 */
final class RoleAuthorizer implements Authorizer {
    private static final CimName CIM_NAMESPACE = CimName.of("CIM_Namespace");
    private static final CimName OLD_NAMESPACE = CimName.of("__Namespace");

    private final AccessControl access;
    private final ClassTree classes;

    RoleAuthorizer(AccessControl access, ClassTree classes) {
        this.access = access;
        this.classes = classes;
    }

    @Override
    public void check(CimOperation<?> operation, CallContext context) throws CimException {
        Rights rights = access.rightsOf(context.user());
        // the common cases first: administrators, and everybody else's reading
        if (!operation.changes() && rights.allowsEverywhere(Activity.READ)) {
            return;
        }
        CimOperation<?> judged = operation instanceof OpenEnumeration<?> open ? open.enumeration() : operation;
        Asked asked = asked(judged);
        if (!allows(rights, judged, asked)) {
            throw denied(context.user(), judged, asked);
        }
    }

    private static boolean allows(Rights rights, CimOperation<?> operation, Asked asked) {
        CimName className = asked.className();
        if (operation instanceof EnumerateInstances || operation instanceof EnumerateInstanceNames) {
            return className != null && rights.allowsSomeOf(Activity.READ, asked.namespace(), className);
        } else if (className == null && asked.activity() == Activity.READ && !isQuery(operation)) {
            return rights.allowsSome(Activity.READ, asked.namespace());
        }
        return rights.allows(asked);
    }

    // what a query selects cannot be seen from its result: it needs the whole namespace
    private static boolean isQuery(CimOperation<?> operation) {
        return operation instanceof ExecQuery || operation instanceof OpenQueryInstances;
    }

    private Asked asked(CimOperation<?> operation) {
        CimNamespace namespace = classes.own(operation.namespace());
        if (operation instanceof InvokeMethod invoke) {
            CimObjectPath target = invoke.target();
            CimInstancePath path = target instanceof CimInstancePath instance ? instance : null;
            return new Asked(Activity.EXECUTE, namespace, target.className(), invoke.method(), path);
        } else if (operation instanceof CreateInstance create) {
            return write(Activity.CREATE, namespace, create.instance().className());
        } else if (operation instanceof ModifyInstance modify) {
            return write(Activity.MODIFY, namespace, modify.path());
        } else if (operation instanceof SetProperty set) {
            return write(Activity.MODIFY, namespace, set.path());
        } else if (operation instanceof DeleteInstance delete) {
            return write(Activity.DELETE, namespace, delete.path());
        }
        return operation.changes() ? classWrite(operation, namespace) : read(operation, namespace);
    }

    private Asked write(Activity activity, CimNamespace namespace, CimInstancePath path) {
        Asked asked = write(activity, namespace, path.className());
        return new Asked(asked.activity(), namespace, path.className(), null, path);
    }

    private Asked write(Activity activity, CimNamespace namespace, CimName className) {
        boolean isNamespace = className.equals(OLD_NAMESPACE) || classes.isA(namespace, className, CIM_NAMESPACE);
        return new Asked(isNamespace ? Activity.WRITE_NAMESPACES : activity, namespace, className, null, null);
    }

    private static Asked classWrite(CimOperation<?> operation, CimNamespace namespace) {
        CimName className = null;
        if (operation instanceof CreateClass create) {
            className = create.declaration().name();
        } else if (operation instanceof ModifyClass modify) {
            className = modify.declaration().name();
        } else if (operation instanceof DeleteClass delete) {
            className = delete.className();
        } else if (operation instanceof SetQualifier set) {
            return new Asked(
                    Activity.WRITE_CLASSES, namespace, null, set.declaration().name(), null);
        } else if (operation instanceof DeleteQualifier delete) {
            return new Asked(Activity.WRITE_CLASSES, namespace, null, delete.qualifier(), null);
        }
        return new Asked(Activity.WRITE_CLASSES, namespace, className, null, null);
    }

    private static Asked read(CimOperation<?> operation, CimNamespace namespace) {
        if (operation instanceof GetInstance get) {
            return readInstance(namespace, get.path());
        } else if (operation instanceof GetProperty get) {
            return readInstance(namespace, get.path());
        } else if (operation instanceof Associators from) {
            return readInstance(namespace, from.source());
        } else if (operation instanceof AssociatorNames from) {
            return readInstance(namespace, from.source());
        } else if (operation instanceof References from) {
            return readInstance(namespace, from.source());
        } else if (operation instanceof ReferenceNames from) {
            return readInstance(namespace, from.source());
        } else if (operation instanceof EnumerateInstances all) {
            return new Asked(Activity.READ, namespace, all.className(), null, null);
        } else if (operation instanceof EnumerateInstanceNames all) {
            return new Asked(Activity.READ, namespace, all.className(), null, null);
        }
        return new Asked(Activity.READ, namespace, null, null, null);
    }

    private static Asked readInstance(CimNamespace namespace, CimInstancePath path) {
        return new Asked(Activity.READ, namespace, path.className(), null, path);
    }

    private CimException denied(String user, CimOperation<?> operation, Asked asked) {
        String mine = String.join(", ", access.rolesOf(user));
        String why = mine.isEmpty() ? "it has no role" : "its roles do not allow it (" + mine + ")";
        String cure = access.roles().stream()
                .filter(role -> allows(access.rightsOf(role), operation, asked))
                .findFirst()
                .map(role -> "; role '" + role.name() + "' would")
                .orElse("");
        return new CimException(CimStatus.ACCESS_DENIED, "User '" + user + "' may not " + asked + ": " + why + cure);
    }

    @Override
    public boolean shows(CimInstancePath path, CallContext context) {
        Rights rights = access.rightsOf(context.user());
        if (rights.allowsEverywhere(Activity.READ)) {
            return true;
        }
        CimNamespace namespace = path.namespace();
        return namespace != null && rights.allows(readInstance(classes.own(namespace), path));
    }

    @Override
    public boolean showsEverything(CallContext context) {
        return access.rightsOf(context.user()).allowsEverywhere(Activity.READ);
    }
}
