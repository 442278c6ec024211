package org.telvirt.hypervisor.libvirt.snapshot;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.libvirt.xml.XmlText;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;

/** Snapshots in libvirt's XML. */
final class SnapshotXml {
    private SnapshotXml() {}

    /** What libvirt is asked for; what is kept, and where, its flags say. */
    static String write(SnapshotRequest request) {
        XmlElement snapshot = XmlElement.of("domainsnapshot");
        snapshot.add(XmlElement.of("name").text(request.name()));
        if (!request.description().isEmpty()) {
            snapshot.add(XmlElement.of("description").text(request.description()));
        }
        return snapshot.toString();
    }

    /**
     * Reads a document as virDomainSnapshotGetXMLDesc gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static Snapshot read(DomainId domain, String xml, boolean isCurrent) throws HypervisorException {
        XmlElement snapshot = XmlDocument.parse(xml).root();
        XmlElement memory = snapshot.child("memory");
        XmlElement parent = snapshot.child("parent");
        String kept = memory == null ? null : memory.get("snapshot");
        String seconds = XmlText.of(snapshot, "creationTime");
        return new Snapshot(
                domain,
                Objects.requireNonNullElse(XmlText.of(snapshot, "name"), ""),
                Objects.requireNonNullElse(XmlText.of(snapshot, "description"), ""),
                Instant.ofEpochSecond(seconds == null ? 0 : Long.parseLong(seconds.strip())),
                state(XmlText.of(snapshot, "state")),
                "internal".equals(kept) || "external".equals(kept) ? Scope.MEMORY_AND_DISKS : Scope.DISKS,
                "external".equals(kept) || hasExternalDisk(snapshot) ? Location.EXTERNAL : Location.INTERNAL,
                parent == null ? null : XmlText.of(parent, "name"),
                isCurrent);
    }

    /**
     * What the domain was made of.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed; UNSUPPORTED: it does not say
     */
    static DomainDefinition readDomain(String xml) throws HypervisorException {
        XmlElement domain = XmlDocument.parse(xml).root().child("domain");
        if (domain == null) {
            throw new HypervisorException(Reason.UNSUPPORTED, "The snapshot does not say what its domain was made of");
        }
        return DomainXml.read(domain.toString());
    }

    private static boolean hasExternalDisk(XmlElement snapshot) {
        XmlElement disks = snapshot.child("disks");
        return disks != null
                && disks.children("disk").stream().anyMatch(disk -> "external".equals(disk.get("snapshot")));
    }

    /** Beside the states of domains there is one for disks that were taken from a running one. */
    private static DomainState state(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "running", "disk-snapshot" -> DomainState.RUNNING;
            case "paused" -> DomainState.PAUSED;
            case "shutoff" -> DomainState.SHUT_OFF;
            case "crashed" -> DomainState.CRASHED;
            case "pmsuspended" -> DomainState.GUEST_SUSPENDED;
            default -> DomainState.UNKNOWN;
        };
    }
}
