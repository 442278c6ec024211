package org.telvirt.cimxml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.GetClass;

/** An object manager that writes down what it is asked and answers what it is told. */
final class ScriptedService implements CimService {
    /** Makes the answer to an operation. */
    @FunctionalInterface
    interface Script {
        Object answer(CimOperation<?> operation) throws CimException;
    }

    private final Script script;
    private final List<CimOperation<?>> operations = new ArrayList<>();
    private @Nullable CallContext context;

    ScriptedService(Script script) {
        this.script = script;
    }

    static ScriptedService answering(Object result) {
        return new ScriptedService(operation -> {
            if (operation instanceof GetClass && !(result instanceof CimClass)) {
                // asked on the way to another operation, for the keys of a class
                throw new CimException(CimStatus.NOT_FOUND, "No such class here");
            }
            return result;
        });
    }

    static ScriptedService failing(CimStatus status, String message) {
        return new ScriptedService(operation -> {
            throw new CimException(status, message);
        });
    }

    @Override
    @SuppressWarnings("unchecked") // the test knows which result belongs to the operation
    public <R> R execute(CimOperation<R> operation, CallContext callContext) throws CimException {
        context = callContext;
        if (!(operation instanceof GetClass)) {
            operations.add(operation);
            return (R) script.answer(operation);
        }
        R answer = (R) script.answer(operation);
        operations.add(operation);
        return answer;
    }

    List<CimOperation<?>> operations() {
        return operations;
    }

    @Nullable
    CallContext context() {
        return context;
    }
}
