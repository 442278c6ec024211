package org.telvirt.server.porch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends connections whose request does not arrive in time: an idle timeout does not help against a client that sends a
 * byte now and then. Jetty reports connections to it; requests that have arrived pass through it, and are then no
 * longer its business. Safe for use by many threads.
 */
final class SlowClients extends Handler.Wrapper implements Connection.Listener {
    private static final long NOT_SENDING = Long.MIN_VALUE;

    private final long allowedNanos;
    private final LongSupplier nanoTime;
    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

    /** One connection; the fields belong to whoever holds its lock. */
    private static final class Watch {
        private boolean arrived;
        private long bytesBefore;
        private long sendingSince;
    }

    /**
     * @param allowed from the connection's begin, or a later request's first byte, to the arrival of the request
     */
    SlowClients(Handler next, Duration allowed, LongSupplier nanoTime) {
        super(next);
        this.allowedNanos = allowed.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            Watch watch = new Watch();
            watch.sendingSince = nanoTime.getAsLong();
            watches.put(connection, watch);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        watches.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Watch watch = watches.get(connection);
        if (watch != null) {
            arrived(watch);
            Request.addCompletionListener(request, failure -> answered(connection, watch));
        }
        return super.handle(request, response, callback);
    }

    private static void arrived(Watch watch) {
        synchronized (watch) {
            watch.arrived = true;
        }
    }

    private static void answered(Connection connection, Watch watch) {
        synchronized (watch) {
            watch.arrived = false;
            watch.bytesBefore = bytesIn(connection);
            watch.sendingSince = NOT_SENDING;
        }
    }

    /** Looks at all connections; to be called about once a second. */
    void endTheSlow() {
        long now = nanoTime.getAsLong();
        watches.forEach((connection, watch) -> {
            if (isTooSlow(connection, watch, now)) {
                connection.getEndPoint().close();
            }
        });
    }

    private boolean isTooSlow(Connection connection, Watch watch, long now) {
        synchronized (watch) {
            if (watch.arrived) {
                return false;
            }
            if (watch.sendingSince == NOT_SENDING) {
                if (bytesIn(connection) > watch.bytesBefore) {
                    watch.sendingSince = now;
                }
                return false;
            }
            return now - watch.sendingSince > allowedNanos;
        }
    }

    /** Below TLS, where a drip shows that is not yet a whole record. */
    private static long bytesIn(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        return endPoint instanceof SslConnection.SslEndPoint tls
                ? tls.getSslConnection().getBytesIn()
                : connection.getBytesIn();
    }
}
