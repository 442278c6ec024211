package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;
import org.telvirt.hypervisor.libvirt.xml.CapabilitiesXml;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** What stands in the way of one migration, seen from both ends. */
final class Examination {
    private static final int INCOMPATIBLE = 0;
    private static final int STATISTIC_BYTES = 88; // struct virNodeMemoryStats: a name of 80 characters, KiB
    private static final int STATISTIC_NAME_BYTES = 80;
    private static final int STATISTICS = 16;
    private static final int ALL_CELLS = -1;
    private static final Set<String> AVAILABLE = Set.of("free", "buffers", "cached");

    /** The file systems that libvirt takes for shared, as Linux names them. */
    private static final Set<String> SHARED_FILE_SYSTEMS = Set.of(
            "nfs",
            "nfs4",
            "gfs2",
            "ocfs2",
            "afs",
            "smb3",
            "cifs",
            "ceph",
            "gpfs",
            "fuse.glusterfs",
            "fuse.quobyte",
            "lustre",
            "acfs");

    private final Link here;
    private final Link there;
    private final GuestHandle guest;
    private final MigrationRequest request;
    private final List<MigrationObstacle> obstacles = new ArrayList<>();

    Examination(Link here, Link there, GuestHandle guest, MigrationRequest request) {
        this.here = here;
        this.there = there;
        this.guest = guest;
        this.request = request;
    }

    /**
     * Looks at both ends.
     *
     * @throws HypervisorException one of them does not say what it is, or what the domain is
     */
    List<MigrationObstacle> obstacles() throws HypervisorException {
        String xml = guest.xml();
        DomainDefinition made = DomainXml.read(xml);
        if (Objects.equals(uuidOf(here), uuidOf(there))) {
            add(Kind.SAME_HOST, "'" + there.uri() + "' is the host where it is");
            return obstacles;
        }
        checkState();
        checkPlatform(XmlDocument.parse(xml).root(), made);
        if (guest.isActive()) {
            checkMemory(made);
        }
        checkTaken();
        for (HostDevice device : made.hostDevices()) {
            add(Kind.HOST_DEVICE, "it has the device " + device.address() + " of its host to itself; detach it first");
        }
        checkNetworks(made);
        if (request.storage() == Storage.SHARED && request.mode() != Mode.RESTART && isOnThisMachine(here.uri())) {
            checkDisks(made);
        }
        return obstacles;
    }

    private void add(Kind kind, String message) {
        obstacles.add(new MigrationObstacle(kind, message));
    }

    static @Nullable UUID uuidOf(Link link) throws HypervisorException {
        Pointer xml = MigrationLibrary.virConnectGetCapabilities(link.connection());
        if (xml == null) {
            throw LibvirtErrors.last("Cannot see what the host at '" + link.uri() + "' is capable of");
        }
        return CapabilitiesXml.read(OwnedString.take(xml)).uuid();
    }

    private void checkState() {
        int state = guest.state();
        int snapshots = guest.snapshots();
        if (snapshots > 0) {
            add(Kind.STATE, "it has snapshots (" + snapshots + "), which cannot go with it; remove them first");
        }
        int checkpoints = guest.checkpoints();
        if (checkpoints > 0) {
            add(Kind.STATE, "it has checkpoints (" + checkpoints + "), which cannot go with it; delete them first");
        }
        if (request.mode() == Mode.RESTART) {
            if (!guest.isActive() && guest.hasSavedRun()) {
                add(Kind.STATE, "it has a saved run; restore or discard it first");
            } else if (!guest.isPersistent()) {
                add(Kind.STATE, "it has no lasting definition that could move");
            }
        } else if (state != GuestHandle.RUNNING && state != GuestHandle.PAUSED) {
            add(Kind.STATE, guest.isActive() ? "it neither runs nor is it paused" : "it does not run");
        } else if (!guest.job().firstName().isEmpty()) {
            add(Kind.STATE, "it is busy with other work; end that first");
        }
    }

    private void checkPlatform(XmlElement domain, DomainDefinition made) {
        String type = domain.get("type");
        String architecture = made.platform().architecture();
        String machine = made.platform().machine();
        Pointer capabilities = MigrationLibrary.virConnectGetDomainCapabilities(
                there.connection(), null, architecture, machine, type, 0);
        if (capabilities == null) {
            add(
                    Kind.PLATFORM,
                    LibvirtErrors.last("the other host does not run domains of type " + type + " on " + architecture)
                            .getMessage());
            return;
        }
        OwnedString.take(capabilities);
        XmlElement cpu = domain.child("cpu");
        if (cpu == null || cpu.child("model") == null || request.mode() == Mode.RESTART || !guest.isActive()) {
            return;
        }
        int compared = MigrationLibrary.virConnectCompareHypervisorCPU(
                there.connection(), null, architecture, machine, type, cpu.toString(), 0);
        if (compared == INCOMPATIBLE) {
            add(
                    Kind.PROCESSOR,
                    "the other host's processor cannot do what the guest counts on, " + cpu.textOf("model"));
        }
    }

    private void checkMemory(DomainDefinition made) {
        ByteSize needed = made.memory().size();
        ByteSize available = available();
        if (available != null && needed.compareTo(available) > 0) {
            add(Kind.MEMORY, "the other host has " + available + " of memory available, the domain has " + needed);
        }
    }

    /** What is free or can be had at once; null: it cannot be seen. */
    private @Nullable ByteSize available() {
        Memory values = new Memory((long) STATISTICS * STATISTIC_BYTES);
        IntByReference count = new IntByReference(0);
        if (MigrationLibrary.virNodeGetMemoryStats(there.connection(), ALL_CELLS, null, count, 0) < 0
                || count.getValue() > STATISTICS
                || MigrationLibrary.virNodeGetMemoryStats(there.connection(), ALL_CELLS, values, count, 0) < 0) {
            return null;
        }
        long kibibytes = 0;
        for (int i = 0; i < count.getValue(); i++) {
            long at = (long) i * STATISTIC_BYTES;
            if (AVAILABLE.contains(values.getString(at, StandardCharsets.US_ASCII.name()))) {
                kibibytes += values.getLong(at + STATISTIC_NAME_BYTES);
            }
        }
        return kibibytes == 0 ? null : ByteSize.ofKibibytes(kibibytes);
    }

    private void checkTaken() {
        String name = Objects.requireNonNullElse(request.newName(), guest.name());
        String uuid = guest.uuid();
        try (GuestHandle sameName = GuestHandle.lookFor(there, name)) {
            if (sameName != null && (sameName.isActive() || !sameName.uuid().equals(uuid))) {
                add(Kind.TAKEN, "the other host has a domain with the name '" + name + "' already");
                return;
            }
        }
        try (GuestHandle sameId = GuestHandle.lookFor(there, new DomainId(UUID.fromString(uuid)))) {
            if (sameId != null && (sameId.isActive() || !sameId.name().equals(name))) {
                add(Kind.TAKEN, "the other host has a domain with id " + uuid + " already, '" + sameId.name() + "'");
            }
        }
    }

    private void checkNetworks(DomainDefinition made) {
        for (NetworkPort port : made.networkPorts()) {
            if (port.connection() instanceof NetworkPort.VirtualNetwork network) {
                Pointer found = MigrationLibrary.virNetworkLookupByName(there.connection(), network.name());
                if (found == null) {
                    add(Kind.NETWORK, "the other host has no network '" + network.name() + "'");
                } else {
                    MigrationLibrary.virNetworkFree(found);
                }
            }
        }
    }

    /** Where libvirt is another machine's, its files cannot be seen; then the migration itself will tell. */
    private static boolean isOnThisMachine(String uri) {
        String rest = uri.substring(uri.indexOf(':') + 1);
        return rest.startsWith("///");
    }

    private void checkDisks(DomainDefinition made) {
        for (Disk disk : made.disks()) {
            if (disk.medium() instanceof Disk.FileMedium file && !disk.readOnly()) {
                String type = fileSystem(Path.of(file.path()));
                if (type != null && !SHARED_FILE_SYSTEMS.contains(type)) {
                    add(
                            Kind.DISK,
                            "its disk " + disk.target() + " is the file '" + file.path() + "' on " + type
                                    + ", which no other host is known to see; have the disks copied,"
                                    + " or answer for it that both hosts see them");
                }
            }
        }
    }

    /** Null: it cannot be seen. */
    private static @Nullable String fileSystem(Path file) {
        try {
            return Files.exists(file) ? Files.getFileStore(file).type() : null;
        } catch (IOException | SecurityException e) {
            return null;
        }
    }
}
