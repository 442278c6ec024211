package org.telvirt.hypervisor.definition.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * Which disks of a domain are to be copied, where to, and how. All are copied as they are at one moment, the beginning,
 * while the guest goes on.
 *
 * @param since the checkpoint since which what has changed is copied; null: all is. A file of such a backup is to be laid
 *     over the one of the backup that was made with that checkpoint (with QEMU: {@code qemu-img rebase -u -b FULL FILE});
 *     what it names itself as the file below it is the domain's own disk
 * @param checkpoint to be made at the same moment, so that a later backup can copy what has changed since; null: none
 * @param bandwidth that the copying of each disk may take; null: all there is
 * @param quiesce whether the guest is asked, by its agent, to bring its file systems to rest for that moment; without,
 *     the copies are as after pulling the plug
 */
public record BackupRequest(
        Destination destination,
        Format format,
        @Nullable String since,
        @Nullable String checkpoint,
        @Nullable DataRate bandwidth,
        boolean quiesce) {
    private static final Pattern CHECKPOINT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,99}");

    /** Where copies go. None of their files may be there before; their folders must. */
    public sealed interface Destination {}

    /**
     * All disks go into one folder, each into a file {@code DOMAIN-TARGET.FORMAT}, such as {@code web-vda.qcow2}. Drives
     * of CDs and floppies are left out.
     *
     * @param path absolute, on the host
     */
    public record Folder(String path) implements Destination {}

    /**
     * Some disks go into a file each.
     *
     * @param byDisk absolute paths on the host by the disks' targets, such as {@code vda}
     */
    public record Files(SortedMap<String, String> byDisk) implements Destination {
        /** Copies the map. */
        public Files {
            byDisk = Collections.unmodifiableSortedMap(new TreeMap<>(byDisk));
        }
    }

    /** What a copy is written as. */
    public enum Format {
        /** The disk's bytes as they are; only a full one can be. */
        RAW,
        /** QEMU's format, with room for what it holds alone. */
        QCOW2
    }

    /** All disks into a folder, in full, as they are at that moment. */
    public static BackupRequest full(String folder) {
        return new BackupRequest(new Folder(folder), Format.QCOW2, null, null, null, false);
    }

    public BackupRequest withDestination(Destination other) {
        return new BackupRequest(other, format, since, checkpoint, bandwidth, quiesce);
    }

    public BackupRequest withFormat(Format other) {
        return new BackupRequest(destination, other, since, checkpoint, bandwidth, quiesce);
    }

    /** Only what has changed since a checkpoint; null: all. */
    public BackupRequest withSince(@Nullable String other) {
        return new BackupRequest(destination, format, other, checkpoint, bandwidth, quiesce);
    }

    public BackupRequest withCheckpoint(@Nullable String other) {
        return new BackupRequest(destination, format, since, other, bandwidth, quiesce);
    }

    public BackupRequest withBandwidth(@Nullable DataRate other) {
        return new BackupRequest(destination, format, since, checkpoint, other, quiesce);
    }

    public BackupRequest withQuiesce(boolean other) {
        return new BackupRequest(destination, format, since, checkpoint, bandwidth, other);
    }

    /** What an engine must have for it. */
    public Set<BackupFeature> needs() {
        Set<BackupFeature> needs = EnumSet.of(BackupFeature.BACKUP);
        if (since != null) {
            needs.add(BackupFeature.INCREMENTAL);
        }
        if (checkpoint != null) {
            needs.add(BackupFeature.CHECKPOINTS);
        }
        if (bandwidth != null) {
            needs.add(BackupFeature.BANDWIDTH);
        }
        if (quiesce) {
            needs.add(BackupFeature.QUIESCE);
        }
        return needs;
    }

    /** What nobody can do of whatever domain, each by the field that says it; empty: it makes sense. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (destination instanceof Folder folder && !isPath(folder.path())) {
            violations.add("destination: '" + folder.path() + "' is no absolute path");
        } else if (destination instanceof Files files) {
            violationsOf(files, violations);
        }
        if (since != null && format == Format.RAW) {
            violations.add("format: a raw file cannot say what has changed; ask for qcow2");
        }
        if (checkpoint != null && !CHECKPOINT.matcher(checkpoint).matches()) {
            violations.add(
                    "checkpoint: '" + checkpoint + "' is no name; give 1 to 100 letters, digits and any of _.:-");
        }
        if (checkpoint != null && checkpoint.equals(since)) {
            violations.add("checkpoint: '" + checkpoint + "' is the one since which changes are asked for");
        }
        if (bandwidth != null && bandwidth.bytesPerSecond() == 0) {
            violations.add("bandwidth: nothing gets through none");
        }
        return violations;
    }

    private static void violationsOf(Files files, List<String> violations) {
        if (files.byDisk().isEmpty()) {
            violations.add("destination: no disk is named");
        }
        Set<String> taken = new HashSet<>();
        files.byDisk().forEach((disk, path) -> {
            if (!isPath(path) || path.endsWith("/")) {
                violations.add("destination: '" + path + "' is no absolute path of a file");
            } else if (!taken.add(path)) {
                violations.add("destination: two disks cannot share the file '" + path + "'");
            }
        });
    }

    private static boolean isPath(String path) {
        return path.startsWith("/") && path.chars().noneMatch(Character::isISOControl);
    }

    /**
     * What cannot be done of a domain; empty: all can.
     *
     * @param active what it is made of now
     */
    public List<String> violations(DomainDefinition active) {
        List<String> present = targets(active);
        List<String> violations = new ArrayList<>();
        if (present.isEmpty()) {
            violations.add("destination: it has no disk with anything in it");
        } else if (destination instanceof Files files) {
            for (String disk : files.byDisk().keySet()) {
                if (!present.contains(disk)) {
                    violations.add("destination: it has no disk '" + disk + "', but " + String.join(", ", present));
                }
            }
        }
        return violations;
    }

    /**
     * The file of each disk that is copied, by its target.
     *
     * @param active what the domain is made of now
     */
    public SortedMap<String, String> files(DomainDefinition active) {
        if (destination instanceof Files files) {
            return files.byDisk();
        }
        String folder = ((Folder) destination).path();
        String name = active.name().replace('/', '_');
        String ending = format.name().toLowerCase(Locale.ROOT);
        SortedMap<String, String> files = new TreeMap<>();
        for (String target : targets(active)) {
            files.put(target, folder + (folder.endsWith("/") ? "" : "/") + name + "-" + target + "." + ending);
        }
        return files;
    }

    /** The disks that have something to copy. */
    private static List<String> targets(DomainDefinition active) {
        List<String> targets = new ArrayList<>();
        for (Disk disk : active.disks()) {
            String target = disk.target();
            if (target != null && disk.device() == DeviceType.DISK && disk.medium() != null) {
                targets.add(target);
            }
        }
        return targets;
    }
}
