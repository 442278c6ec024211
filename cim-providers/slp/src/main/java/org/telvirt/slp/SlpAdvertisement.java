package org.telvirt.slp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes services known until it is closed: answers requests on its port, and registers with directory agents, again
 * before each registration ends. If the port is taken, most likely by an agent of this machine, it registers with that
 * one instead.
 */
public final class SlpAdvertisement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlpAdvertisement.class);
    private static final int MOST_BYTES = 65_535;
    private static final long SILENCE_MILLIS = 1000;
    private static final String GROUP = "239.255.255.253";

    private final List<ServiceAdvertisement> services;
    private final List<DirectoryAgent> agents;
    private final @Nullable DatagramChannel channel;
    private final CountDownLatch silent = new CountDownLatch(1);
    private @Nullable ScheduledFuture<?> refresh;

    private SlpAdvertisement(
            List<ServiceAdvertisement> services, List<DirectoryAgent> agents, @Nullable DatagramChannel channel) {
        this.services = List.copyOf(services);
        this.agents = List.copyOf(agents);
        this.channel = channel;
    }

    /**
     * Begins to advertise. What does not work is said in the log; a server does not fail for it.
     *
     * @param executor one of its threads answers requests until this is closed, others talk to directory agents
     * @param timer says when registrations are to be repeated; it does not wait for anything
     */
    public static SlpAdvertisement start(
            SlpSettings settings,
            List<ServiceAdvertisement> services,
            Executor executor,
            ScheduledExecutorService timer) {
        DatagramChannel channel = bind(settings);
        List<InetSocketAddress> others = new ArrayList<>(settings.directoryAgents());
        if (channel == null) {
            others.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
        }
        List<DirectoryAgent> agents = others.stream()
                .map(address -> new DirectoryAgent(address, settings))
                .toList();
        SlpAdvertisement advertisement = new SlpAdvertisement(services, agents, channel);
        if (channel != null) {
            int lifetime = (int) settings.lifetime().toSeconds();
            Responder responder = new Responder(services, settings.scopes(), lifetime, hosts(settings));
            executor.execute(() -> {
                try {
                    serve(channel, responder);
                } finally {
                    advertisement.silent.countDown();
                }
            });
        }
        advertisement.keepRegistered(settings, executor, timer);
        return advertisement;
    }

    private static List<String> hosts(SlpSettings settings) {
        if (!settings.address().isAnyLocalAddress()) {
            return List.of(settings.address().getHostAddress());
        }
        try {
            List<String> hosts = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    // the address by which others know this agent comes first
                    .sorted(Comparator.comparing(InetAddress::isLoopbackAddress))
                    .map(InetAddress::getHostAddress)
                    .toList();
            return hosts.isEmpty() ? List.of("127.0.0.1") : hosts;
        } catch (IOException e) {
            LOG.debug("The addresses of this machine are unknown: {}", e.getMessage());
            return List.of("127.0.0.1");
        }
    }

    private static @Nullable DatagramChannel bind(SlpSettings settings) {
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        try {
            return open(settings, address);
        } catch (IOException e) {
            LOG.warn(
                    "Cannot answer SLP requests on {}: {}. Trying to register with an agent of this machine;"
                            + " else choose another port, or let the server bind this one (CAP_NET_BIND_SERVICE)",
                    address,
                    e.getMessage());
            return null;
        }
    }

    private static DatagramChannel open(SlpSettings settings, InetSocketAddress address) throws IOException {
        // the group is one of IPv4
        DatagramChannel channel =
                settings.multicast() ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, false);
            channel.bind(address);
            if (settings.multicast()) {
                joinGroup(channel);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    private static void joinGroup(DatagramChannel channel) throws IOException {
        InetAddress group = InetAddress.getByName(GROUP);
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            try {
                if (network.isUp() && network.supportsMulticast()) {
                    channel.join(group, network);
                }
            } catch (IOException e) {
                LOG.info("No SLP requests from {}: {}", network.getName(), e.getMessage());
            }
        }
    }

    private static void serve(DatagramChannel channel, Responder responder) {
        ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                SocketAddress sender = channel.receive(buffer);
                byte[] answer = responder.answer(buffer.flip());
                if (answer != null && sender != null) {
                    channel.send(ByteBuffer.wrap(answer), sender);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.debug("An SLP request was not answered: {}", e.getMessage());
            }
        }
    }

    private void keepRegistered(SlpSettings settings, Executor executor, ScheduledExecutorService timer) {
        if (agents.isEmpty()) {
            return;
        }
        long lifetime = settings.lifetime().toMillis();
        Runnable register = () -> agents.forEach(agent -> agent.register(services));
        executor.execute(register);
        // twice as often as need be: one that gets lost shall not make the service vanish
        refresh = timer.scheduleWithFixedDelay(
                () -> handOver(executor, register), lifetime / 2, lifetime / 2, TimeUnit.MILLISECONDS);
    }

    private static void handOver(Executor executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("No SLP registrations any more: the server stops");
        }
    }

    /** Where requests are answered; null: nowhere. */
    public @Nullable InetSocketAddress address() {
        try {
            return channel != null && channel.getLocalAddress() instanceof InetSocketAddress address ? address : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Stops answering and takes the registrations back; when it returns, the port can be had by others. */
    @Override
    public void close() {
        ScheduledFuture<?> repeated = refresh;
        if (repeated != null) {
            repeated.cancel(false);
        }
        agents.forEach(agent -> agent.deregister(services));
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("Closing the SLP port: {}", e.getMessage());
            }
            awaitSilence();
        }
    }

    /** A port that a thread listens at is given back by that thread. */
    private void awaitSilence() {
        try {
            if (!silent.await(SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The SLP port is still in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
