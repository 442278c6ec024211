package org.telvirt.facility.job;

/** The states of a job. */
public enum JobState {
    /** It has not begun. */
    NEW,
    /** It is at work. */
    RUNNING,
    /** It did what it was for. */
    COMPLETED,
    /** It was ended by someone's wish. */
    TERMINATED,
    /** It failed. */
    FAILED
}
