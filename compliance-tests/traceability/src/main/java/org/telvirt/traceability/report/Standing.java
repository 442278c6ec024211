package org.telvirt.traceability.report;

import java.util.Collection;
import java.util.List;

/** How a requirement, a part of one or a clause stands after a run. */
enum Standing {
    PROVED("proved"),
    /** Some of its parts have a passing test, others have none. */
    PARTLY("partly proved"),
    /** Tests claim it, but none of them ran. */
    SKIPPED("skipped"),
    /** No test claims it. */
    GAP("no test"),
    FAILED("failed");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The standing of one undivided thing. */
    static Standing of(List<Evidence> evidence) {
        if (evidence.stream().anyMatch(each -> each.failed() > 0)) {
            return FAILED;
        }
        if (evidence.stream().anyMatch(Evidence::proves)) {
            return PROVED;
        }
        return evidence.isEmpty() ? GAP : SKIPPED;
    }

    /**
     * The standing of a thing that has parts: proved only if every part is, whatever tests say of the whole.
     *
     * @param whole the standing by the tests that claim it without naming a part
     * @param parts at least one
     */
    static Standing ofParts(Standing whole, Collection<Standing> parts) {
        if (whole == FAILED || parts.contains(FAILED)) {
            return FAILED;
        }
        if (parts.stream().allMatch(PROVED::equals)) {
            return PROVED;
        }
        if (whole == PROVED || parts.contains(PROVED)) {
            return PARTLY;
        }
        return whole == SKIPPED || parts.contains(SKIPPED) ? SKIPPED : GAP;
    }
}
