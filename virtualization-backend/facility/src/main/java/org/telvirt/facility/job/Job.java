package org.telvirt.facility.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;

/**
 * A job as it is now.
 *
 * @param name what it does, for people, such as {@code Shut down 'hlr-2'}
 * @param percentComplete from 0 to 100; never falls
 * @param created when it was asked for
 * @param started null: not yet
 * @param ended null: not yet
 * @param changed when its state last changed
 * @param subject the virtual system that it works on; null: none
 * @param failure why it failed or was ended; null: it did not or was not
 */
public record Job(
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

    Job begun(Instant now) {
        return new Job(id, name, JobState.RUNNING, percentComplete, created, now, null, now, subject, null);
    }

    Job advanced(int percent) {
        int most = Math.max(percent, percentComplete);
        return new Job(id, name, state, most, created, started, ended, changed, subject, failure);
    }

    Job ended(Instant now, JobState how, @Nullable FacilityException why) {
        int percent = why == null ? 100 : percentComplete;
        return new Job(id, name, how, percent, created, started, now, now, subject, why);
    }

    /** Whether it has come to its end, one way or another. */
    public boolean isOver() {
        return ended != null;
    }
}
