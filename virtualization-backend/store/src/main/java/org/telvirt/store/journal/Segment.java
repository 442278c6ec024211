package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file of the journal. Its end is zeros until frames fill it, so that a write changes bytes and no length. */
final class Segment {
    private static final byte[] ZEROS = new byte[1 << 20];
    private static final String SUFFIX = ".journal";
    private static final String UNFINISHED = ".new";

    private final Path file;
    private final SegmentHeader header;
    private final int capacity;
    private int used;
    private long live;
    private Disk.@Nullable Medium medium;

    /** A segment without frames. */
    Segment(Path file, SegmentHeader header, int capacity) {
        this.file = file;
        this.header = header;
        this.capacity = capacity;
        this.used = SegmentHeader.BYTES;
    }

    /** Makes the file of a new segment; until it is whole it has another name. */
    static Segment create(Disk disk, Path folder, SegmentHeader header, int capacity) throws IOException {
        Path file = folder.resolve(name(header.number()));
        Path unfinished = folder.resolve(name(header.number()) + UNFINISHED);
        try (Disk.Medium medium = disk.openDurable(unfinished)) {
            zero(medium, 0, capacity);
            medium.write(0, header.encode(), SegmentHeader.BYTES);
        } catch (IOException e) {
            disk.delete(unfinished);
            throw e;
        }
        disk.rename(unfinished, file);
        return new Segment(file, header, capacity);
    }

    private static String name(long number) {
        return "segment-%010d%s".formatted(number, SUFFIX);
    }

    /** The number in a file's name; empty: it is not a segment's. */
    static Optional<Long> number(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("segment-\\d{10,18}\\" + SUFFIX)
                ? Optional.of(Long.valueOf(name.substring(8, name.length() - SUFFIX.length())))
                : Optional.empty();
    }

    /** Whether a file was to become a segment. */
    static boolean isUnfinished(Path file) {
        return String.valueOf(file.getFileName()).endsWith(SUFFIX + UNFINISHED);
    }

    SegmentHeader header() {
        return header;
    }

    Path file() {
        return file;
    }

    /** Where the next frame goes. */
    int used() {
        return used;
    }

    /** Frames were found up to here. */
    void usedUpTo(int offset) {
        used = offset;
    }

    boolean hasRoomFor(int bytes) {
        return bytes <= capacity - used;
    }

    /** How many bytes of it hold what is still true. */
    long live() {
        return live;
    }

    void addLive(long bytes) {
        live += bytes;
    }

    /** Adds a frame; when this returns it is durable. */
    void append(Disk disk, byte[] frame, int length) throws IOException {
        open(disk).write(used, frame, length);
        used += length;
    }

    /** Makes sure that nothing stands from the end of the last frame on. */
    void erase(Disk disk, int length) throws IOException {
        zero(open(disk), used, length);
    }

    /** Like {@link #erase(Disk, int)}, up to the end of the file. */
    void eraseRest(Disk disk) throws IOException {
        erase(disk, capacity - used);
    }

    private static void zero(Disk.Medium medium, long from, int length) throws IOException {
        for (int done = 0; done < length; done += ZEROS.length) {
            medium.write(from + done, ZEROS, Math.min(ZEROS.length, length - done));
        }
    }

    private Disk.Medium open(Disk disk) throws IOException {
        Disk.Medium opened = medium;
        if (opened == null) {
            opened = disk.openDurable(file);
            medium = opened;
        }
        return opened;
    }

    /** Closes the file for writing. */
    void close() throws IOException {
        Disk.Medium opened = medium;
        medium = null;
        if (opened != null) {
            opened.close();
        }
    }

    /** Opens the file for reading; each reader has its own, which stays readable when the file is deleted. */
    FileChannel openForReading() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Reads from a channel until a buffer is full. */
    static void fill(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long next = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, next);
            if (count < 0) {
                throw new IOException("The file ends at " + next + ", where more was written");
            }
            next += count;
        }
    }
}
