package org.telvirt.architecture.sample.plain;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Gets threads and time by constructor, as it should. */
public final class Furniture {
    private final Executor executor;
    private final Clock clock;

    Furniture(Executor executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    CompletableFuture<Instant> age() {
        Thread.currentThread().interrupt();
        return CompletableFuture.supplyAsync(() -> Instant.now(clock), executor);
    }
}
