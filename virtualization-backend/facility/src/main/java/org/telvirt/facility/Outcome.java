package org.telvirt.facility;

import org.telvirt.facility.job.Job;

/** How far something asked for has come when its caller is answered. */
public sealed interface Outcome {
    /** It is done. */
    record Completed() implements Outcome {}

    /** It goes on as a job. */
    record Underway(Job job) implements Outcome {}
}
