package org.telvirt.store.journal;

/**
 * How large the files of a journal become.
 *
 * @param segmentBytes what a segment takes on the disk, from its beginning; a larger commit gets a segment of its own size
 * @param auditFileBytes when an audit file is followed by the next
 */
public record JournalSettings(int segmentBytes, long auditFileBytes) {
    private static final int LEAST_SEGMENT_BYTES = 256;

    /** Segments of 16 MiB, audit files of 64 MiB. */
    public static final JournalSettings DEFAULT = new JournalSettings(16 << 20, 64L << 20);

    /** Refuses segments without room for a commit. */
    public JournalSettings {
        if (segmentBytes < LEAST_SEGMENT_BYTES || auditFileBytes < 1) {
            throw new IllegalArgumentException("Too small: segments of " + segmentBytes + " bytes (at least "
                    + LEAST_SEGMENT_BYTES + "), audit files of " + auditFileBytes + " bytes (at least 1)");
        }
    }
}
