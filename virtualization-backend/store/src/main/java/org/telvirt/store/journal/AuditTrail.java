package org.telvirt.store.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit files: lines for people and for what ships logs. The journal holds every line durably, so that a line costs
 * no force here; what is missing after a crash is written again at the next open.
 */
final class AuditTrail implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Path folder;
    private final long mostBytes;
    private final Disk disk;
    private Disk.Medium medium;
    private AuditPosition end;
    private byte[] unwritten = new byte[0];
    private boolean failed;

    private AuditTrail(Path folder, long mostBytes, Disk disk, AuditPosition end) throws IOException {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.disk = disk;
        this.end = end;
        this.medium = disk.openBuffered(file(folder, end.file()));
    }

    /** Opens the files to write on from a position. */
    static AuditTrail open(Path folder, long mostBytes, Disk disk, AuditPosition end) throws IOException {
        FileDisk.createFolder(folder);
        AuditTrail trail = new AuditTrail(folder, mostBytes, disk, end);
        try {
            trail.medium.truncate(end.offset());
            return trail;
        } catch (IOException e) {
            trail.close();
            throw e;
        }
    }

    static Path file(Path folder, long number) {
        return folder.resolve("audit-%06d.log".formatted(number));
    }

    /** Where the next line goes once all are written. */
    AuditPosition end() {
        return end;
    }

    /** Appends lines. If the disk fails they are kept, since the journal has them, and written with the next ones. */
    void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(unwritten);
        lines.forEach(line -> bytes.writeBytes(bytes(line)));
        unwritten = bytes.toByteArray();
        try {
            write();
        } catch (IOException e) {
            if (!failed) {
                LOG.error(
                        "Cannot write to {}: {}. The journal keeps the lines until the next one can be written: free space there",
                        file(folder, end.file()),
                        e.getMessage());
            }
            failed = true;
        }
    }

    private void write() throws IOException {
        if (end.offset() >= mostBytes) {
            rotate();
        }
        medium.write(end.offset(), unwritten, unwritten.length);
        end = new AuditPosition(end.file(), end.offset() + unwritten.length);
        unwritten = new byte[0];
        failed = false;
    }

    private void rotate() throws IOException {
        medium.force();
        Disk.Medium next = disk.openBuffered(file(folder, end.file() + 1));
        medium.close();
        medium = next;
        end = new AuditPosition(end.file() + 1, 0);
    }

    /** Makes all lines durable in the files. */
    void force() throws IOException {
        if (unwritten.length > 0) {
            write();
        }
        medium.force();
    }

    @Override
    public void close() throws IOException {
        medium.close();
    }

    /** How a line stands in a file. */
    static byte[] bytes(String line) {
        return (line + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** The first number from the given one on that no file has. */
    static long freeNumber(Path folder, long from) {
        long number = from;
        while (Files.exists(file(folder, number))) {
            number++;
        }
        return number;
    }
}
