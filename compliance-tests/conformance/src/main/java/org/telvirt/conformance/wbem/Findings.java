package org.telvirt.conformance.wbem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What checks have found, in order. Not for use by many threads. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** Adds one. */
    public void add(@Nullable Object thing, String cause) {
        all.add(new Finding(String.valueOf(thing), cause));
    }

    /** Adds one if what is demanded is not so. */
    public void unless(boolean so, @Nullable Object thing, String cause) {
        if (!so) {
            add(thing, cause);
        }
    }

    /** Adds those of another check. */
    public void addAll(Collection<Finding> more) {
        all.addAll(more);
    }

    /** All of them; empty: nothing is wrong. */
    public List<Finding> all() {
        return List.copyOf(all);
    }
}
