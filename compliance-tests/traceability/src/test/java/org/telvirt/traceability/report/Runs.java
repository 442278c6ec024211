package org.telvirt.traceability.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.claim.ClaimChecker;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.JvmRun.Totals;
import org.telvirt.traceability.record.Outcome;
import org.telvirt.traceability.record.TestRecord;

/** Test runs to report on. */
final class Runs {
    static final Revision REVISION = new Revision("1.2.3", "abcdef");

    private Runs() {}

    static Report report(TestRecord... tests) {
        return reportOn(run(new Totals(tests.length, 0, 0), tests));
    }

    static Report reportOn(JvmRun... runs) {
        return Report.of(REVISION, List.of(runs), ClaimChecker.load());
    }

    static JvmRun run(@Nullable Totals totals, TestRecord... tests) {
        return new JvmRun("cimom", "2026-01-02T03:04:05Z", "17.0.1, Debian", "Linux 6 amd64", List.of(tests), totals);
    }

    static TestRecord passed(String test, Engine engine, String... claims) {
        return new TestRecord(test, "", List.of(claims), engine, "", Outcome.PASSED, "", 1, List.of());
    }

    static TestRecord failed(String test, String reason, String... claims) {
        return new TestRecord(test, "", List.of(claims), Engine.NONE, "", Outcome.FAILED, reason, 1, List.of());
    }

    static TestRecord skipped(String test, String reason, String... claims) {
        return new TestRecord(test, "", List.of(claims), Engine.NONE, "", Outcome.SKIPPED, reason, 1, List.of());
    }
}
