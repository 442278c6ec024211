package org.telvirt.store.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The beginning of a segment.
 *
 * @param number segments are numbered from 1 without gaps
 * @param salt goes into the checksum of each frame, so that no text that someone stores can pass for a frame
 * @param firstSequence of its first frame; whatever the segment before holds with this sequence or a later one is void
 * @param oldest the first segment that was needed when this one was made
 * @param audit up to where the audit files were durable when this one was made
 */
record SegmentHeader(long number, long salt, long firstSequence, long oldest, AuditPosition audit) {
    /** How long it is in the file. */
    static final int BYTES = 64;

    // "TELVIRTJ"
    private static final long MAGIC = 0x54454C564952544AL;
    private static final int VERSION = 1;
    private static final int CHECKED_BYTES = BYTES - Integer.BYTES;

    byte[] encode() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putLong(number)
                .putLong(salt)
                .putLong(firstSequence)
                .putLong(oldest)
                .putLong(audit.file())
                .putLong(audit.offset())
                .putInt(checksum(bytes));
        return bytes;
    }

    /** Empty: these bytes are not a header. */
    static Optional<SegmentHeader> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < BYTES
                || in.getLong() != MAGIC
                || in.getInt() != VERSION
                || in.getInt(CHECKED_BYTES) != checksum(bytes)) {
            return Optional.empty();
        }
        return Optional.of(new SegmentHeader(
                in.getLong(), in.getLong(), in.getLong(), in.getLong(), new AuditPosition(in.getLong(), in.getLong())));
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKED_BYTES);
        return (int) crc.getValue();
    }
}
