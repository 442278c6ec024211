package org.telvirt.server.porch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/** Closes the connections that are too many from one address, before anything is read. Safe for use by many threads. */
final class CrowdControl implements Connection.Listener {
    private final int most;
    // a connection that is closed no longer knows where it came from
    private final Map<Connection, InetAddress> counted = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final LongAdder closed = new LongAdder();

    CrowdControl(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        InetAddress address = address(connection);
        if (address == null) {
            return;
        }
        counted.put(connection, address);
        if (open.merge(address, 1, Integer::sum) > most) {
            closed.increment();
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        InetAddress address = counted.remove(connection);
        if (address != null) {
            open.computeIfPresent(address, (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** Null: the connection is inside another, as HTTP is inside TLS, which has been counted. */
    private static @Nullable InetAddress address(Connection connection) {
        return !(connection.getEndPoint() instanceof SslConnection.SslEndPoint)
                        && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : null;
    }

    int open() {
        return counted.size();
    }

    long closed() {
        return closed.sum();
    }
}
