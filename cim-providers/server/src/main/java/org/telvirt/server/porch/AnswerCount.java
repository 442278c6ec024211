package org.telvirt.server.porch;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the answers by status, whoever gives them. Safe for use by many threads. */
final class AnswerCount extends Handler.Wrapper {
    private final Map<Integer, LongAdder> counts;

    /**
     * @param counts by status; may grow while others read it
     */
    AnswerCount(Map<Integer, LongAdder> counts, Handler next) {
        super(next);
        this.counts = counts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Request.addCompletionListener(
                request,
                failure -> counts.computeIfAbsent(response.getStatus(), status -> new LongAdder())
                        .increment());
        return super.handle(request, response, callback);
    }
}
