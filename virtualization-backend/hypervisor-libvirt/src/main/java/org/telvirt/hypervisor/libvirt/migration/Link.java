package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;

/**
 * A connection to a libvirt for one migration alone: a migration holds a connection for as long as it takes, and libvirtd
 * serves few calls of one connection at a time.
 */
record Link(String uri, Pointer connection) implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int KEEP_ALIVE_COUNT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Connects.
     *
     * @param executor has a thread for as long as a host that is not there keeps us waiting
     * @throws HypervisorException UNAVAILABLE: it does not answer; DENIED
     */
    static Link to(String uri, Executor executor) throws HypervisorException {
        CompletableFuture<Link> opening = new CompletableFuture<>();
        try {
            executor.execute(() -> open(uri, opening));
            return opening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            if (opening.cancel(false)) {
                throw unreachable(uri, "it did not answer within " + PATIENCE.toSeconds() + " s", e);
            }
            return opening.join();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HypervisorException refused ? refused : unreachable(uri, e.toString(), e);
        } catch (RejectedExecutionException e) {
            throw unreachable(uri, "we are closing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            opening.cancel(false);
            throw unreachable(uri, "its caller was interrupted", e);
        }
    }

    private static void open(String uri, CompletableFuture<Link> opening) {
        Pointer opened = MigrationLibrary.virConnectOpen(uri);
        if (opened == null) {
            HypervisorException failure = LibvirtErrors.last("Cannot connect to libvirt at '" + uri + "'");
            boolean isDenied = failure.reason() == Reason.DENIED;
            opening.completeExceptionally(
                    isDenied ? failure : new HypervisorException(Reason.UNAVAILABLE, failure.getMessage(), failure));
            return;
        }
        MigrationLibrary.virConnectSetKeepAlive(opened, KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT);
        if (!opening.complete(new Link(uri, opened))) {
            MigrationLibrary.virConnectClose(opened); // nobody waits for it any more
        }
    }

    private static HypervisorException unreachable(String uri, String cause, @Nullable Throwable why) {
        return new HypervisorException(Reason.UNAVAILABLE, "Cannot connect to libvirt at '" + uri + "': " + cause, why);
    }

    /** Whether the channel is open. */
    boolean isAlive() {
        return MigrationLibrary.virConnectIsAlive(connection) == 1;
    }

    @Override
    public void close() {
        MigrationLibrary.virConnectClose(connection);
    }
}
