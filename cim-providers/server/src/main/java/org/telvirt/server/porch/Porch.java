package org.telvirt.server.porch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.CertificateUser;
import org.telvirt.server.attention.Attention;
import org.telvirt.server.attention.AttentiveConnector;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.observation.Load;
import org.telvirt.server.settings.Limits;
import org.telvirt.server.settings.Security.ClientCertificates;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.tls.TlsIdentity;

/**
 * The HTTP server. Its ports are taken when it is made, so that a port in use is known before anything slow has begun;
 * it answers from {@link #open} on.
 */
public final class Porch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Porch.class);

    /** What of a body is read before a thread is given to the request. */
    private static final int EAGER_BYTES = 64 << 10;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_SLOW_CLIENTS = Duration.ofSeconds(1);

    private final Settings settings;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private final Server server;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final QoSHandler queue;
    private final AtomicInteger running = new AtomicInteger();
    private final Attention attention = new Attention(running);
    private final CrowdControl crowd;
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Optional<ServerConnector> http;
    private final Optional<ServerConnector> https;

    /**
     * Takes the ports.
     *
     * @param threads work on requests
     * @param timer ends what takes too long
     * @param nanoTime a clock as of {@link System#nanoTime}
     * @throws StartException IN_USE: a port is taken; SETTINGS: the address is not this machine's, or not allowed
     */
    public Porch(Settings settings, ThreadPool threads, ScheduledExecutorService timer, LongSupplier nanoTime)
            throws StartException {
        this.settings = settings;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.queue = queue(settings.limits());
        this.crowd = new CrowdControl(settings.limits().connectionsPerAddress());
        this.server = new Server(threads, new ScheduledExecutorScheduler(timer), null);
        this.http = bind(settings.httpPort(), "--http-port", plain());
        this.https = bind(settings.httpsPort(), "--https-port", new SslConnectionFactory(tls, "HTTP/1.1"), plain());
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(settings.stopTimeout().toMillis());
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
    }

    private ConnectionFactory plain() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // clients may know this machine by more names than the certificate does; whether to mind is theirs
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        configuration.setRequestHeaderSize(settings.limits().headerBytes());
        return new HttpConnectionFactory(configuration);
    }

    private Optional<ServerConnector> bind(OptionalInt port, String option, ConnectionFactory... protocols)
            throws StartException {
        if (port.isEmpty()) {
            return Optional.empty();
        }
        ServerConnector connector = new AttentiveConnector(server, attention, nanoTime, protocols);
        connector.setHost(settings.bind());
        connector.setPort(port.getAsInt());
        connector.setIdleTimeout(settings.limits().idleTimeout().toMillis());
        Binding.open(connector, option);
        server.addConnector(connector);
        return Optional.of(connector);
    }

    /**
     * Begins to answer.
     *
     * @param door answers the requests of those whom the authenticator knows
     * @param identity for TLS
     * @param pages what else can be read
     */
    public void open(Door door, Authenticator authenticator, TlsIdentity identity, List<Page> pages) {
        use(tls, identity);
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setWantClientAuth(settings.security().clientCertificates() == ClientCertificates.WANTED);
        tls.setNeedClientAuth(settings.security().clientCertificates() == ClientCertificates.REQUIRED);
        Limits limits = settings.limits();
        CertificateUser certificateUser =
                new CertificateUser(settings.security().certificateUser());
        Gate gate = new Gate(authenticator, certificateUser);
        queue.setHandler(new Reception(door, gate, limits, nanoTime, running));
        SlowClients slowClients = new SlowClients(new Pages(queue, pages, gate), limits.requestTimeout(), nanoTime);
        server.addBeanToAllConnectors(crowd);
        server.addBeanToAllConnectors(slowClients);
        server.setHandler(new AnswerCount(
                answers,
                new GracefulHandler(new EagerContentHandler(
                        slowClients, new RetainedContentLoaderFactory(EAGER_BYTES, 0, false)))));
        start();
        long period = LOOK_AT_SLOW_CLIENTS.toMillis();
        var unused = timer.scheduleWithFixedDelay(slowClients::endTheSlow, period, period, TimeUnit.MILLISECONDS);
    }

    /** From now on new connections get this identity; those that are open keep theirs. */
    public void renew(TlsIdentity identity) {
        try {
            tls.reload(factory -> use(factory, identity));
        } catch (Exception e) {
            LOG.error("The TLS certificate stays as it was: {}", e.toString());
        }
    }

    private static void use(SslContextFactory tls, TlsIdentity identity) {
        tls.setKeyStore(identity.keys());
        tls.setTrustStore(identity.trusted());
    }

    private static QoSHandler queue(Limits limits) {
        QoSHandler queue = new QoSHandler();
        queue.setMaxRequestCount(limits.requests());
        queue.setMaxSuspendedRequestCount(limits.waitingRequests());
        queue.setMaxSuspend(LONGEST_WAIT);
        return queue;
    }

    /** What it does at this moment. */
    public Load load() {
        ThreadPool threads = server.getThreadPool();
        Map<Integer, Long> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.sum()));
        return new Load(
                crowd.open(),
                crowd.closed(),
                running.get(),
                queue.getSuspendedRequestCount(),
                threads.getThreads(),
                threads.getIdleThreads(),
                counts);
    }

    private void start() {
        try {
            server.start();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
    }

    /** Where HTTP answers; empty: nowhere. */
    public Optional<String> httpAddress() {
        return http.map(Binding::address);
    }

    /** Where HTTPS answers; empty: nowhere. */
    public Optional<String> httpsAddress() {
        return https.map(Binding::address);
    }

    /** Takes no more requests, and gives the running ones time to end. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The HTTP server did not stop in good order: {}", e.toString());
        }
        http.ifPresent(ServerConnector::close);
        https.ifPresent(ServerConnector::close);
    }
}
