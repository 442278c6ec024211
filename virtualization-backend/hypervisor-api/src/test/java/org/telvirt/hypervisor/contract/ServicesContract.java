package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRequest;

/**
 * What every engine has to do beside leading domains through their lives: statistics, the machine, storage, networks and
 * snapshots. Where an engine lacks something its parts say so; what those that back up have to do is in {@link
 * BackupContract}.
 */
public abstract class ServicesContract extends SnapshotContract {
    @Test
    void refuseBackupsWithTheReasonWhereTheyAreLacking() throws Exception {
        Backups backups = engine().backups();
        String reason = backups.missing().get(BackupFeature.BACKUP);
        assumeTrue(reason != null, "the engine has them");
        Domain domain = running();

        assertThat(backups.missing()).containsOnlyKeys(BackupFeature.values());
        assertThat(refused(Reason.UNSUPPORTED, () -> backups.backUp(domain.id(), BackupRequest.full("/tmp"))))
                .hasMessageContaining(reason);
        refused(Reason.UNSUPPORTED, () -> backups.checkpoints(domain.id()));
        refused(Reason.UNSUPPORTED, () -> backups.deleteCheckpoint(domain.id(), "any"));
    }
}
