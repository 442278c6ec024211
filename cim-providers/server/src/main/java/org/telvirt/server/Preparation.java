package org.telvirt.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** A part of the start that goes on while others do. */
final class Preparation<T> {
    private final FutureTask<T> task;

    private Preparation(FutureTask<T> task) {
        this.task = task;
    }

    /** What makes a part ready. */
    @FunctionalInterface
    interface Step<T> {
        T make() throws StartException;
    }

    static <T> Preparation<T> begin(Executor executor, Step<T> step) {
        FutureTask<T> task = new FutureTask<>(step::make);
        executor.execute(task);
        return new Preparation<>(task);
    }

    /**
     * The part, once it is ready.
     *
     * @throws StartException as the step
     */
    T await() throws StartException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.FAILED, "The start was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
