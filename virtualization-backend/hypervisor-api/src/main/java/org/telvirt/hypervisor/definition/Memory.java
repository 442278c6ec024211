package org.telvirt.hypervisor.definition;

/**
 * The memory of a domain.
 *
 * @param size what it has, more than zero and at most {@code maximum}
 * @param maximum what it can be given while it runs
 */
public record Memory(ByteSize size, ByteSize maximum) {
    /**
     * @throws IllegalArgumentException if out of range
     */
    public Memory {
        if (size.bytes() == 0 || maximum.compareTo(size) < 0) {
            throw new IllegalArgumentException("memory: size " + size + ", maximum " + maximum);
        }
    }

    /** So much, no more and no less. */
    public static Memory of(ByteSize size) {
        return new Memory(size, size);
    }
}
