package org.telvirt.hypervisor.simulated.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.BackupResult.DiskCopy;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/** The backups of a simulated host. Safe for use by many threads. */
public final class SimulatedBackups implements Backups {
    private final Place place;

    public SimulatedBackups(Place place) {
        this.place = place;
    }

    @Override
    public Map<BackupFeature, String> missing() {
        return Map.of();
    }

    /** What is copied of each disk, where to, and by what. */
    private record Plan(CopyRun run, SortedMap<String, String> files) {}

    @Override
    public BackupResult backUp(DomainId id, BackupRequest request) throws HypervisorException {
        Plan plan = place.alone(() -> plan(id, request));
        try {
            plan.run().perform();
        } catch (HypervisorException e) {
            place.alone(() -> takeBack(id, request, plan));
            throw e;
        }
        // one who was cut off meanwhile cannot give the copies their names
        return place.alone(() -> {
            place.shelf().name(plan.files().values());
            List<DiskCopy> copies = new ArrayList<>();
            plan.files()
                    .forEach((disk, file) ->
                            copies.add(new DiskCopy(disk, file, place.shelf().size(file))));
            return new BackupResult(
                    copies, plan.run().total(), request.checkpoint(), plan.run().elapsed());
        });
    }

    private Plan plan(DomainId id, BackupRequest request) throws HypervisorException {
        Guest guest = place.guest(id);
        String attempt = "Cannot back up '" + guest.name() + "'";
        for (String violation : request.violations()) {
            throw refused(Reason.INVALID_DEFINITION, attempt, violation);
        }
        requireFree(guest, request, attempt);
        for (String violation : request.violations(guest.active())) {
            throw refused(Reason.INVALID_DEFINITION, attempt, violation);
        }
        SortedMap<String, String> files = request.files(guest.active());
        for (String file : files.values()) {
            if (place.shelf().has(file) || place.shelf().has(Shelf.partial(file))) {
                throw refused(Reason.ALREADY_EXISTS, attempt, "there is a file '" + file + "'; choose another name");
            }
        }
        requireCheckpoints(guest, request, files, attempt);
        SortedMap<String, ByteSize> sizes = sizes(guest, request, files);
        Instant now = place.clock().instant();
        sizes.forEach((disk, size) -> place.shelf().begin(String.valueOf(files.get(disk)), size, now));
        if (request.checkpoint() != null) {
            guest.checkpoints().add(request.checkpoint(), now, files.keySet(), guest.written(now));
        }
        ByteSize total =
                new ByteSize(sizes.values().stream().mapToLong(ByteSize::bytes).sum());
        DataRate rate = slower(request.bandwidth(), place.shelf().rate());
        CopyRun run = new CopyRun(
                place,
                id,
                guest,
                attempt,
                files.values(),
                total,
                rate,
                place.shelf().takeFault());
        return new Plan(run, files);
    }

    private static HypervisorException refused(Reason reason, String attempt, String cause) {
        return new HypervisorException(reason, attempt + ": " + cause);
    }

    private static void requireFree(Guest guest, BackupRequest request, String attempt) throws HypervisorException {
        if (!guest.isActive()) {
            throw refused(
                    Reason.INVALID_STATE,
                    attempt,
                    "it does not run; activate it, or copy its volumes, which nothing changes meanwhile");
        } else if (guest.busy() != null) {
            throw refused(Reason.BUSY, attempt, "it is busy with another action, " + guest.busy());
        } else if (request.quiesce() && !guest.active().guestAgent()) {
            throw refused(Reason.UNSUPPORTED, attempt, "it has no channel to an agent in its guest; define one");
        }
    }

    private static void requireCheckpoints(
            Guest guest, BackupRequest request, SortedMap<String, String> files, String attempt)
            throws HypervisorException {
        String since = request.since();
        Checkpoints.Mark mark = since == null ? null : guest.checkpoints().find(since);
        if (since != null && mark == null) {
            throw refused(
                    Reason.NOT_FOUND,
                    attempt,
                    "there is no checkpoint '" + since + "' since which changes are known; back up in full");
        }
        for (String disk : files.keySet()) {
            if (mark != null && !mark.checkpoint().disks().contains(disk)) {
                throw refused(
                        Reason.INVALID_STATE,
                        attempt,
                        "what has changed on disk '" + disk + "' since '" + since + "' is not known; back up in full");
            }
        }
        String wanted = request.checkpoint();
        if (wanted != null && guest.checkpoints().find(wanted) != null) {
            throw refused(Reason.ALREADY_EXISTS, attempt, "there is a checkpoint with the name '" + wanted + "'");
        }
    }

    private SortedMap<String, ByteSize> sizes(Guest guest, BackupRequest request, SortedMap<String, String> files) {
        String since = request.since();
        Checkpoints.Mark mark = since == null ? null : guest.checkpoints().find(since);
        long changed =
                mark == null ? Long.MAX_VALUE : guest.written(place.clock().instant()) - mark.written();
        SortedMap<String, ByteSize> sizes = new TreeMap<>();
        for (Disk disk : guest.active().disks()) {
            String target = disk.target();
            if (target != null && files.containsKey(target)) {
                sizes.put(
                        target, new ByteSize(Math.min(place.shelf().sizeOf(disk).bytes(), changed)));
            }
        }
        return sizes;
    }

    private static @Nullable DataRate slower(@Nullable DataRate one, @Nullable DataRate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean takeBack(DomainId id, BackupRequest request, Plan plan) {
        boolean wereThere = place.shelf().removePartial(plan.files().values());
        forget(id, request.checkpoint());
        return wereThere;
    }

    private void forget(DomainId id, @Nullable String checkpoint) {
        if (checkpoint == null) {
            return;
        }
        try {
            place.guest(id).checkpoints().remove(checkpoint);
        } catch (HypervisorException e) {
            return; // gone with its domain
        }
    }

    @Override
    public BackupEnd settle(DomainId id, BackupRemains remains) throws HypervisorException {
        if (place.work().progress(id) != null) {
            throw new HypervisorException(
                    Reason.BUSY, "Cannot settle the backup of domain " + id + ": it is still being made");
        }
        return place.alone(() -> {
            if (place.shelf().areWhole(remains.files(), remains.begun())) {
                place.shelf().name(remains.files());
                return new BackupEnd(true, "the backup is there: " + String.join(", ", remains.files()));
            }
            boolean wereThere = place.shelf().removePartial(remains.files());
            String checkpoint = remains.checkpoint();
            if (checkpoint != null && isMadeSince(id, checkpoint, remains.begun())) {
                forget(id, checkpoint);
            }
            return new BackupEnd(
                    false, wereThere ? "the copies were not whole, and have been removed" : "there is no backup");
        });
    }

    private boolean isMadeSince(DomainId id, String checkpoint, Instant begun) {
        try {
            Checkpoints.Mark mark = place.guest(id).checkpoints().find(checkpoint);
            return mark != null && !mark.checkpoint().time().isBefore(begun);
        } catch (HypervisorException e) {
            return false; // gone with its domain
        }
    }

    @Override
    public List<Checkpoint> checkpoints(DomainId id) throws HypervisorException {
        return place.alone(() -> place.guest(id).checkpoints().list());
    }

    @Override
    public void deleteCheckpoint(DomainId id, String checkpoint) throws HypervisorException {
        place.alone(() -> {
            Guest guest = place.guest(id);
            String attempt = "Cannot delete checkpoint '" + checkpoint + "' of '" + guest.name() + "'";
            if (guest.checkpoints().find(checkpoint) == null) {
                throw refused(Reason.NOT_FOUND, attempt, "there is no such checkpoint");
            } else if (!guest.isActive()) {
                throw refused(Reason.INVALID_STATE, attempt, "it does not run; activate it first");
            }
            return guest.checkpoints().remove(checkpoint);
        });
    }
}
