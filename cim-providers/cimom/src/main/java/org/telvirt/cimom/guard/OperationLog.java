package org.telvirt.cimom.guard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;

/** Logs each operation at DEBUG with its request id, caller and outcome; never its values. */
public final class OperationLog implements Guard {
    private static final Logger LOG = LoggerFactory.getLogger(OperationLog.class);

    @Override
    public CimService around(CimService inner) {
        return new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                if (!LOG.isDebugEnabled()) {
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
                    LOG.debug(
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
