package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectClose;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectRef;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/**
 * The way to libvirt, made anew whenever it is lost: by the next call, or by itself after a moment. Safe for use by many
 * threads.
 */
public final class LibvirtConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtConnection.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final long ADMISSION_SECONDS = 60;

    /** libvirtd serves five calls of a client at once by default, and hears no keep-alive while it cannot take more. */
    private static final int CALLS = 4;

    /** What is done with a connection while it cannot go away. */
    @FunctionalInterface
    public interface Call<T> {
        T on(Pointer connection) throws HypervisorException;
    }

    private final String uri;
    private final LibvirtEventLoop loop;
    private final LibvirtEvents events;
    private final int retry;
    private final Semaphore calls = new Semaphore(CALLS, true);
    private final Object lock = new Object();
    private @Nullable LibvirtSession session; // by lock
    private @Nullable Instant lost; // by lock; null: it never was
    private boolean isClosed; // by lock

    /**
     * Connects.
     *
     * @throws HypervisorException UNAVAILABLE, DENIED
     */
    LibvirtConnection(String uri, LibvirtEventLoop loop, LibvirtEvents events) throws HypervisorException {
        this.uri = uri;
        this.loop = loop;
        this.events = events;
        retry = loop.timer(() -> loop.post(this::restore));
        session = new LibvirtSession(uri, events, this::onLoss);
    }

    /**
     * Makes a call.
     *
     * @throws HypervisorException UNAVAILABLE: libvirt cannot be reached, or was lost while it worked, so that nobody
     *     knows whether it did; BUSY: too many calls; or of the call
     */
    public <T> T call(Call<T> call) throws HypervisorException {
        admit();
        try {
            return callAtOnce(call);
        } finally {
            calls.release();
        }
    }

    /** Makes a short call from the event thread, which does not wait until others are done. */
    <T> T callAtOnce(Call<T> call) throws HypervisorException {
        Pointer connection = acquire();
        try {
            return call.on(connection);
        } catch (HypervisorException e) {
            throw isLost(connection) ? new HypervisorException(Reason.UNAVAILABLE, e.getMessage(), e) : e;
        } finally {
            virConnectClose(connection);
        }
    }

    /** Makes a call that changes nothing, again if libvirt is lost meanwhile. */
    public <T> T read(Call<T> call) throws HypervisorException {
        try {
            return call(call);
        } catch (HypervisorException e) {
            if (e.reason() == Reason.UNAVAILABLE && e.getCause() instanceof HypervisorException) {
                return call(call);
            }
            throw e;
        }
    }

    /** Whether it has been closed by us, so that it never comes back. */
    public boolean isClosed() {
        synchronized (lock) {
            return isClosed;
        }
    }

    private void admit() throws HypervisorException {
        try {
            if (calls.tryAcquire(ADMISSION_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new HypervisorException(Reason.BUSY, "libvirt at '" + uri + "' is busy with " + CALLS + " other calls");
    }

    private Pointer acquire() throws HypervisorException {
        synchronized (lock) {
            if (isClosed) {
                throw new HypervisorException(Reason.UNAVAILABLE, "the connection to '" + uri + "' has been closed");
            }
            LibvirtSession current = session;
            if (current != null && !current.isAlive()) {
                drop(current);
                current = null;
            }
            if (current == null) {
                current = new LibvirtSession(uri, events, this::onLoss);
                session = current;
                reconnected();
            }
            virConnectRef(current.connection());
            return current.connection();
        }
    }

    private void drop(LibvirtSession dead) {
        LOG.warn("Lost the connection to libvirt at '{}'", uri);
        lost = events.now();
        session = null;
        dead.close();
        loop.set(retry, RETRY);
    }

    private void reconnected() {
        Instant now = events.now();
        Duration gap = Duration.between(lost == null ? now : lost, now);
        LOG.info("Reconnected to libvirt at '{}'", uri);
        events.gap("the connection to libvirt was lost for " + gap.toMillis() + " ms");
    }

    private boolean isLost(Pointer connection) {
        synchronized (lock) {
            return session == null || !session.connection().equals(connection) || !session.isAlive();
        }
    }

    /** Called by libvirt, in the middle of its work. */
    private void onLoss() {
        loop.set(retry, Duration.ZERO);
    }

    private void restore() {
        try {
            virConnectClose(acquire());
        } catch (HypervisorException e) {
            LOG.debug("libvirt is still away", e);
            synchronized (lock) {
                if (!isClosed) {
                    loop.set(retry, RETRY);
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            isClosed = true;
            if (session != null) {
                session.close();
                session = null;
            }
        }
    }
}
