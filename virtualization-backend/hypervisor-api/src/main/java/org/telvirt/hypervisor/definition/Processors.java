package org.telvirt.hypervisor.definition;

/**
 * The virtual processors of a domain.
 *
 * @param count those that it starts with, from 1 to {@code maximum}
 * @param maximum those that it can be given while it runs
 */
public record Processors(int count, int maximum) {
    /**
     * @throws IllegalArgumentException if out of range
     */
    public Processors {
        if (count < 1 || maximum < count) {
            throw new IllegalArgumentException("processors: count " + count + ", maximum " + maximum);
        }
    }

    /** So many, no more and no less. */
    public static Processors of(int count) {
        return new Processors(count, count);
    }
}
