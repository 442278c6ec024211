package org.telvirt.server.state;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** A server's state folder; while it is open no other server can open it. Only its owner can look inside. */
public final class StateFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String SERVER_ID = "server-id";

    private final Path path;
    private final FileChannel lock;

    private StateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, and locks it.
     *
     * @throws StartException STATE_UNUSABLE: it cannot be made or written; IN_USE: another server runs on it
     */
    public static StateFolder open(Path path) throws StartException {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                make(absolute);
            }
            return new StateFolder(absolute, lock(absolute));
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE,
                    "Cannot use the state folder " + absolute + ": " + reason(e) + ". Choose another with --state DIR",
                    e);
        }
    }

    private static void make(Path folder) throws IOException {
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static FileChannel lock(Path folder) throws IOException, StartException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, READ, WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new StartException(ExitCode.IN_USE, inUse(folder, read(channel)));
            }
            channel.truncate(0);
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return channel;
        } catch (IOException | StartException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a server in this very process
        }
    }

    private static String inUse(Path folder, String process) {
        return "Cannot use the state folder " + folder + ": a running server"
                + (process.isEmpty() ? "" : " (process " + process + ")")
                + " holds it. Stop that one, or choose another folder with --state DIR";
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.write(StandardCharsets.US_ASCII.encode(text), 0);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be made";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a folder";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason() + " (" + failure.getFile() + ")"
                : String.valueOf(e.getMessage());
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** A file in it that only this server's user may read. */
    public PrivateFile file(String name) {
        return new PrivateFile(path.resolve(name));
    }

    /**
     * What this server is called, everywhere and for as long as the folder exists.
     *
     * @throws StartException STATE_UNUSABLE: its file cannot be read or written, or is damaged
     */
    public UUID serverId() throws StartException {
        PrivateFile file = file(SERVER_ID);
        try {
            if (!file.exists()) {
                file.write(UUID.randomUUID() + "\n");
            }
            return UUID.fromString(file.read().strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE,
                    "Cannot read or write the server's id in " + file.path() + ": " + e.getMessage()
                            + ". Remove the file to have a new one made",
                    e);
        }
    }

    /** Lets others in. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
