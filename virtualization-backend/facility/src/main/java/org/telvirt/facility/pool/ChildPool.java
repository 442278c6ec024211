package org.telvirt.facility.pool;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.hypervisor.definition.NumberSet;

/**
 * A pool that a client made.
 *
 * @param shares at least one, all of the kind of the pool
 * @param processors of the host that are its own; empty: no certain ones
 */
record ChildPool(PoolId id, String name, List<Share> shares, NumberSet processors) {
    private static final String NAME = "name ";
    private static final String FROM = "from ";
    private static final String PROCESSORS = "processors ";

    ChildPool {
        shares = List.copyOf(shares);
    }

    long capacity() {
        return shares.stream().mapToLong(Share::amount).sum();
    }

    /** What it has from a pool; 0: nothing. */
    long from(PoolId parent) {
        return shares.stream()
                .filter(share -> share.from().equals(parent))
                .mapToLong(Share::amount)
                .sum();
    }

    ChildPool withShares(List<Share> other) {
        return new ChildPool(id, name, other, processors);
    }

    /** As it is kept, a line for each thing. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(NAME + name);
        shares.forEach(share -> lines.add(FROM + share.amount() + " " + share.from()));
        if (!processors.isEmpty()) {
            lines.add(PROCESSORS + processors);
        }
        return String.join("\n", lines);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException it is something else
     */
    static ChildPool read(String key, String text) {
        PoolId id = id(key);
        String name = "";
        List<Share> shares = new ArrayList<>();
        NumberSet processors = NumberSet.of();
        for (String line : text.lines().toList()) {
            if (line.startsWith(NAME)) {
                name = line.substring(NAME.length());
            } else if (line.startsWith(FROM)) {
                String[] words = line.substring(FROM.length()).split(" ", 2);
                shares.add(new Share(id(words[words.length - 1]), Long.parseLong(words[0])));
            } else if (line.startsWith(PROCESSORS)) {
                processors = NumberSet.parse(line.substring(PROCESSORS.length()));
            }
        }
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("The resource pool " + key + " has no parent");
        }
        return new ChildPool(id, name, shares, processors);
    }

    private static PoolId id(String text) {
        PoolId id = PoolId.parse(text);
        if (id == null) {
            throw new IllegalArgumentException("'" + text + "' is no resource pool");
        }
        return id;
    }
}
