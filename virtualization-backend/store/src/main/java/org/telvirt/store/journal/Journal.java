package org.telvirt.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.store.Commit;

/**
 * The segments of a folder and what they hold. Commits go to the last segment. When that is full and more than half of
 * what the others hold is dead, the oldest are emptied: what lives in them is written again, and they go. Always the
 * oldest, so that a removal, which must be remembered as long as an older segment has what it removed, can be forgotten.
 *
 * <p>One thread at a time; readers of the index synchronize on it, and so does whatever changes it.
 */
final class Journal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MOVED_AT_ONCE = 1 << 20;

    private final Path folder;
    private final JournalSettings settings;
    private final Disk disk;
    private final Index index;
    private final Deque<Segment> segments;
    private final AuditTrail audit;
    private final CommitFrame commits;
    private final FrameWriter moves = new FrameWriter();
    private final SecureRandom salts = new SecureRandom();
    private long sequence;
    private boolean suspect;

    private Journal(Path folder, JournalSettings settings, Disk disk, Recovery recovery, AuditTrail audit) {
        this.folder = folder;
        this.settings = settings;
        this.disk = disk;
        this.audit = audit;
        index = recovery.index();
        segments = recovery.segments();
        sequence = recovery.sequence();
        commits = new CommitFrame(index);
    }

    /**
     * Opens the journal of a folder, or begins one.
     *
     * @throws IOException if it is damaged: the message names file, place and cure
     */
    static Journal open(Path folder, JournalSettings settings, Disk disk) throws IOException {
        Recovery recovery = Recovery.of(folder, disk);
        Segment last = recovery.segments().peekLast();
        AuditPosition from = last == null ? AuditPosition.START : last.header().audit();
        Path auditFolder = folder.resolve("audit");
        FileDisk.createFolder(auditFolder);
        List<String> lines = recovery.lines();
        AuditCheck.Finding finding = AuditCheck.of(auditFolder, from, lines);
        AuditTrail audit = AuditTrail.open(auditFolder, settings.auditFileBytes(), disk, finding.end());
        Journal journal = new Journal(folder, settings, disk, recovery, audit);
        try {
            audit.append(lines.subList(finding.written(), lines.size()));
            if (last == null || finding.disturbed()) {
                journal.beginSegment(0);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    Index index() {
        return index;
    }

    /**
     * Writes commits, all or none; when this returns they are durable.
     *
     * @throws IOException if the disk fails; then none of them was written
     */
    void write(List<Commit> batch) throws IOException {
        commits.encode(batch);
        if (suspect || !segments.getLast().hasRoomFor(commits.frame().paddedLength())) {
            beginSegment(commits.frame().paddedLength());
            clean();
        }
        int start = append(commits.frame());
        synchronized (index) {
            index.apply(commits.updates(segments.getLast(), start));
        }
        batch.forEach(commit -> audit.append(commit.records()));
    }

    private int append(FrameWriter frame) throws IOException {
        int length = frame.paddedLength();
        if (suspect || !segments.getLast().hasRoomFor(length)) {
            beginSegment(length);
        }
        Segment segment = segments.getLast();
        int start = segment.used();
        try {
            segment.append(disk, frame.end(segment.header().salt(), sequence), length);
        } catch (IOException e) {
            disown(segment, length, e);
            throw e;
        }
        sequence++;
        return start;
    }

    /** Makes sure that nobody ever reads what a failed write may have left. */
    private void disown(Segment segment, int length, IOException cause) {
        try {
            segment.erase(disk, length);
        } catch (IOException e) {
            // the header of the next segment will say that this one ends before it
            suspect = true;
            cause.addSuppressed(e);
        }
    }

    private void beginSegment(int frameBytes) throws IOException {
        // the journal before this place may be dropped one day, and with it what would repair the audit files
        audit.force();
        Segment last = segments.peekLast();
        long number = last == null ? 1 : last.header().number() + 1;
        long oldest = last == null ? 1 : segments.getFirst().header().number();
        SegmentHeader header = new SegmentHeader(number, salts.nextLong(), sequence, oldest, audit.end());
        int capacity = Math.max(settings.segmentBytes(), SegmentHeader.BYTES + frameBytes);
        segments.addLast(Segment.create(disk, folder, header, capacity));
        suspect = false;
        if (last != null) {
            last.close();
        }
    }

    /** Empties old segments, as much as one segment holds at most, so that no commit waits for long. */
    private void clean() {
        long budget = settings.segmentBytes();
        try {
            while (segments.size() > 1 && budget > 0 && isWorthCleaning()) {
                Segment oldest = segments.getFirst();
                budget -= oldest.live();
                empty(oldest);
                segments.removeFirst();
                oldest.close();
                disk.delete(oldest.file());
            }
        } catch (IOException e) {
            LOG.warn("Cannot clean the journal in {}: {}; it goes on growing until this works", folder, e.getMessage());
        }
    }

    private boolean isWorthCleaning() {
        long used = 0;
        long live = 0;
        for (Segment segment : segments) {
            if (segment != segments.getLast()) {
                used += segment.used();
                live += segment.live();
            }
        }
        return segments.getFirst().live() == 0 || used - live > live;
    }

    private void empty(Segment segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment.file());
        FrameReader frames = new FrameReader(bytes, segment.header().salt());
        List<Item.Put> moved = new ArrayList<>();
        long frame = segment.header().firstSequence();
        moves.begin();
        while (frames.next() < segment.used()) {
            if (!frames.hasFrame(frame)) {
                throw new IOException(segment.file() + " is damaged at byte " + frames.next());
            }
            frames.readFrame(item -> {
                if (item instanceof Item.Put put && isLive(put, segment)) {
                    moves.copy(bytes, put.offset(), put.length());
                    moved.add(put);
                }
            });
            frame++;
            if (moves.length() > MOVED_AT_ONCE) {
                move(moved);
            }
        }
        moves.drop(segment.header().number());
        move(moved);
    }

    private boolean isLive(Item.Put put, Segment segment) {
        Place place = index.find(put.table(), put.key());
        return place != null && place.segment() == segment && place.offset() == put.offset();
    }

    private void move(List<Item.Put> moved) throws IOException {
        int at = append(moves) + FrameWriter.HEADER_BYTES;
        synchronized (index) {
            for (Item.Put put : moved) {
                Place place = new Place(put.born(), segments.getLast(), at, put.length());
                index.apply(new Index.Update(put.table(), put.key(), place));
                at += put.length();
            }
        }
        moved.clear();
        moves.begin();
    }

    @Override
    public void close() throws IOException {
        try (audit) {
            Segment last = segments.peekLast();
            if (last != null) {
                last.close();
                audit.force();
            }
        }
    }
}
