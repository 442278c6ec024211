package org.telvirt.facility.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;

/**
 * A job as it is now.
 *
 * @param name what it does, for people, such as {@code Shut down 'hlr-2'}
 * @param description more of it, for people; empty: the name says all
 * @param activity what kind of work it is; null: a transition
 * @param percentComplete from 0 to 100; never falls
 * @param remaining how long it will still take, as a guess that changes; null: nobody can tell
 * @param created when it was asked for
 * @param started null: not yet
 * @param ended null: not yet
 * @param changed when its state last changed
 * @param subject the virtual system that it works on; null: none
 * @param failure why it failed or was ended; null: it did not or was not
 * @param retention how long it can be seen after its end
 */
public record Job(
        JobId id,
        String name,
        String description,
        @Nullable Activity activity,
        JobState state,
        int percentComplete,
        @Nullable Duration remaining,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        Instant changed,
        @Nullable SystemId subject,
        @Nullable FacilityException failure,
        Retention retention) {

    /** One whose name says all, and whose end nobody can foretell. */
    public Job(
            JobId id,
            String name,
            JobState state,
            int percentComplete,
            Instant created,
            @Nullable Instant started,
            @Nullable Instant ended,
            Instant changed,
            @Nullable SystemId subject,
            @Nullable FacilityException failure) {
        this(
                id,
                name,
                "",
                null,
                state,
                percentComplete,
                null,
                created,
                started,
                ended,
                changed,
                subject,
                failure,
                Retention.STANDARD);
    }

    Job begun(Instant now) {
        Instant since = state == JobState.RUNNING ? changed : now;
        return with(JobState.RUNNING, percentComplete, null, started == null ? now : started, null, since, null);
    }

    Job advanced(int percent, @Nullable Duration left) {
        return with(state, Math.max(percent, percentComplete), left, started, ended, changed, failure);
    }

    Job ended(Instant now, JobState how, @Nullable FacilityException why) {
        return with(how, why == null ? 100 : percentComplete, null, started, now, now, why);
    }

    /** Whether the other is the same but for the guess of how long it will still take. */
    boolean saysTheSameAs(Job other) {
        return with(state, percentComplete, other.remaining, started, ended, changed, failure)
                .equals(other);
    }

    /** The same, which can be seen for as long after its end. */
    public Job withRetention(Retention other) {
        return new Job(
                id,
                name,
                description,
                activity,
                state,
                percentComplete,
                remaining,
                created,
                started,
                ended,
                changed,
                subject,
                failure,
                other);
    }

    /** The same, of which more is said. */
    public Job withDescription(String other) {
        return new Job(
                id,
                name,
                other,
                activity,
                state,
                percentComplete,
                remaining,
                created,
                started,
                ended,
                changed,
                subject,
                failure,
                retention);
    }

    private Job with(
            JobState newState,
            int percent,
            @Nullable Duration left,
            @Nullable Instant begin,
            @Nullable Instant end,
            Instant change,
            @Nullable FacilityException why) {
        return new Job(
                id,
                name,
                description,
                activity,
                newState,
                percent,
                left,
                created,
                begin,
                end,
                change,
                subject,
                why,
                retention);
    }

    /** Whether it has come to its end, one way or another. */
    public boolean isOver() {
        return ended != null;
    }
}
