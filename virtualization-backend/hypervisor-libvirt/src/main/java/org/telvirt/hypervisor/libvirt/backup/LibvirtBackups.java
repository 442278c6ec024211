package org.telvirt.hypervisor.libvirt.backup;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.BackupResult.DiskCopy;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;
import org.telvirt.hypervisor.libvirt.xen.LackingOnXen;

/** libvirt's backups. Safe for use by many threads. */
public final class LibvirtBackups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtBackups.class);
    private static final int NO_BACKUP = 104; // VIR_ERR_NO_DOMAIN_BACKUP
    private static final int INCONSISTENT = 109; // VIR_ERR_CHECKPOINT_INCONSISTENT

    private final LibvirtConnection connection;
    private final InstantSource clock;
    private final Map<BackupFeature, String> missing;
    private final Map<DomainId, CopyWork> underWay = new ConcurrentHashMap<>();

    /**
     * Asks once which driver it is.
     *
     * @param elsewhere why libvirt's machine is another one; null: it is this one
     */
    public LibvirtBackups(LibvirtConnection connection, @Nullable String elsewhere, InstantSource clock)
            throws HypervisorException {
        this.connection = connection;
        this.clock = clock;
        this.missing = connection.read(on -> missing(BackupLibrary.virConnectGetType(on), elsewhere));
    }

    private static Map<BackupFeature, String> missing(@Nullable String type, @Nullable String elsewhere) {
        if ("Xen".equals(type)) {
            return LackingOnXen.backups();
        }
        String reason = elsewhere == null
                ? null
                : elsewhere + ", and libvirt cannot rename or remove files there; run Telvirt on that machine";
        if (!"QEMU".equals(type)) {
            reason = "libvirt's " + type + " driver has no backups";
        }
        Map<BackupFeature, String> missing = new EnumMap<>(BackupFeature.class);
        if (reason != null) {
            for (BackupFeature feature : BackupFeature.values()) {
                missing.put(feature, reason);
            }
        }
        return Map.copyOf(missing);
    }

    /** Hears of what happens; must be called for all events. */
    public void observe(HypervisorEvent event) {
        if (event instanceof WorkEnded ended) {
            CopyWork work = underWay.get(ended.id());
            if (work != null) {
                work.tell();
            }
        }
    }

    @Override
    public Map<BackupFeature, String> missing() {
        return missing;
    }

    /** What is done with a domain. */
    private interface Work<T> {
        T with(LibvirtDomain domain, String attempt) throws HypervisorException;
    }

    private <T> T with(DomainId id, String verb, Work<T> work) throws HypervisorException {
        return connection.call(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                return work.with(domain, "Cannot " + verb + " '" + domain.name() + "'");
            }
        });
    }

    /** A backup that QEMU has been told to make. */
    private record Begun(String attempt, SortedMap<String, String> files, CopyWork work) {}

    @Override
    public BackupResult backUp(DomainId id, BackupRequest request) throws HypervisorException {
        require(BackupFeature.BACKUP, "Cannot back up domain " + id);
        Instant start = clock.instant();
        Begun begun = with(id, "back up", (domain, attempt) -> begin(domain, id, request, attempt));
        CopyFiles files = new CopyFiles(begun.files().values());
        CopyWork.End end;
        try {
            end = begun.work().await();
        } finally {
            underWay.remove(id, begun.work());
        }
        if (end.failure() != null) {
            throw takenBack(id, request, files, end.failure());
        }
        files.name(begun.attempt());
        return new BackupResult(
                copies(begun), end.copied(), request.checkpoint(), Duration.between(start, clock.instant()));
    }

    private Begun begin(LibvirtDomain domain, DomainId id, BackupRequest request, String attempt)
            throws HypervisorException {
        for (String violation : request.violations()) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + violation);
        }
        for (BackupFeature need : request.needs()) {
            require(need, attempt);
        }
        requireRun(domain, attempt);
        DomainDefinition active = DomainXml.read(domain.xml(false));
        for (String violation : request.violations(active)) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + violation);
        }
        SortedMap<String, String> files = request.files(active);
        requireIdle(domain, attempt); // before its files are seen to be there
        new CopyFiles(files.values()).requireRoom(attempt);
        LibvirtCheckpoints.require(domain, request, active, attempt);
        CopyWork work = new CopyWork(connection, clock, id, attempt, files.keySet(), request.bandwidth());
        if (underWay.putIfAbsent(id, work) != null) {
            throw new HypervisorException(Reason.BUSY, attempt + ": it is being backed up already");
        }
        boolean isBegun = false;
        try {
            begin(domain, request, files, work, attempt);
            isBegun = true;
        } finally {
            if (!isBegun) {
                underWay.remove(id, work);
            }
        }
        return new Begun(attempt, files, work);
    }

    private static void requireRun(LibvirtDomain domain, String attempt) throws HypervisorException {
        DomainState state = domain.describe().state();
        if (state == DomainState.SHUT_OFF || state == DomainState.SAVED) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    attempt + ": it does not run, and it is its QEMU that makes the copies; activate it, or copy its"
                            + " volumes, which nothing changes meanwhile");
        }
    }

    /** libvirt would wait half a minute for the end of the other work. */
    private static void requireIdle(LibvirtDomain domain, String attempt) throws HypervisorException {
        JobFigures present = JobFigures.present(domain);
        if (present.isThere()) {
            throw new HypervisorException(
                    Reason.BUSY,
                    attempt + ": libvirt is at " + (present.isBackup() ? "another backup" : "other work")
                            + " of it; wait for its end, or end it");
        }
    }

    private void begin(
            LibvirtDomain domain, BackupRequest request, Map<String, String> files, CopyWork work, String attempt)
            throws HypervisorException {
        SortedMap<String, String> partial = new TreeMap<>();
        files.forEach((disk, file) -> partial.put(disk, CopyFiles.partial(file)));
        String checkpoint =
                request.checkpoint() == null ? null : BackupXml.checkpoint(request.checkpoint(), files.keySet());
        if (request.quiesce() && BackupLibrary.virDomainFSFreeze(domain.pointer(), null, 0, 0) < 0) {
            throw LibvirtErrors.last(attempt + ": its guest does not bring its file systems to rest");
        }
        try {
            if (BackupLibrary.virDomainBackupBegin(domain.pointer(), BackupXml.backup(request, partial), checkpoint, 0)
                    < 0) {
                throw LibvirtErrors.code() == INCONSISTENT
                        ? LibvirtErrors.last(attempt, "back up in full, and delete that checkpoint")
                        : LibvirtErrors.last(attempt);
            }
            work.begun(domain);
        } finally {
            if (request.quiesce() && BackupLibrary.virDomainFSThaw(domain.pointer(), null, 0, 0) < 0) {
                LOG.warn("The file systems of '{}' may still be at rest; thaw them by its agent", domain.name());
            }
        }
    }

    private static List<DiskCopy> copies(Begun begun) throws HypervisorException {
        List<DiskCopy> copies = new ArrayList<>();
        for (var copy : begun.files().entrySet()) {
            try {
                long size = Files.size(Path.of(copy.getValue()));
                copies.add(new DiskCopy(copy.getKey(), copy.getValue(), new ByteSize(size)));
            } catch (IOException e) {
                throw new HypervisorException(
                        Reason.INTERNAL, begun.attempt() + ": '" + copy.getValue() + "' is gone again: " + e, e);
            }
        }
        return copies;
    }

    /** Removes what there is of a backup that failed; the failure, with what stays. */
    private HypervisorException takenBack(
            DomainId id, BackupRequest request, CopyFiles files, HypervisorException failure) {
        List<String> left = new ArrayList<>(files.removePartial());
        String checkpoint = request.checkpoint();
        if (checkpoint != null) {
            try {
                deleteCheckpoint(id, checkpoint);
            } catch (HypervisorException e) {
                if (e.reason() != Reason.NOT_FOUND) {
                    left.add("its checkpoint stays: " + e.getMessage());
                }
            }
        }
        return left.isEmpty()
                ? failure
                : new HypervisorException(
                        failure.reason(), failure.getMessage() + "; " + String.join("; ", left), failure);
    }

    @Override
    public BackupEnd settle(DomainId id, BackupRemains remains) throws HypervisorException {
        CopyFiles files = new CopyFiles(remains.files());
        boolean isWhole;
        try {
            isWhole = with(id, "settle the backup of", (domain, attempt) -> isWhole(domain, files, remains, attempt));
        } catch (HypervisorException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
            isWhole = files.isBeingNamed(remains.begun());
        }
        if (isWhole) {
            files.name("Cannot finish the backup");
            return new BackupEnd(true, "the backup is there: " + String.join(", ", remains.files()));
        }
        return takenBack(id, remains, files);
    }

    /** Names are given when all copies are whole and not before. */
    private static boolean isWhole(LibvirtDomain domain, CopyFiles files, BackupRemains remains, String attempt)
            throws HypervisorException {
        Pointer xml = BackupLibrary.virDomainBackupGetXMLDesc(domain.pointer(), 0);
        if (xml == null && LibvirtErrors.code() != NO_BACKUP) {
            throw LibvirtErrors.last(attempt); // whoever does not know must not remove anything
        }
        Set<String> written = xml == null ? Set.of() : BackupXml.files(OwnedString.take(xml));
        if (remains.files().stream().map(CopyFiles::partial).anyMatch(written::contains)) {
            throw new HypervisorException(Reason.BUSY, attempt + ": libvirt is still at it");
        }
        return files.isBeingNamed(remains.begun())
                || (xml == null && files.hasPartial() && JobFigures.last(domain).isWhole());
    }

    private BackupEnd takenBack(DomainId id, BackupRemains remains, CopyFiles files) {
        boolean wasBegun = files.hasPartial();
        List<String> now = new ArrayList<>();
        now.add(wasBegun ? "the copies were not whole, and have been removed" : "there is no backup");
        now.addAll(files.removePartial());
        String checkpoint = remains.checkpoint();
        if (checkpoint != null) {
            try {
                with(id, "take back the backup of", (domain, attempt) -> {
                    if (LibvirtCheckpoints.isMadeSince(domain, checkpoint, remains.begun(), attempt)) {
                        LibvirtCheckpoints.delete(domain, checkpoint, attempt);
                    }
                    return id;
                });
            } catch (HypervisorException e) {
                if (e.reason() != Reason.NOT_FOUND) {
                    now.add("checkpoint '" + checkpoint + "' stays: " + e.getMessage());
                }
            }
        }
        return new BackupEnd(false, String.join("; ", now));
    }

    @Override
    public List<Checkpoint> checkpoints(DomainId id) throws HypervisorException {
        require(BackupFeature.CHECKPOINTS, "Cannot list the checkpoints of domain " + id);
        return with(id, "list the checkpoints of", LibvirtCheckpoints::of);
    }

    @Override
    public void deleteCheckpoint(DomainId id, String checkpoint) throws HypervisorException {
        require(BackupFeature.CHECKPOINTS, "Cannot delete checkpoint '" + checkpoint + "' of domain " + id);
        with(id, "delete checkpoint '" + checkpoint + "' of", (domain, attempt) -> {
            LibvirtCheckpoints.delete(domain, checkpoint, attempt);
            return id;
        });
    }
}
