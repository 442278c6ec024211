package org.telvirt.hypervisor.definition;

/**
 * An amount of data in a time.
 *
 * @param bytesPerSecond 0 or more
 */
public record DataRate(long bytesPerSecond) implements Comparable<DataRate> {
    /**
     * @throws IllegalArgumentException if negative
     */
    public DataRate {
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("negative rate " + bytesPerSecond);
        }
    }

    /** So many times 2^10 bytes in a second. */
    public static DataRate ofKibibytes(long count) {
        return new DataRate(ByteSize.ofKibibytes(count).bytes());
    }

    /** So many times 2^20 bytes in a second. */
    public static DataRate ofMebibytes(long count) {
        return new DataRate(ByteSize.ofMebibytes(count).bytes());
    }

    @Override
    public int compareTo(DataRate other) {
        return Long.compare(bytesPerSecond, other.bytesPerSecond);
    }

    /** Such as {@code 512 KiB/s}. */
    @Override
    public String toString() {
        return new ByteSize(bytesPerSecond) + "/s";
    }
}
