package org.telvirt.cimom.guard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;

/** Logs each operation at DEBUG with its request id, caller and outcome; never its values. */
public final class OperationLog implements Guard {
    private final Logger log;

    /** Logs under the name of this class. */
    public OperationLog() {
        this(LoggerFactory.getLogger(OperationLog.class));
    }

    OperationLog(Logger log) {
        this.log = log;
    }

    @Override
    public CimService around(CimService inner) {
        return new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                if (!log.isDebugEnabled()) {
                    return inner.execute(operation, context);
                }
                String outcome = "failed";
                try {
                    R answer = inner.execute(operation, context);
                    outcome = "done";
                    return answer;
                } catch (CimException e) {
                    outcome = e.status() + ": " + e.getMessage();
                    throw e;
                } finally {
                    log.debug(
                            "{} {} in {} by {} over {}: {}",
                            context.requestId(),
                            operation.operationName(),
                            operation.namespace(),
                            context.user(),
                            context.door(),
                            outcome);
                }
            }
        };
    }
}
