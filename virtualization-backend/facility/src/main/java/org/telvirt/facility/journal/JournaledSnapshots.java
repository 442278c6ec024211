package org.telvirt.facility.journal;

import java.util.List;
import java.util.Map;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.snapshot.Snapshots;

/** Snapshots of a {@link JournaledEngine}. */
record JournaledSnapshots(Snapshots snapshots, Pen pen) implements Snapshots {
    @Override
    public Map<SnapshotFeature, String> missing() {
        return snapshots.missing();
    }

    @Override
    public List<Snapshot> of(DomainId domain) throws HypervisorException {
        return snapshots.of(domain);
    }

    @Override
    public DomainDefinition definition(DomainId domain, String snapshot) throws HypervisorException {
        return snapshots.definition(domain, snapshot);
    }

    @Override
    public Snapshot create(DomainId domain, SnapshotRequest request) throws HypervisorException {
        Intent intent = intent(Kind.SNAPSHOT_CREATE, "Take snapshot", request.name(), domain);
        return pen.around(intent, () -> snapshots.create(domain, request));
    }

    @Override
    public void revert(DomainId domain, String snapshot) throws HypervisorException {
        Intent intent = intent(Kind.SNAPSHOT_REVERT, "Go back to snapshot", snapshot, domain);
        boolean isCurrent = snapshots.of(domain).stream()
                .anyMatch(one -> one.isCurrent() && one.name().equals(snapshot));
        // then what it goes on from does not tell whether it went back
        pen.around(isCurrent ? intent.with(Intent.PREVIOUS, snapshot) : intent, () -> {
            snapshots.revert(domain, snapshot);
            return snapshot;
        });
    }

    @Override
    public void delete(DomainId domain, String snapshot) throws HypervisorException {
        pen.around(intent(Kind.SNAPSHOT_DELETE, "Delete snapshot", snapshot, domain), () -> {
            snapshots.delete(domain, snapshot);
            return snapshot;
        });
    }

    private Intent intent(Kind kind, String verb, String snapshot, DomainId domain) {
        String name = verb + " '" + snapshot + "' of '" + pen.nameOf(domain) + "'";
        return pen.named(kind, name, domain).with(Intent.SNAPSHOT, snapshot);
    }
}
