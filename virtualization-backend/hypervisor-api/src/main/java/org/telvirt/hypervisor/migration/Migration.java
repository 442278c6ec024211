package org.telvirt.hypervisor.migration;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;

/** Brings domains to other hosts. Safe for use by many threads. */
public interface Migration extends Offering<MigrationFeature> {
    /** How many migrations may go on at once; one more is BUSY. */
    int most();

    /**
     * Whether a domain could migrate now, as far as can be seen without trying. Changes nothing.
     *
     * @return all that stands in the way; empty: nothing that can be seen
     * @throws HypervisorException NOT_FOUND: there is no such domain; UNAVAILABLE: this host does not answer
     */
    List<MigrationObstacle> check(DomainId domain, MigrationRequest request) throws HypervisorException;

    /**
     * Brings a domain to another host; blocks until it is there. {@link org.telvirt.hypervisor.work.LongWork} tells how
     * far it is and ends it. If it fails the domain goes on here as it was, unless the exception says what else.
     *
     * @throws HypervisorException NOT_FOUND; INVALID_STATE: the domain's does not allow it, or someone ended it;
     *     BUSY: too many go on; INVALID_DEFINITION: the request makes no sense; UNSUPPORTED: an engine lacks something;
     *     ALREADY_EXISTS, INSUFFICIENT_RESOURCES: there; UNAVAILABLE: the other host; TIMEOUT: it was given up
     */
    MigrationResult migrate(DomainId domain, MigrationRequest request) throws HypervisorException;

    /**
     * Ends what a migration left whose leader was killed in its midst: a domain that stands still here, because its memory
     * has gone to the other host. If that host runs it, having taken it in, its run here ends; its definition stays. If
     * that host answers and has no such domain, and {@code mayReturn}, it goes on here. In every other case nothing is done:
     * there must never be two runs of it.
     *
     * @param destination as the migration was asked for it
     * @param mayReturn whether nobody can have stopped and removed it there since
     * @throws HypervisorException NOT_FOUND: there is no such domain; UNAVAILABLE: this host does not answer; or what failed
     *     of what was to be done here
     */
    Settlement settle(DomainId domain, String destination, boolean mayReturn) throws HypervisorException;

    /**
     * Changes a migration that goes on and was begun here; at once, or as soon as its copying has begun.
     *
     * @param bandwidth null: as it is
     * @param maximumDowntime null: as it is
     * @throws HypervisorException NOT_FOUND; INVALID_STATE: none goes on; UNSUPPORTED
     */
    void adjust(DomainId domain, @Nullable DataRate bandwidth, @Nullable Duration maximumDowntime)
            throws HypervisorException;
}
