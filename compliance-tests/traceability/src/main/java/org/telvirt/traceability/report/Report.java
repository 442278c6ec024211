package org.telvirt.traceability.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.claim.Claim;
import org.telvirt.traceability.claim.Claim.Kind;
import org.telvirt.traceability.claim.ClaimChecker;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.Outcome;
import org.telvirt.traceability.record.TestRecord;

/** Everything that the written report says, before it becomes text. */
record Report(
        Revision revision,
        List<JvmRun> runs,
        List<RequirementResult> requirements,
        List<ClauseResult> clauses,
        List<SkippedTests> skipped,
        List<String> problems) {

    /** Tests that did not run for one and the same reason, each with its module. */
    record SkippedTests(String reason, List<String> tests) {}

    /** How one clause of a standard stands. */
    record ClauseResult(String document, String title, String clause, Standing standing, List<Evidence> evidence) {}

    static Report of(Revision revision, List<JvmRun> runs, ClaimChecker checker) {
        EvidenceTable table = new EvidenceTable(runs, checker);
        List<RequirementResult> requirements = checker.scope().requirements().stream()
                .map(requirement -> RequirementResult.of(requirement, table))
                .toList();
        List<String> problems = new ArrayList<>(table.unknownClaims());
        problems.addAll(broken(runs));
        return new Report(
                revision,
                List.copyOf(runs),
                requirements,
                clauses(table, checker),
                skipped(runs),
                List.copyOf(problems));
    }

    /** The number of requirements of this standing. */
    long count(Standing standing) {
        return requirements.stream().filter(each -> each.standing() == standing).count();
    }

    /** The number of requirements of this standing and level. */
    long count(Standing standing, String level) {
        return requirements.stream()
                .filter(each -> each.standing() == standing)
                .filter(each -> each.requirement().level().equals(level))
                .count();
    }

    /** The number of requirements that a really running guest has been evidence for. */
    long countOnRealGuests() {
        return requirements.stream().filter(RequirementResult::seenOnRealGuest).count();
    }

    /** When the builds began whose results these are; more than one when modules were tested separately. */
    List<String> builds() {
        return runs.stream().map(JvmRun::build).distinct().sorted().toList();
    }

    /** What the tests ran on besides nothing, with versions where a test told them. */
    List<String> engines() {
        return runs.stream()
                .flatMap(run -> run.tests().stream())
                .filter(test -> test.engine() != Engine.NONE && test.outcome() == Outcome.PASSED)
                .map(test -> Evidence.ranOn(test.engine(), test.engineDetail()))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<SkippedTests> skipped(List<JvmRun> runs) {
        Map<String, Set<String>> byReason = new TreeMap<>();
        for (JvmRun run : runs) {
            for (TestRecord test : run.tests()) {
                if (test.outcome() == Outcome.SKIPPED) {
                    byReason.computeIfAbsent(EvidenceTable.firstLine(test.reason()), unseen -> new TreeSet<>())
                            .add(run.module() + ": " + test.test());
                }
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> new SkippedTests(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static List<ClauseResult> clauses(EvidenceTable table, ClaimChecker checker) {
        return table.claims().stream()
                .filter(claim -> claim.kind() == Kind.CLAUSE)
                .sorted(Comparator.comparing(Claim::subject).thenComparing(Claim::detail, ClauseOrder.NATURAL))
                .map(claim -> new ClauseResult(
                        claim.subject(),
                        checker.standards().titles().getOrDefault(claim.subject(), ""),
                        claim.detail(),
                        Standing.of(table.of(claim)),
                        table.of(claim)))
                .toList();
    }

    private static List<String> broken(List<JvmRun> runs) {
        List<String> problems = new ArrayList<>();
        for (JvmRun run : runs) {
            JvmRun.Totals totals = run.totals();
            if (totals == null) {
                problems.add("A test JVM of " + run.module() + " ended before its tests did");
            } else if (totals.failed() > 0) {
                problems.add(totals.failed() + " tests of " + run.module() + " failed");
            }
        }
        return problems;
    }
}
