package org.telvirt.architecture.sample.worker;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Takes every liberty there is. */
final class Clockwork {
    static final class OwnThread extends Thread {}

    static final class OwnFailure extends IllegalStateException {
        OwnFailure() {
            super("of our own");
        }
    }

    Thread thread() {
        return new Thread(() -> {});
    }

    Thread ownThread() {
        return new OwnThread();
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    void sleepsByUnit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    ExecutorService executor() {
        return Executors.newCachedThreadPool();
    }

    Timer timer() {
        return new Timer();
    }

    CompletableFuture<Void> inCommonPool() {
        return CompletableFuture.runAsync(() -> {});
    }

    long inParallel(List<String> words) {
        return words.parallelStream().count();
    }

    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    LongSupplier ticker() {
        return System::nanoTime;
    }

    void prints() {
        System.out.println("tick");
    }

    void printsStack(Exception problem) {
        problem.printStackTrace();
    }
}
