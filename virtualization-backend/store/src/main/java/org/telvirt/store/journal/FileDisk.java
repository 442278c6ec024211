package org.telvirt.store.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The disk of this machine. What it makes, only the owner can read. */
final class FileDisk implements Disk {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    @Override
    public Medium openDurable(Path file) throws IOException {
        // O_DSYNC: the write returns when the bytes are on the disk, one call instead of write and fdatasync
        return open(file, "rwd");
    }

    @Override
    public Medium openBuffered(Path file) throws IOException {
        return open(file, "rw");
    }

    private static Medium open(Path file, String mode) throws IOException {
        try {
            Files.createFile(file, attributes("rw-------"));
            forceFolder(file);
        } catch (FileAlreadyExistsException e) {
            // it keeps what it holds
        }
        return new OpenFile(new RandomAccessFile(file.toFile(), mode));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolder(file);
        }
    }

    /** Makes a folder that only the owner can enter, and those above it; durable when it returns. */
    static void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            Path parent = absolute.getParent();
            if (parent != null) {
                createFolder(parent);
            }
            Files.createDirectory(absolute, attributes("rwx------"));
            forceFolder(absolute);
        }
    }

    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        // only a channel can open a folder, and a channel does nothing for a thread that is interrupted
        boolean interrupted = Thread.interrupted();
        boolean forced = false;
        while (!forced) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
                forced = true;
            } catch (ClosedByInterruptException e) {
                interrupted = Thread.interrupted() || interrupted;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    // not a FileChannel: an interrupt of any thread that uses a channel closes it for all
    private static final class OpenFile implements Medium {
        private final RandomAccessFile file;
        /** Where the next write would go; most go there, and need no call to say so. */
        private long position;

        OpenFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public void write(long at, byte[] bytes, int length) throws IOException {
            if (at != position) {
                file.seek(at);
            }
            // whatever a failed write leaves, the next one seeks
            position = -1;
            file.write(bytes, 0, length);
            position = at + length;
        }

        @Override
        public void truncate(long length) throws IOException {
            position = -1;
            file.setLength(length);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
