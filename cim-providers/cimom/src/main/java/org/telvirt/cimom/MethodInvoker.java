package org.telvirt.cimom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.check.ArgumentCheck;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;

/**
 * Calls methods (DSP0200 §5.3). Conditions are tested in the order INVALID_PARAMETER, NOT_FOUND, METHOD_NOT_FOUND,
 * METHOD_NOT_AVAILABLE; a class that does not exist is NOT_FOUND. Safe for use by many threads.
 */
final class MethodInvoker {
    private final PathCheck paths;
    private final ArgumentCheck arguments;
    private final Completion completion;
    private final InstanceReader instances;
    private final Defects defects;

    MethodInvoker(
            PathCheck paths,
            ArgumentCheck arguments,
            Completion completion,
            InstanceReader instances,
            Defects defects) {
        this.paths = paths;
        this.arguments = arguments;
        this.completion = completion;
        this.instances = instances;
        this.defects = defects;
    }

    MethodResult invoke(InvokeMethod operation, Space space, CallContext context) throws CimException {
        Schema schema = space.schema();
        ClassLayout layout = schema.require(operation.target().className(), CimStatus.NOT_FOUND);
        CimMethod method = layout.declaration().method(operation.method());
        CimObjectPath target = target(operation.target(), layout, schema);
        List<CimArgument> typed = method == null
                ? List.of()
                : arguments.typed(method, operation.arguments(), schema, context.serverHost());
        if (target instanceof CimInstancePath path && !instances.exists(path, space, context)) {
            throw CimException.notFound(path);
        }
        if (method == null) {
            throw new CimException(
                    CimStatus.METHOD_NOT_FOUND, "Class " + layout + " has no method '" + operation.method() + "'");
        }
        MethodProvider provider = provider(method, target, layout, space);
        MethodResult result = provider.invoke(target, method.name(), new Arguments(typed), context);
        return completed(method, result, schema);
    }

    private CimObjectPath target(CimObjectPath given, ClassLayout layout, Schema schema) throws CimException {
        return given instanceof CimInstancePath path
                ? paths.canonical(path, layout, schema)
                : new CimClassPath(null, schema.namespace(), layout.name());
    }

    private static MethodProvider provider(CimMethod method, CimObjectPath target, ClassLayout layout, Space space)
            throws CimException {
        if (target instanceof CimClassPath && !method.has(QualifierNames.STATIC)) {
            throw unavailable(layout, method, "it is not static; call it on an instance");
        }
        MethodProvider provider = space.method(layout.name(), method.name());
        if (provider == null) {
            throw unavailable(layout, method, "this server does not implement it");
        }
        return provider;
    }

    private static CimException unavailable(ClassLayout layout, CimMethod method, String why) {
        return new CimException(
                CimStatus.METHOD_NOT_AVAILABLE, "Cannot call " + layout + "." + method.name() + ": " + why);
    }

    private MethodResult completed(CimMethod method, MethodResult result, Schema schema) throws CimException {
        CimValue returned = result.returnValue();
        CimValue checked = returned == null
                ? null
                : completion.value(method.name(), ElementType.of(method, method.returnType()), returned, schema);
        List<CimArgument> outputs = new ArrayList<>();
        int used = 0;
        for (CimParameter parameter : method.parameters()) {
            CimArgument given = parameter.isOut() ? output(result, parameter) : null;
            used += given == null ? 0 : 1;
            if (parameter.isOut()) {
                outputs.add(completed(parameter, given == null ? null : given.value(), schema));
            }
        }
        if (used != result.outputs().size()) {
            throw defects.report(method.name() + " gave an output that it does not declare, or one twice");
        }
        return new MethodResult(checked, outputs);
    }

    private static @Nullable CimArgument output(MethodResult result, CimParameter parameter) {
        for (CimArgument output : result.outputs()) {
            if (output.name().equals(parameter.name())) {
                return output;
            }
        }
        return null;
    }

    private CimArgument completed(CimParameter parameter, @Nullable CimValue value, Schema schema) throws CimException {
        ElementType declared = ElementType.of(parameter, parameter.type());
        CimValue checked = value == null ? null : completion.value(parameter.name(), declared, value, schema);
        return new CimArgument(parameter.name(), declared.type(), checked);
    }
}
