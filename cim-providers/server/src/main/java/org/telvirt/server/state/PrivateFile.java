package org.telvirt.server.state;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A text file for its owner's eyes alone (mode 0600), replaced as a whole or not at all. */
public record PrivateFile(Path path) {
    /** Whether it is there. */
    public boolean exists() {
        return Files.exists(path);
    }

    public String read() throws IOException {
        return Files.readString(path);
    }

    /** Replaces the text, on the disk when this returns; nobody ever sees half of it. */
    public void write(String text) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), onlyOwner)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, path, ATOMIC_MOVE);
    }
}
