package org.telvirt.hypervisor.libvirt.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.backup.Backups;

/**
 * The files that a backup is to make on this machine. While they are not whole they have another name, so that what a
 * failure of the host leaves is never taken for a backup.
 *
 * @param files under the names that they get
 */
record CopyFiles(List<String> files) {
    CopyFiles(Collection<String> files) {
        this(List.copyOf(files));
    }

    /** What a file is called while it is not whole. */
    static String partial(String file) {
        return file + Backups.PARTIAL;
    }

    /**
     * Sees to it that none of them is there, and that there is where they go.
     *
     * @throws HypervisorException ALREADY_EXISTS; INVALID_DEFINITION: there is no such folder; DENIED: we may not write
     *     there
     */
    void requireRoom(String attempt) throws HypervisorException {
        for (String file : files) {
            Path folder = folder(file);
            if (!Files.isDirectory(folder)) {
                throw new HypervisorException(
                        Reason.INVALID_DEFINITION,
                        attempt + ": there is no folder '" + folder + "' on this machine; make it first");
            } else if (!Files.isWritable(folder)) {
                throw new HypervisorException(
                        Reason.DENIED,
                        attempt + ": we may not write to '" + folder + "', and could not give the files their names;"
                                + " let the user that Telvirt runs as write there");
            }
            requireAbsent(file, "remove it, or choose another name", attempt);
            requireAbsent(partial(file), "it is left of a backup that did not end, or still goes on", attempt);
        }
    }

    private static void requireAbsent(String file, String cure, String attempt) throws HypervisorException {
        if (Files.exists(Path.of(file))) {
            throw new HypervisorException(Reason.ALREADY_EXISTS, attempt + ": there is a file '" + file + "'; " + cure);
        }
    }

    private static Path folder(String file) {
        Path parent = Path.of(file).getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /** Whether one of them is there under the name that it has while it is not whole. */
    boolean hasPartial() {
        return files.stream().anyMatch(file -> Files.exists(Path.of(partial(file))));
    }

    /** Whether all of them are there in one form or the other, and at least one was given its name since that moment. */
    boolean isBeingNamed(Instant begun) {
        boolean areAllThere = files.stream()
                .allMatch(file -> Files.exists(Path.of(partial(file))) || isMadeSince(Path.of(file), begun));
        return areAllThere && files.stream().anyMatch(file -> isMadeSince(Path.of(file), begun));
    }

    /** By whole seconds: the kernel stamps files by a clock that is some milliseconds behind. */
    private static boolean isMadeSince(Path file, Instant begun) {
        try {
            return Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(begun.truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException e) {
            return false; // gone since, or not ours to see
        }
    }

    /**
     * Gives those that are whole their names, durably.
     *
     * @throws HypervisorException INTERNAL: one could not be given its name
     */
    void name(String attempt) throws HypervisorException {
        for (String file : files) {
            Path partial = Path.of(partial(file));
            if (Files.exists(partial) || !Files.exists(Path.of(file))) {
                try {
                    Files.move(partial, Path.of(file));
                    force(folder(file));
                } catch (IOException e) {
                    throw new HypervisorException(
                            Reason.INTERNAL, attempt + ": '" + partial + "' cannot be given its name: " + e, e);
                }
            }
        }
    }

    /** A name is on the disk only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes those that are not whole; what stays, each with the reason. */
    List<String> removePartial() {
        List<String> left = new ArrayList<>();
        for (String file : files) {
            try {
                Files.deleteIfExists(Path.of(partial(file)));
            } catch (IOException e) {
                left.add("'" + partial(file) + "' cannot be removed: " + e);
            }
        }
        return left;
    }
}
