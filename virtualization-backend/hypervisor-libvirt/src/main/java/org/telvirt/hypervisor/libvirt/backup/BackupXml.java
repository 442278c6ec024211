package org.telvirt.hypervisor.libvirt.backup;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.libvirt.xml.XmlText;

/** Backups and checkpoints in libvirt's XML. */
final class BackupXml {
    private BackupXml() {}

    /**
     * A backup that QEMU writes.
     *
     * @param files what is written, by the disk's target; other disks are left out
     */
    static String backup(BackupRequest request, Map<String, String> files) {
        XmlElement disks = XmlElement.of("disks");
        files.forEach((disk, file) -> disks.add(XmlElement.of("disk")
                .set("name", disk)
                .set("backup", "yes")
                .set("type", "file")
                .add(XmlElement.of("driver").set("type", request.format().name().toLowerCase(Locale.ROOT)))
                .add(XmlElement.of("target").set("file", file))));
        XmlElement backup = XmlElement.of("domainbackup").set("mode", "push");
        if (request.since() != null) {
            backup.add(XmlElement.of("incremental").text(request.since()));
        }
        return backup.add(disks).toString();
    }

    /** A checkpoint of these disks. */
    static String checkpoint(String name, Collection<String> targets) {
        XmlElement disks = XmlElement.of("disks");
        targets.forEach(
                target -> disks.add(XmlElement.of("disk").set("name", target).set("checkpoint", "bitmap")));
        return XmlElement.of("domaincheckpoint")
                .add(XmlElement.of("name").text(name))
                .add(disks)
                .toString();
    }

    /**
     * The files that a backup writes which goes on, as virDomainBackupGetXMLDesc gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static Set<String> files(String xml) throws HypervisorException {
        Set<String> files = new HashSet<>();
        for (XmlElement disk : disks(XmlDocument.parse(xml).root())) {
            String file = disk.get("target", "file");
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private static Collection<XmlElement> disks(XmlElement root) {
        XmlElement disks = root.child("disks");
        return disks == null ? Set.of() : disks.children("disk");
    }

    /**
     * Reads a document as virDomainCheckpointGetXMLDesc gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static Checkpoint readCheckpoint(String xml) throws HypervisorException {
        XmlElement checkpoint = XmlDocument.parse(xml).root();
        XmlElement parent = checkpoint.child("parent");
        String seconds = XmlText.of(checkpoint, "creationTime");
        SortedSet<String> targets = new TreeSet<>();
        for (XmlElement disk : disks(checkpoint)) {
            String target = disk.get("name");
            if (target != null && "bitmap".equals(disk.get("checkpoint"))) {
                targets.add(target);
            }
        }
        return new Checkpoint(
                Objects.requireNonNullElse(XmlText.of(checkpoint, "name"), ""),
                Instant.ofEpochSecond(seconds == null ? 0 : Long.parseLong(seconds)),
                parent == null ? null : XmlText.of(parent, "name"),
                targets);
    }
}
