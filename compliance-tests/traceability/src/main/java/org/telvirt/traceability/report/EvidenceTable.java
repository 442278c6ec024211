package org.telvirt.traceability.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.claim.Claim;
import org.telvirt.traceability.claim.ClaimChecker;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.TestRecord;

/** What the tests of all modules say about each claim. */
final class EvidenceTable {
    private final Map<Claim, List<Evidence>> evidence = new LinkedHashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    private record Key(Claim claim, String module, String test, Engine engine, String detail) {}

    EvidenceTable(List<JvmRun> runs, ClaimChecker checker) {
        Map<Key, List<TestRecord>> records = new LinkedHashMap<>();
        for (JvmRun run : runs) {
            for (TestRecord test : run.tests()) {
                for (String text : test.claims()) {
                    try {
                        Claim claim = checker.check(text);
                        Key key = new Key(claim, run.module(), test.test(), test.engine(), test.engineDetail());
                        records.computeIfAbsent(key, unseen -> new ArrayList<>())
                                .add(test);
                    } catch (IllegalArgumentException e) {
                        unknown.add(e.getMessage() + " (claimed by " + test.test() + " in " + run.module() + ")");
                    }
                }
            }
        }
        records.forEach((key, tests) -> evidence.computeIfAbsent(key.claim(), unseen -> new ArrayList<>())
                .add(summary(key, tests)));
        evidence.values()
                .forEach(list -> list.sort(Comparator.comparing(Evidence::module)
                        .thenComparing(Evidence::test)
                        .thenComparing(Evidence::engine)));
    }

    /** Claims that no table knows, each with the test that makes it. */
    List<String> unknownClaims() {
        return List.copyOf(unknown);
    }

    Set<Claim> claims() {
        return evidence.keySet();
    }

    /** In a stable order; empty when no test claims this. */
    List<Evidence> of(Claim claim) {
        return evidence.getOrDefault(claim, List.of());
    }

    private static Evidence summary(Key key, List<TestRecord> tests) {
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        Set<String> reasons = new LinkedHashSet<>();
        for (TestRecord test : tests) {
            switch (test.outcome()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case SKIPPED -> skipped++;
            }
            if (!test.reason().isEmpty()) {
                reasons.add(firstLine(test.reason()));
            }
        }
        return new Evidence(
                key.module(), key.test(), key.engine(), key.detail(), passed, failed, skipped, List.copyOf(reasons));
    }

    static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
