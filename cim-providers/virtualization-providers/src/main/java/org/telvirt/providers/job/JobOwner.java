package org.telvirt.providers.job;

import org.telvirt.facility.Activity;
import org.telvirt.facility.job.Job;

/** Whose jobs there are: each service owns those of its own methods (CIM_OwningJobElement). */
public enum JobOwner {
    /** The management service, which owns the state changes of systems as well. */
    MANAGEMENT,
    SNAPSHOTS,
    MIGRATION,
    POOLS,
    BOOT;

    /** The service whose method began a job of the facility. */
    static JobOwner of(Job job) {
        if (job.activity() == Activity.MIGRATION) {
            return MIGRATION;
        }
        return job.activity() == Activity.SNAPSHOT ? SNAPSHOTS : MANAGEMENT;
    }
}
