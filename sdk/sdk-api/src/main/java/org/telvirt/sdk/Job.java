package org.telvirt.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;

/** Something that goes on in the server (DSP1103), such as a transition that waits for a guest. */
public final class Job {
    private static final long COMPLETED = 7;
    private static final long EXCEPTION = 10;
    private static final int TERMINATE = 4;
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final CimConnection connection;
    private final CimInstancePath path;
    private final String what;

    Job(CimConnection connection, CimInstancePath path, String what) {
        this.connection = connection;
        this.path = path;
        this.what = what;
    }

    /** Where it is, a CIM_ConcreteJob. */
    public CimInstancePath path() {
        return path;
    }

    /** How far it is, in percent; null: the server cannot tell. */
    public @Nullable Integer percent() throws SdkException {
        Long percent = read().number(Names.PERCENT_COMPLETE);
        return percent == null ? null : (Integer) percent.intValue();
    }

    /** Asks the server to give it up; {@link #await} says what came of it. */
    public void cancel() throws SdkException {
        new Calls(connection)
                .once(
                        path,
                        Names.REQUEST_STATE_CHANGE,
                        List.of(Calls.argument(Names.REQUESTED_STATE, CimValues.uint16(TERMINATE))),
                        "Cancelling " + what);
    }

    /**
     * Waits for its end.
     *
     * @throws SdkException it failed, or was cancelled, or has not ended in time; in the last case it goes on
     */
    public void await(Duration longest) throws SdkException {
        long deadline = System.nanoTime() + longest.toNanos();
        Duration pause = FIRST_LOOK;
        CimInstance job = read();
        while (!isOver(job)) {
            if (System.nanoTime() - deadline >= 0) {
                throw SdkException.of(what + " has not ended after " + longest + " and goes on; its job is " + path);
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            job = read();
        }
        if (state(job) != COMPLETED) {
            throw SdkException.refused(what, state(job), job.text(Names.ERROR_DESCRIPTION));
        }
    }

    /** Why it failed; null: nobody says. */
    @Nullable
    String error() {
        try {
            return read().text(Names.ERROR_DESCRIPTION);
        } catch (SdkException e) {
            return null; // the server keeps no job for refusals, or keeps it no more
        }
    }

    private void sleep(Duration pause) throws SdkException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkException.of("Interrupted while " + what + " goes on; its job is " + path);
        }
    }

    private CimInstance read() throws SdkException {
        try {
            return connection.get(path);
        } catch (CimException e) {
            throw SdkException.of("Cannot read the job of " + what, e);
        }
    }

    /** Completed, terminated, killed or failed; numbers beyond are those of jobs that serve or wait for somebody. */
    private static boolean isOver(CimInstance job) {
        return state(job) >= COMPLETED && state(job) <= EXCEPTION;
    }

    private static long state(CimInstance job) {
        return Objects.requireNonNullElse(job.number(Names.JOB_STATE), 0L);
    }

    @Override
    public String toString() {
        return what;
    }
}
