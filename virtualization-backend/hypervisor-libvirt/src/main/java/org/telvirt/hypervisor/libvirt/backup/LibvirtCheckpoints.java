package org.telvirt.hypervisor.libvirt.backup;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;

/** The checkpoints of one domain of libvirt's. */
final class LibvirtCheckpoints {
    private static final int PARENTS_FIRST = 2; // VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL
    private static final int NAME_ALONE = 2; // VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY
    private static final String NOTHING_NOTED = "not found in backing chain";
    private static final int INSIDE_DISKS = 1 << 8; // VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL

    private LibvirtCheckpoints() {}

    static List<Checkpoint> of(LibvirtDomain domain, String attempt) throws HypervisorException {
        PointerByReference list = new PointerByReference();
        int count = BackupLibrary.virDomainListAllCheckpoints(domain.pointer(), list, PARENTS_FIRST);
        if (count < 0) {
            throw LibvirtErrors.last(attempt);
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Pointer pointer = list.getValue().getPointer((long) i * Native.POINTER_SIZE);
            Pointer xml = BackupLibrary.virDomainCheckpointGetXMLDesc(pointer, 0);
            BackupLibrary.virDomainCheckpointFree(pointer);
            if (xml != null) { // else it is gone since
                checkpoints.add(BackupXml.readCheckpoint(OwnedString.take(xml)));
            }
        }
        Native.free(Pointer.nativeValue(list.getValue()));
        return List.copyOf(checkpoints);
    }

    /**
     * Sees to it that what a backup needs of checkpoints is there, and that what it wants can be made.
     *
     * @throws HypervisorException NOT_FOUND, ALREADY_EXISTS; UNSUPPORTED: a disk cannot keep one; INVALID_STATE: there are
     *     snapshots
     */
    static void require(LibvirtDomain domain, BackupRequest request, DomainDefinition active, String attempt)
            throws HypervisorException {
        String since = request.since();
        String wanted = request.checkpoint();
        if (since == null && wanted == null) {
            return;
        }
        List<String> present =
                of(domain, attempt).stream().map(Checkpoint::name).toList();
        if (since != null && !present.contains(since)) {
            throw new HypervisorException(
                    Reason.NOT_FOUND,
                    attempt + ": there is no checkpoint '" + since
                            + "' since which changes are known; back up in full");
        }
        if (wanted != null) {
            requireMakeable(domain, wanted, present, attempt);
            for (Disk disk : active.disks()) {
                requireQcow2(disk, request, active, attempt);
            }
        }
    }

    private static void requireMakeable(LibvirtDomain domain, String wanted, List<String> present, String attempt)
            throws HypervisorException {
        if (present.contains(wanted)) {
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a checkpoint with the name '" + wanted + "'");
        }
        int snapshots = BackupLibrary.virDomainSnapshotNum(domain.pointer(), INSIDE_DISKS);
        if (snapshots > 0) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    attempt + ": it has snapshots (" + snapshots + ") inside its disks, to which QEMU could not go back"
                            + " any more; remove them, or back up without a checkpoint");
        }
    }

    /** What has changed is noted inside the disk's file, for which there is room in one format alone. */
    private static void requireQcow2(Disk disk, BackupRequest request, DomainDefinition active, String attempt)
            throws HypervisorException {
        String format = format(disk.medium());
        if (request.files(active).containsKey(String.valueOf(disk.target())) && !"qcow2".equals(format)) {
            throw new HypervisorException(
                    Reason.UNSUPPORTED,
                    attempt + ": disk '" + disk.target() + "' is of format " + format
                            + ", which keeps no checkpoint; convert it to qcow2, or back up without a checkpoint");
        }
    }

    private static @Nullable String format(@Nullable Medium medium) {
        if (medium instanceof Disk.FileMedium file) {
            return file.format();
        } else if (medium instanceof Disk.BlockMedium block) {
            return block.format();
        }
        return medium instanceof Disk.NetworkMedium network ? network.format() : null;
    }

    /**
     * Forgets one.
     *
     * @throws HypervisorException NOT_FOUND, INVALID_STATE
     */
    static void delete(LibvirtDomain domain, String name, String attempt) throws HypervisorException {
        Pointer found = BackupLibrary.virDomainCheckpointLookupByName(domain.pointer(), name, 0);
        if (found == null) {
            throw LibvirtErrors.last(attempt);
        }
        try {
            if (BackupLibrary.virDomainIsActive(domain.pointer()) == 0) {
                throw new HypervisorException(
                        Reason.INVALID_STATE,
                        attempt + ": what has changed is noted inside its disks, and QEMU alone can take that out;"
                                + " activate it first");
            }
            if (BackupLibrary.virDomainCheckpointDelete(found, 0) < 0) {
                HypervisorException failure = LibvirtErrors.last(attempt);
                // a QEMU that was killed has not written what had changed: then there is nothing but the name
                boolean isNameAlone = failure.getMessage().contains(NOTHING_NOTED)
                        && BackupLibrary.virDomainCheckpointDelete(found, NAME_ALONE) == 0;
                if (!isNameAlone) {
                    throw failure;
                }
            }
        } finally {
            BackupLibrary.virDomainCheckpointFree(found);
        }
    }

    /** Whether there is one of this name that was made since that moment; libvirt stamps them by whole seconds. */
    static boolean isMadeSince(LibvirtDomain domain, String name, Instant begun, String attempt)
            throws HypervisorException {
        return of(domain, attempt).stream()
                .anyMatch(
                        one -> one.name().equals(name) && !one.time().isBefore(begun.truncatedTo(ChronoUnit.SECONDS)));
    }
}
