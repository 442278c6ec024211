package org.telvirt.facility.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/**
 * Backups of a {@link JournaledEngine}. The intent names every file, so that those of a backup that was interrupted can be
 * found again.
 */
record JournaledBackups(Hypervisor engine, Pen pen) implements Backups {
    private static final String FILE = "file.";

    @Override
    public Map<BackupFeature, String> missing() {
        return engine.backups().missing();
    }

    @Override
    public BackupResult backUp(DomainId domain, BackupRequest request) throws HypervisorException {
        Intent intent = pen.draft(Kind.BACKUP, "Back up", domain);
        int number = 0;
        for (String file :
                request.files(engine.definition(domain, Configuration.ACTIVE)).values()) {
            intent = intent.with(FILE + number++, file);
        }
        if (request.checkpoint() != null) {
            intent = intent.with(Intent.CHECKPOINT, request.checkpoint());
        }
        return backUp(intent, request);
    }

    private BackupResult backUp(Intent intent, BackupRequest request) throws HypervisorException {
        pen.write(intent);
        boolean isOver = true;
        try {
            return engine.backups().backUp(intent.subject(), request);
        } catch (HypervisorException e) {
            isOver = e.reason() != Reason.UNAVAILABLE; // else it may go on, and the next process looks after it
            throw e;
        } finally {
            if (isOver) {
                pen.crossOut(intent);
            }
        }
    }

    /** What a backup may have left. */
    static BackupRemains remains(Intent intent) {
        List<String> files = new ArrayList<>();
        for (String file = intent.detail(FILE + 0); file != null; file = intent.detail(FILE + files.size())) {
            files.add(file);
        }
        return new BackupRemains(files, intent.detail(Intent.CHECKPOINT), intent.begun());
    }

    @Override
    public BackupEnd settle(DomainId domain, BackupRemains remains) throws HypervisorException {
        return engine.backups().settle(domain, remains); // it can be begun again
    }

    @Override
    public List<Checkpoint> checkpoints(DomainId domain) throws HypervisorException {
        return engine.backups().checkpoints(domain);
    }

    @Override
    public void deleteCheckpoint(DomainId domain, String checkpoint) throws HypervisorException {
        String name = "Delete checkpoint '" + checkpoint + "' of '" + pen.nameOf(domain) + "'";
        Intent intent = pen.named(Kind.CHECKPOINT_DELETE, name, domain).with(Intent.CHECKPOINT, checkpoint);
        pen.around(intent, () -> {
            engine.backups().deleteCheckpoint(domain, checkpoint);
            return checkpoint;
        });
    }
}
