package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a journal holds when it is opened. The last write may have been torn: then it was not acknowledged and is cut
 * off. Anything else that does not fit is damage, and is refused rather than guessed at.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path folder;
    private final Disk disk;
    private final Index index = new Index();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private List<String> lines = new ArrayList<>();
    private long sequence = 1;
    private long dropped;

    private Recovery(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Reads a folder; an empty one is a journal without segments.
     *
     * @throws IOException if it is damaged: the message names file, place and cure
     */
    static Recovery of(Path folder, Disk disk) throws IOException {
        Recovery recovery = new Recovery(folder, disk);
        recovery.run();
        return recovery;
    }

    Index index() {
        return index;
    }

    /** From the oldest to the last, to which frames are added. */
    Deque<Segment> segments() {
        return segments;
    }

    /** The lines of the last segment; those before are durable in the audit files. */
    List<String> lines() {
        return lines;
    }

    /** The sequence of the next frame. */
    long sequence() {
        return sequence;
    }

    private void run() throws IOException {
        List<Path> files = new ArrayList<>(segmentFiles().values());
        List<SegmentHeader> headers = new ArrayList<>();
        for (Path file : files) {
            headers.add(readHeader(file));
        }
        checkNoneIsMissing(files, headers);
        for (int i = 0; i < files.size(); i++) {
            boolean last = i == files.size() - 1;
            replay(
                    files.get(i),
                    headers.get(i),
                    last ? Long.MAX_VALUE : headers.get(i + 1).firstSequence());
        }
        if (!segments.isEmpty()) {
            checkBeginning();
            index.restoreOrder();
        }
    }

    private Map<Long, Path> segmentFiles() throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.toList();
        }
        Map<Long, Path> files = new TreeMap<>();
        for (Path file : all) {
            if (Segment.isUnfinished(file)) {
                disk.delete(file);
            }
            Segment.number(file).ifPresent(number -> files.put(number, file));
        }
        return files;
    }

    private SegmentHeader readHeader(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(SegmentHeader.BYTES, Files.size(file)));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Segment.fill(channel, bytes, 0);
        }
        return SegmentHeader.decode(bytes.array())
                .filter(header -> Segment.number(file).equals(Optional.of(header.number())))
                .orElseThrow(() -> new IOException("Cannot open the store " + folder + ": the beginning of " + file
                        + " is damaged. Put the folder back from a backup"));
    }

    private void replay(Path file, SegmentHeader header, long end) throws IOException {
        if (segments.isEmpty()) {
            sequence = header.firstSequence();
        }
        dropped = Math.max(dropped, header.oldest() - 1);
        lines = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file);
        FrameReader frames = new FrameReader(bytes, header.salt());
        Segment segment = new Segment(file, header, bytes.length);
        while (sequence < end && frames.hasFrame(sequence)) {
            frames.readFrame(item -> apply(segment, item));
            sequence++;
        }
        segment.usedUpTo(frames.next());
        segments.addLast(segment);
        if (end == Long.MAX_VALUE) {
            checkEnd(segment, frames);
        } else if (sequence < end) {
            throw damaged(file, frames.next());
        }
    }

    private void checkNoneIsMissing(List<Path> files, List<SegmentHeader> headers) throws IOException {
        for (int i = 1; i < files.size(); i++) {
            if (headers.get(i).number() != headers.get(i - 1).number() + 1) {
                throw missing("between " + files.get(i - 1) + " and " + files.get(i));
            }
        }
    }

    private void checkBeginning() throws IOException {
        if (segments.getFirst().header().number() > dropped + 1) {
            throw missing("before " + segments.getFirst().file());
        }
        while (segments.size() > 1 && segments.getFirst().header().number() <= dropped) {
            // a crash came between the note that it may go and its going
            disk.delete(segments.removeFirst().file());
        }
    }

    private void checkEnd(Segment segment, FrameReader frames) throws IOException {
        if (frames.isBlankFromHere()) {
            return;
        }
        if (frames.hasFrameAfter(sequence)) {
            throw damaged(segment.file(), frames.next());
        }
        LOG.warn(
                "{}: cut off what was being written at byte {} when the last run ended; it was not acknowledged",
                segment.file(),
                frames.next());
        segment.eraseRest(disk);
    }

    private void apply(Segment segment, Item item) {
        if (item instanceof Item.Put put) {
            Place place = new Place(put.born(), segment, put.offset(), put.length());
            index.apply(new Index.Update(put.table(), put.key(), place));
        } else if (item instanceof Item.Remove remove) {
            index.apply(new Index.Update(remove.table(), remove.key(), null));
        } else if (item instanceof Item.Line line) {
            lines.add(line.line());
        } else if (item instanceof Item.Drop drop) {
            dropped = Math.max(dropped, drop.segment());
        }
    }

    private IOException missing(String where) {
        return new IOException("Cannot open the store " + folder + ": a segment is missing " + where
                + ". Put it back, or put the folder back from a backup");
    }

    private IOException damaged(Path file, int offset) {
        return new IOException("Cannot open the store " + folder + ": " + file + " is damaged at byte " + offset
                + ", and valid entries follow. Put the folder back from a backup; or, to lose all that was committed"
                + " after that, cut the file there (truncate -s " + offset + " FILE) and move later segments away");
    }
}
