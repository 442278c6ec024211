package org.telvirt.cimom.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cim.operation.SetQualifier;

/**
 * The line that says who did what: time, user, from (address), door, request, operation, namespace, object, what (the
 * names and values that were given), result. Values that look like secrets are not in it.
 */
public final class AuditRecord {
    private AuditRecord() {}

    /** The line for an operation that has succeeded. */
    public static String done(CimOperation<?> operation, CallContext context, Instant time, @Nullable Object answer) {
        JsonText line = begun(operation, context, time);
        line.name("result").open().member("status", "OK");
        if (answer instanceof CimInstancePath path) {
            line.member("path", path.toString());
        } else if (answer instanceof MethodResult result
                && result.returnValue() != null
                && operation instanceof InvokeMethod call) {
            line.name("returned").value(call.method(), result.returnValue());
        }
        return line.close().close().toString();
    }

    /** The line for an operation that was refused or has failed. */
    public static String failed(
            CimOperation<?> operation, CallContext context, Instant time, CimStatus status, String message) {
        return begun(operation, context, time)
                .name("result")
                .open()
                .member("status", status.name())
                .member("message", message)
                .close()
                .close()
                .toString();
    }

    private static JsonText begun(CimOperation<?> operation, CallContext context, Instant time) {
        JsonText line = new JsonText()
                .open()
                .member("time", time.toString())
                .member("user", context.user())
                .member("from", context.remoteAddress())
                .member("door", context.door())
                .member("request", context.requestId())
                .member("operation", operation.operationName())
                .member("namespace", operation.namespace().toString());
        String object = object(operation);
        if (object != null) {
            line.member("object", object);
        }
        appendGiven(line, operation);
        return line;
    }

    private static @Nullable String object(CimOperation<?> operation) {
        if (operation instanceof CreateInstance create) {
            return create.instance().className().toString();
        } else if (operation instanceof ModifyInstance modify) {
            return modify.path().toString();
        } else if (operation instanceof DeleteInstance delete) {
            return delete.path().toString();
        } else if (operation instanceof GetInstance get) {
            return get.path().toString();
        } else if (operation instanceof GetProperty get) {
            return get.path().toString();
        } else if (operation instanceof SetProperty set) {
            return set.path().toString();
        } else if (operation instanceof InvokeMethod call) {
            return call.target() + "." + call.method();
        }
        return declared(operation);
    }

    private static @Nullable String declared(CimOperation<?> operation) {
        if (operation instanceof CreateClass create) {
            return create.declaration().name().toString();
        } else if (operation instanceof ModifyClass modify) {
            return modify.declaration().name().toString();
        } else if (operation instanceof DeleteClass delete) {
            return delete.className().toString();
        } else if (operation instanceof SetQualifier set) {
            return set.declaration().name().toString();
        }
        return operation instanceof DeleteQualifier delete ? delete.qualifier().toString() : null;
    }

    private static void appendGiven(JsonText line, CimOperation<?> operation) {
        if (operation instanceof CreateInstance create) {
            line.name("what").open();
            line.members(create.instance().className(), create.instance().properties())
                    .close();
        } else if (operation instanceof ModifyInstance modify) {
            line.name("what").open();
            line.members(modify.path().className(), modify.instance().properties())
                    .close();
        } else if (operation instanceof SetProperty set) {
            line.name("what").open().name(set.property().toString());
            if (set.value() != null && Secrets.hides(set.path().className())) {
                line.text("(not recorded)").close();
            } else {
                line.value(set.property(), set.value()).close();
            }
        } else if (operation instanceof InvokeMethod call) {
            line.name("what").open();
            appendArguments(line, call.arguments());
            line.close();
        } else if (operation instanceof CreateClass create) {
            appendClass(line, create.declaration());
        } else if (operation instanceof ModifyClass modify) {
            appendClass(line, modify.declaration());
        }
    }

    private static void appendArguments(JsonText line, List<CimArgument> arguments) {
        for (CimArgument argument : arguments) {
            line.name(argument.name().toString()).value(argument.name(), argument.value());
        }
    }

    private static void appendClass(JsonText line, CimClass declaration) {
        CimName superclass = declaration.superclass();
        line.name("what").open();
        if (superclass != null) {
            line.member("superclass", superclass.toString());
        }
        line.member("properties", String.join(" ", names(declaration)));
        line.close();
    }

    private static List<String> names(CimClass declaration) {
        return declaration.properties().stream()
                .map(property -> property.name().toString())
                .toList();
    }
}
