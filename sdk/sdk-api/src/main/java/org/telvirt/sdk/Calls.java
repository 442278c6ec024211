package org.telvirt.sdk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;

/** Calls of methods whose numbers become exceptions and whose jobs are waited for. */
record Calls(CimConnection connection) {
    /** Long enough for any guest that can be waited for; who knows better says so. */
    static final Duration LONG = Duration.ofMinutes(10);

    private static final long COMPLETED = 0;
    private static final long JOB_STARTED = 4096;

    /** What a call that was not refused gave back. */
    record Reply(List<CimArgument> outputs, @Nullable Job job) {
        private @Nullable CimValue value(CimName name) {
            for (CimArgument output : outputs) {
                if (output.name().equals(name)) {
                    return output.value();
                }
            }
            return null;
        }

        /** An output that refers to an instance; null: there is none. */
        @Nullable
        CimInstancePath path(CimName name) {
            return value(name) instanceof CimValue.Reference reference
                            && reference.path() instanceof CimInstancePath path
                    ? path
                    : null;
        }

        /** An output that refers to instances; empty: there is none. */
        List<CimInstancePath> paths(CimName name) {
            List<CimInstancePath> paths = new ArrayList<>();
            if (value(name) instanceof CimValue.Array array) {
                for (@Nullable CimValue element : array.elements()) {
                    if (element instanceof CimValue.Reference reference
                            && reference.path() instanceof CimInstancePath path) {
                        paths.add(path);
                    }
                }
            }
            return paths;
        }
    }

    static CimArgument argument(CimName name, CimValue value) {
        return new CimArgument(name, CimProperty.of(name, value).type(), value);
    }

    /** Calls a method and waits for the end of what it began. */
    Reply call(CimInstancePath target, CimName method, List<CimArgument> arguments, String what) throws SdkException {
        return call(target, method, arguments, what, LONG);
    }

    Reply call(CimInstancePath target, CimName method, List<CimArgument> arguments, String what, Duration longest)
            throws SdkException {
        Reply reply = once(target, method, arguments, what);
        if (reply.job() != null) {
            reply.job().await(longest);
        }
        return reply;
    }

    /** Calls a method; what it began goes on as a job. */
    Reply once(CimInstancePath target, CimName method, List<CimArgument> arguments, String what) throws SdkException {
        MethodResult result;
        try {
            result = connection.call(target, method, arguments);
        } catch (CimException e) {
            throw SdkException.of(what + " failed", e);
        }
        long code = result.returnValue() instanceof CimValue.Int number ? number.bits() : COMPLETED;
        CimInstancePath path = new Reply(result.outputs(), null).path(Names.JOB);
        Job job = path == null ? null : new Job(connection, path, what);
        if (code != COMPLETED && code != JOB_STARTED) {
            throw SdkException.refused(what, code, job == null ? null : job.error());
        }
        return new Reply(result.outputs(), code == JOB_STARTED ? job : null);
    }
}
