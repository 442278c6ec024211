package org.telvirt.hypervisor.definition;

/**
 * An amount of memory or storage.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** Nothing. */
    public static final ByteSize ZERO = new ByteSize(0);

    /**
     * @throws IllegalArgumentException if negative
     */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size " + bytes);
        }
    }

    /** So many times 2^10 bytes. */
    public static ByteSize ofKibibytes(long count) {
        return new ByteSize(Math.multiplyExact(count, KIB));
    }

    /** So many times 2^20 bytes. */
    public static ByteSize ofMebibytes(long count) {
        return new ByteSize(Math.multiplyExact(count, MIB));
    }

    /** The size in units of 2^10 bytes, rounded up. */
    public long toKibibytes() {
        return bytes / KIB + (bytes % KIB == 0 ? 0 : 1);
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** With the largest unit that divides it, such as {@code 512 MiB}. */
    @Override
    public String toString() {
        if (bytes >= GIB && bytes % GIB == 0) {
            return bytes / GIB + " GiB";
        } else if (bytes >= MIB && bytes % MIB == 0) {
            return bytes / MIB + " MiB";
        } else if (bytes >= KIB && bytes % KIB == 0) {
            return bytes / KIB + " KiB";
        }
        return bytes + " bytes";
    }
}
