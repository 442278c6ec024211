package org.telvirt.facility.job;

/** Keeps jobs past the process, as well as it can: a job that cannot be kept goes on all the same. */
public interface JobKeeper {
    /** Keeps nothing. */
    JobKeeper FORGETFUL = new JobKeeper() {
        @Override
        public void keep(Job job) {
            // it ends with the process
        }

        @Override
        public void forget(JobId id) {
            // there is nothing to forget
        }

        @Override
        public void remove(JobId id) {
            // there is nothing to remove
        }
    };

    /** Keeps a job as it is now; durable when this returns. */
    void keep(Job job);

    /** Nobody needs a job any more; must return at once. */
    void forget(JobId id);

    /** Somebody has removed a job; durable when this returns. */
    void remove(JobId id);
}
