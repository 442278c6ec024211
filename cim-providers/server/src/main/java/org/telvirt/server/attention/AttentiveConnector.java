package org.telvirt.server.attention;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A port whose connections are attentive. */
public final class AttentiveConnector extends ServerConnector {
    private final Attention attention;
    private final LongSupplier nanoTime;

    /**
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    public AttentiveConnector(
            Server server, Attention attention, LongSupplier nanoTime, ConnectionFactory... protocols) {
        super(server, protocols);
        this.attention = attention;
        this.nanoTime = nanoTime;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint =
                new AttentiveEndPoint(channel, selector, key, getScheduler(), attention, nanoTime);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
