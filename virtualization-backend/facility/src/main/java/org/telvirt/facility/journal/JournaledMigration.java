package org.telvirt.facility.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.migration.Settlement;

/** Migrations of a {@link JournaledEngine}. */
record JournaledMigration(Migration migration, Pen pen) implements Migration {
    @Override
    public Map<MigrationFeature, String> missing() {
        return migration.missing();
    }

    @Override
    public int most() {
        return migration.most();
    }

    @Override
    public List<MigrationObstacle> check(DomainId domain, MigrationRequest request) throws HypervisorException {
        return migration.check(domain, request);
    }

    @Override
    public MigrationResult migrate(DomainId domain, MigrationRequest request) throws HypervisorException {
        Intent intent = pen.draft(Kind.MIGRATE, "Migrate", domain)
                .with(Intent.DESTINATION, request.destination())
                .with(Intent.LASTING_THERE, Boolean.toString(request.persistent()))
                .with(Intent.GOES_HERE, Boolean.toString(request.undefineSource()));
        return pen.around(intent, () -> migration.migrate(domain, request));
    }

    @Override
    public Settlement settle(DomainId domain, String destination, boolean mayReturn) throws HypervisorException {
        return migration.settle(domain, destination, mayReturn); // it is what is done with what was written down
    }

    @Override
    public void adjust(DomainId domain, @Nullable DataRate bandwidth, @Nullable Duration maximumDowntime)
            throws HypervisorException {
        migration.adjust(domain, bandwidth, maximumDowntime); // it leaves nothing behind
    }
}
