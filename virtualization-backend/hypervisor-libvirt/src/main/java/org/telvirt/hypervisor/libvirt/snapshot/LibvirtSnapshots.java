package org.telvirt.hypervisor.libvirt.snapshot;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.snapshot.Snapshots;

/** libvirt's snapshots. Safe for use by many threads. */
public final class LibvirtSnapshots implements Snapshots {
    private static final int DISK_ONLY = 16;
    private static final int QUIESCE = 64;
    private static final int ATOMIC = 128;
    private static final int NO_SNAPSHOT = 72;

    /** The version since which libvirt goes back to external snapshots and deletes them. */
    private static final long EXTERNAL_SINCE = 9_010_000;

    private final LibvirtConnection connection;
    private final Map<SnapshotFeature, String> missing;

    /** Asks once which libvirt it is. */
    public LibvirtSnapshots(LibvirtConnection connection) throws HypervisorException {
        this.connection = connection;
        this.missing = Map.copyOf(connection.read(LibvirtSnapshots::lacks));
    }

    private static Map<SnapshotFeature, String> lacks(Pointer on) {
        Map<SnapshotFeature, String> lacks = new EnumMap<>(SnapshotFeature.class);
        LongByReference version = new LongByReference();
        SnapshotLibrary.virConnectGetLibVersion(on, version);
        lacks.put(
                SnapshotFeature.MEMORY_EXTERNAL,
                "memory is kept inside a disk only: nobody says where else there is room for it");
        lacks.put(
                SnapshotFeature.DISKS_INTERNAL_WHILE_RUNNING,
                "QEMU keeps the memory, too, or goes on in new files; ask for one of these");
        if (version.getValue() < EXTERNAL_SINCE) {
            lacks.put(SnapshotFeature.REVERT_EXTERNAL, "libvirt goes back to external snapshots only since 9.10");
            lacks.put(SnapshotFeature.DELETE_EXTERNAL, "libvirt deletes external snapshots only since 9.10");
        }
        String type = SnapshotLibrary.virConnectGetType(on);
        if ("Xen".equals(type)) {
            lacks.put(SnapshotFeature.SNAPSHOTS, "libvirt's Xen driver has no snapshots");
        } else if ("TEST".equalsIgnoreCase(type)) {
            lacks.put(SnapshotFeature.QUIESCE, "libvirt's test driver has no guests");
        }
        return lacks;
    }

    /** What is done with a domain. */
    private interface Work<T> {
        T with(LibvirtDomain domain, String attempt) throws HypervisorException;
    }

    @Override
    public Map<SnapshotFeature, String> missing() {
        return missing;
    }

    private <T> T with(DomainId id, String verb, Work<T> work) throws HypervisorException {
        require(SnapshotFeature.SNAPSHOTS, "Cannot " + verb + " domain " + id);
        return connection.call(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                return work.with(domain, "Cannot " + verb + " '" + domain.name() + "'");
            }
        });
    }

    @Override
    public List<Snapshot> of(DomainId id) throws HypervisorException {
        return with(id, "list the snapshots of", (domain, attempt) -> {
            PointerByReference list = new PointerByReference();
            int count = SnapshotLibrary.virDomainListAllSnapshots(domain.pointer(), list, 0);
            if (count < 0) {
                throw LibvirtErrors.last(attempt);
            }
            List<Snapshot> snapshots = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Pointer pointer = list.getValue().getPointer((long) i * Native.POINTER_SIZE);
                Snapshot snapshot = read(id, pointer);
                SnapshotLibrary.virDomainSnapshotFree(pointer);
                if (snapshot != null) {
                    snapshots.add(snapshot);
                }
            }
            Native.free(Pointer.nativeValue(list.getValue()));
            return inOrder(snapshots);
        });
    }

    /** By time, which libvirt keeps in whole seconds, and parents before their children. */
    private static List<Snapshot> inOrder(List<Snapshot> snapshots) {
        List<Snapshot> left = new ArrayList<>(snapshots);
        left.sort(Comparator.comparing(Snapshot::time));
        List<Snapshot> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Snapshot next = left.stream()
                    .filter(one -> left.stream().noneMatch(other -> other.name().equals(one.parent())))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    /** Null: it is gone since. */
    private static @Nullable Snapshot read(DomainId id, Pointer snapshot) throws HypervisorException {
        Pointer xml = SnapshotLibrary.virDomainSnapshotGetXMLDesc(snapshot, 0);
        return xml == null
                ? null
                : SnapshotXml.read(
                        id, OwnedString.take(xml), SnapshotLibrary.virDomainSnapshotIsCurrent(snapshot, 0) == 1);
    }

    @Override
    public Snapshot create(DomainId id, SnapshotRequest request) throws HypervisorException {
        return with(id, "take a snapshot of", (domain, attempt) -> {
            refuseTaken(domain, request.name(), attempt);
            int flags = flags(request, domain, attempt);
            Pointer made =
                    SnapshotLibrary.virDomainSnapshotCreateXML(domain.pointer(), SnapshotXml.write(request), flags);
            if (made == null) {
                throw LibvirtErrors.last(attempt);
            }
            Snapshot snapshot = read(id, made);
            SnapshotLibrary.virDomainSnapshotFree(made);
            if (snapshot == null) {
                throw LibvirtErrors.last(attempt);
            }
            return snapshot;
        });
    }

    /** libvirt would take it for a change of the old one. */
    private static void refuseTaken(LibvirtDomain domain, String name, String attempt) throws HypervisorException {
        Pointer taken = SnapshotLibrary.virDomainSnapshotLookupByName(domain.pointer(), name, 0);
        if (taken != null) {
            SnapshotLibrary.virDomainSnapshotFree(taken);
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a snapshot with the name '" + name + "'");
        }
    }

    private int flags(SnapshotRequest request, LibvirtDomain domain, String attempt) throws HypervisorException {
        DomainState state = domain.describe().state();
        boolean runs = state != DomainState.SHUT_OFF && state != DomainState.SAVED;
        Set<SnapshotFeature> needed = EnumSet.noneOf(SnapshotFeature.class);
        if (request.scope() == Scope.MEMORY_AND_DISKS) {
            if (request.location() == Location.EXTERNAL) {
                needed.add(SnapshotFeature.MEMORY_EXTERNAL);
            }
        } else if (runs && request.location() == Location.INTERNAL) {
            needed.add(SnapshotFeature.DISKS_INTERNAL_WHILE_RUNNING);
        }
        if (request.quiesce()) {
            needed.add(SnapshotFeature.QUIESCE);
        }
        for (SnapshotFeature feature : needed) {
            require(feature, attempt);
        }
        if (!runs && (request.scope() == Scope.MEMORY_AND_DISKS || request.quiesce())) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, attempt + ": it does not run, and has neither memory nor a guest to ask");
        }
        if (request.location() == Location.INTERNAL) {
            requireNoCheckpoints(domain, attempt);
        }
        return (request.location() == Location.EXTERNAL ? DISK_ONLY | ATOMIC : 0) | (request.quiesce() ? QUIESCE : 0);
    }

    /** With one libvirt would take a snapshot, but QEMU goes back to none, and a run that is to go back ends. */
    private static void requireNoCheckpoints(LibvirtDomain domain, String attempt) throws HypervisorException {
        int checkpoints = SnapshotLibrary.virDomainListAllCheckpoints(domain.pointer(), null, 0);
        if (checkpoints > 0) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    attempt + ": it has checkpoints (" + checkpoints + "), with which QEMU goes back to no snapshot"
                            + " inside its disks; delete them first");
        }
    }

    @Override
    public void revert(DomainId id, String name) throws HypervisorException {
        with(id, "go back to snapshot '" + name + "' of", (domain, attempt) -> {
            requireNoCheckpoints(domain, attempt);
            return id;
        });
        act(
                id,
                name,
                SnapshotFeature.REVERT_EXTERNAL,
                "go back to snapshot '" + name + "' of",
                snapshot -> SnapshotLibrary.virDomainRevertToSnapshot(snapshot, 0));
    }

    @Override
    public void delete(DomainId id, String name) throws HypervisorException {
        act(
                id,
                name,
                SnapshotFeature.DELETE_EXTERNAL,
                "delete snapshot '" + name + "' of",
                snapshot -> SnapshotLibrary.virDomainSnapshotDelete(snapshot, 0));
    }

    /** A call with a snapshot. */
    private interface Call {
        int with(Pointer snapshot);
    }

    private void act(DomainId id, String name, SnapshotFeature ifExternal, String verb, Call call)
            throws HypervisorException {
        withSnapshot(id, name, verb, (found, attempt) -> {
            Snapshot snapshot = read(id, found);
            if (snapshot != null && snapshot.location() == Location.EXTERNAL) {
                require(ifExternal, attempt);
            }
            if (call.with(found) < 0) {
                throw LibvirtErrors.last(attempt);
            }
            return id;
        });
    }

    @Override
    public DomainDefinition definition(DomainId id, String name) throws HypervisorException {
        return withSnapshot(id, name, "read snapshot '" + name + "' of", (found, attempt) -> {
            Pointer xml = SnapshotLibrary.virDomainSnapshotGetXMLDesc(found, 0);
            if (xml == null) {
                throw LibvirtErrors.last(attempt);
            }
            return SnapshotXml.readDomain(OwnedString.take(xml));
        });
    }

    /** What is done with a snapshot that is there. */
    private interface SnapshotWork<T> {
        T with(Pointer snapshot, String attempt) throws HypervisorException;
    }

    private <T> T withSnapshot(DomainId id, String name, String verb, SnapshotWork<T> work) throws HypervisorException {
        return with(id, verb, (domain, attempt) -> {
            Pointer found = SnapshotLibrary.virDomainSnapshotLookupByName(domain.pointer(), name, 0);
            if (found == null) {
                HypervisorException failure = LibvirtErrors.last(attempt);
                throw LibvirtErrors.code() == NO_SNAPSHOT
                        ? new HypervisorException(Reason.NOT_FOUND, failure.getMessage())
                        : failure;
            }
            try {
                return work.with(found, attempt);
            } finally {
                SnapshotLibrary.virDomainSnapshotFree(found);
            }
        });
    }
}
