package org.telvirt.traceability.report;

import java.util.List;
import org.telvirt.traceability.Engine;

/**
 * One test method on one engine, its invocations counted together.
 *
 * @param engineDetail versions and the like; may be empty
 * @param reasons why invocations failed or were skipped, each reason once
 */
record Evidence(
        String module,
        String test,
        Engine engine,
        String engineDetail,
        int passed,
        int failed,
        int skipped,
        List<String> reasons) {

    Evidence {
        reasons = List.copyOf(reasons);
    }

    boolean proves() {
        return passed > 0 && failed == 0;
    }

    boolean provesOnRealGuest() {
        return proves() && engine.isReal();
    }

    /** The engine with what is known about it, for a reader. */
    String ranOn() {
        return ranOn(engine, engineDetail);
    }

    static String ranOn(Engine engine, String detail) {
        return detail.isEmpty() ? engine.label() : engine.label() + " (" + detail + ")";
    }

    /** The counts for a reader: one word for a single test, numbers for many. */
    String result() {
        if (passed + failed + skipped == 1) {
            return failed == 1 ? "failed" : skipped == 1 ? "skipped" : "passed";
        }
        StringBuilder text = new StringBuilder(passed + " passed");
        if (failed > 0) {
            text.append(", ").append(failed).append(" failed");
        }
        if (skipped > 0) {
            text.append(", ").append(skipped).append(" skipped");
        }
        return text.toString();
    }
}
