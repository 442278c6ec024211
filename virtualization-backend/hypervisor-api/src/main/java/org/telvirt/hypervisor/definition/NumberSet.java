package org.telvirt.hypervisor.definition;

import java.util.List;
import java.util.TreeSet;

/**
 * Some processors or memory nodes of the host, by number.
 *
 * @param numbers in order, each once, from 0
 */
public record NumberSet(List<Integer> numbers) {
    /** More than any host has; keeps a range that was written in error from filling the heap. */
    private static final int MOST = 1 << 16;

    /** Sorts the numbers and drops repetitions. */
    public NumberSet {
        numbers = List.copyOf(new TreeSet<>(numbers));
    }

    /** These numbers. */
    public static NumberSet of(Integer... numbers) {
        return new NumberSet(List.of(numbers));
    }

    /** From the first to the last. */
    public static NumberSet range(int first, int last) {
        return parse(first + "-" + last);
    }

    /**
     * Reads numbers, ranges and exceptions with commas between them, such as {@code 0-3,^2,8}.
     *
     * @throws IllegalArgumentException it has another form or a number above 65535
     */
    public static NumberSet parse(String text) {
        TreeSet<Integer> found = new TreeSet<>();
        TreeSet<Integer> excepted = new TreeSet<>();
        for (String part : text.strip().split(",", -1)) {
            String bare = part.strip();
            if (bare.startsWith("^")) {
                excepted.add(number(bare.substring(1), text));
            } else {
                String[] ends = bare.split("-", 2);
                int last = number(ends[ends.length - 1], text);
                for (int i = number(ends[0], text); i <= last; i++) {
                    found.add(i);
                }
            }
        }
        found.removeAll(excepted);
        return new NumberSet(List.copyOf(found));
    }

    private static int number(String text, String whole) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0 && number < MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + whole + "' is no set of numbers such as 0-3,8", e);
        }
        throw new IllegalArgumentException("'" + whole + "' has a number that is not from 0 to " + (MOST - 1));
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** In the shortest form, such as {@code 0-3,8}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < numbers.size()) {
            int first = numbers.get(i);
            int last = first;
            while (i + 1 < numbers.size() && numbers.get(i + 1) == last + 1) {
                i++;
                last = numbers.get(i);
            }
            out.append(out.isEmpty() ? "" : ",").append(first).append(last == first ? "" : "-" + last);
            i++;
        }
        return out.toString();
    }
}
