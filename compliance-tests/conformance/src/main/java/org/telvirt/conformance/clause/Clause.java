package org.telvirt.conformance.clause;

import java.util.List;
import java.util.stream.Stream;

/**
 * A demand of a standard.
 *
 * @param number the document and its clause, such as {@code DSP1057 8}
 * @param demand what is demanded, as a sentence without its subject's name
 * @param proves what else is proved where it is met, as the requirements report names it
 * @param check looks whether it is met
 */
public record Clause(String number, String demand, List<String> proves, Check check) {
    /** Copies the list. */
    public Clause {
        proves = List.copyOf(proves);
    }

    /** A demand that proves only itself. */
    public static Clause of(String number, String demand, Check check) {
        return new Clause(number, demand, List.of(), check);
    }

    /** The same demand, which proves these as well. */
    public Clause proving(String... more) {
        return new Clause(number, demand, List.of(more), check);
    }

    /** All that is proved where the demand is met. */
    public List<String> claims() {
        return Stream.concat(Stream.of(number), proves.stream()).toList();
    }

    @Override
    public String toString() {
        return number + ": " + demand;
    }
}
