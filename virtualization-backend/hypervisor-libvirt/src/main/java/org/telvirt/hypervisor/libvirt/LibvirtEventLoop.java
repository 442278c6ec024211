package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virEventAddTimeout;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virEventRunDefaultImpl;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virEventUpdateTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.TimeoutCallback;

/**
 * Runs libvirt's event loop on a thread that it was given, and on the same thread what is {@link #post posted}. libvirt
 * has one loop in a process: several of us take turns, so that what libvirt calls may come on the thread of another one,
 * must not wait, and posts what it has to say. Safe for use by many threads.
 */
final class LibvirtEventLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtEventLoop.class);
    private static final int MAILBOX = 10_000;
    private static final int NEVER = -1;
    private static final long CLOSE_SECONDS = 10;

    /** Whose turn it is; of the process, as libvirt's loop is. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private final Queue<Runnable> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final List<TimeoutCallback> callbacks = new ArrayList<>(); // libvirt keeps only their addresses
    private final List<Integer> timers = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int wake;
    private volatile boolean isClosed;
    private volatile @Nullable Thread thread; // null: it has not begun

    /**
     * @param executor has a thread to give away until {@link #close}
     */
    LibvirtEventLoop(Executor executor) {
        wake = timer(() -> {});
        executor.execute(this::run);
    }

    /**
     * A timer that is set by {@link #set}.
     *
     * @param due called on any loop's thread; must not wait
     */
    int timer(Runnable due) {
        TimeoutCallback callback = (timer, opaque) -> {
            virEventUpdateTimeout(timer, NEVER);
            due.run();
        };
        synchronized (callbacks) {
            callbacks.add(callback);
            int timer = virEventAddTimeout(NEVER, callback, null, null);
            timers.add(timer);
            return timer;
        }
    }

    /** Lets a timer be due once, after this time. */
    void set(int timer, Duration time) {
        virEventUpdateTimeout(timer, Math.toIntExact(time.toMillis()));
    }

    /**
     * Has something done on our thread, after all that was posted before.
     *
     * @return false: there is no more room, and it will not be done
     */
    boolean post(Runnable work) {
        boolean hasRoom = mailbox.offer(work);
        virEventUpdateTimeout(wake, 0);
        return hasRoom;
    }

    private void run() {
        thread = Thread.currentThread();
        try {
            while (!isClosed) {
                TURN.lock();
                try {
                    if (mailbox.isEmpty() && !isClosed) {
                        virEventRunDefaultImpl();
                    }
                } finally {
                    TURN.unlock();
                }
                deliver();
            }
        } finally {
            ended.countDown();
        }
    }

    private void deliver() {
        for (Runnable work = mailbox.poll(); work != null && !isClosed; work = mailbox.poll()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of hypervisor events failed; the event is lost to it", e);
            }
        }
    }

    /** Gives the thread back; what was posted and not yet done will not be. */
    @Override
    public void close() {
        isClosed = true;
        virEventUpdateTimeout(wake, 0);
        if (Thread.currentThread() != thread) {
            awaitEnd();
        }
        synchronized (callbacks) {
            timers.forEach(LibvirtLibrary::virEventRemoveTimeout);
            timers.clear();
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("libvirt's event loop did not end within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
