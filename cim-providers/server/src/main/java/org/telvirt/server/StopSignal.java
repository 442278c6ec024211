package org.telvirt.server;

import java.util.concurrent.CountDownLatch;

/**
 * Waits for SIGTERM, SIGINT or SIGHUP. The JVM would end at once and with code 143; this lets the server stop in good
 * order and end with 0, which is what service managers take for success.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    /** From now on a signal is a wish. */
    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        wished.countDown();
        awaitUninterruptibly(stopped);
        Runtime.getRuntime().halt(0);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when a signal has come. */
    void await() {
        awaitUninterruptibly(wished);
    }

    /** The server has stopped; if a signal was why, the process ends here. */
    @Override
    public void close() {
        stopped.countDown();
        if (wished.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
