package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the audit files with the lines that the journal has had since a position. */
final class AuditCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final Path folder;
    private AuditPosition at;
    private byte[] rest;
    private int next;

    /**
     * What was found.
     *
     * @param end where lines go on; what a file has from there on is to be cut off
     * @param written how many of the lines the files have
     * @param disturbed whether someone else wrote into them, or took them away; then lines go on in a new file
     */
    record Finding(AuditPosition end, int written, boolean disturbed) {}

    private AuditCheck(Path folder, AuditPosition from) throws IOException {
        this.folder = folder;
        this.at = from;
        this.rest = rest(AuditTrail.file(folder, from.file()), from.offset());
    }

    static Finding of(Path folder, AuditPosition from, List<String> lines) throws IOException {
        return new AuditCheck(folder, from).find(lines);
    }

    private Finding find(List<String> lines) throws IOException {
        int written = 0;
        turnPage();
        while (written < lines.size() && passes(AuditTrail.bytes(lines.get(written)))) {
            written++;
            turnPage();
        }
        boolean reached = Files.exists(file()) ? endsHere() : at.equals(AuditPosition.START);
        boolean torn = written < lines.size() && isTorn(AuditTrail.bytes(lines.get(written)));
        if (reached || torn) {
            return new Finding(at, written, false);
        }
        AuditPosition end = new AuditPosition(AuditTrail.freeNumber(folder, at.file()), 0);
        LOG.warn(
                "{} is not as it was written, from byte {} on; the {} lines that the journal has go to {}",
                file(),
                at.offset(),
                lines.size() - written,
                AuditTrail.file(folder, end.file()));
        return new Finding(end, written, true);
    }

    private Path file() {
        return AuditTrail.file(folder, at.file());
    }

    private boolean endsHere() throws IOException {
        return next == rest.length && Files.size(file()) == at.offset();
    }

    private void turnPage() throws IOException {
        while (Files.exists(file()) && endsHere() && Files.exists(AuditTrail.file(folder, at.file() + 1))) {
            at = new AuditPosition(at.file() + 1, 0);
            rest = rest(file(), 0);
            next = 0;
        }
    }

    private boolean passes(byte[] line) {
        boolean same = next + line.length <= rest.length
                && Arrays.equals(rest, next, next + line.length, line, 0, line.length);
        if (same) {
            next += line.length;
            at = new AuditPosition(at.file(), at.offset() + line.length);
        }
        return same;
    }

    /** Whether the rest of the last file is what a loss of power can leave: a line's beginning, and zeros. */
    private boolean isTorn(byte[] line) {
        int place = next;
        while (place < rest.length && place - next < line.length && rest[place] == line[place - next]) {
            place++;
        }
        while (place < rest.length && rest[place] == 0) {
            place++;
        }
        return next < rest.length && place == rest.length && !Files.exists(AuditTrail.file(folder, at.file() + 1));
    }

    private static byte[] rest(Path file, long from) throws IOException {
        if (!Files.exists(file) || Files.size(file) <= from) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
            Segment.fill(channel, bytes, from);
            return bytes.array();
        }
    }
}
