package org.telvirt.store.journal;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads the frames of one segment, one after the other. */
final class FrameReader {
    private final byte[] bytes;
    private final ByteBuffer segment;
    private final long salt;
    private int next = SegmentHeader.BYTES;

    /**
     * @param segment all bytes of it
     */
    FrameReader(byte[] segment, long salt) {
        bytes = segment;
        this.segment = ByteBuffer.wrap(segment);
        this.salt = salt;
    }

    /** Where the next frame begins or would begin. */
    int next() {
        return next;
    }

    /** Whether the next frame is whole and has this sequence. */
    boolean hasFrame(long sequence) {
        return isFrame(next) && sequenceAt(next) == sequence;
    }

    /** Hands over the items of the next frame, which is whole, and moves behind it. */
    void readFrame(Consumer<Item> items) {
        int end = next + FrameWriter.HEADER_BYTES + segment.getInt(next);
        ByteBuffer in =
                segment.duplicate().position(next + FrameWriter.HEADER_BYTES).limit(end);
        while (in.hasRemaining()) {
            items.accept(Item.read(in));
        }
        next = Math.min(segment.limit(), FrameWriter.padded(end));
    }

    /** Whether nothing was ever written from here on. */
    boolean isBlankFromHere() {
        for (int i = next; i < segment.limit(); i++) {
            if (segment.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a whole frame of a later sequence lies behind this place: then what is missing here was once durable. */
    boolean hasFrameAfter(long sequence) {
        for (int i = next; i <= segment.limit() - FrameWriter.HEADER_BYTES; i += FrameWriter.ALIGNMENT) {
            if (sequenceAt(i) >= sequence && isFrame(i)) {
                return true;
            }
        }
        return false;
    }

    private long sequenceAt(int offset) {
        return segment.getLong(offset + 2 * Integer.BYTES);
    }

    private boolean isFrame(int offset) {
        int room = segment.limit() - offset - FrameWriter.HEADER_BYTES;
        if (room <= 0) {
            return false;
        }
        int length = segment.getInt(offset);
        return length > 0
                && length <= room
                && segment.getInt(offset + Integer.BYTES)
                        == FrameWriter.checksum(salt, bytes, offset, FrameWriter.HEADER_BYTES + length);
    }
}
