package org.telvirt.traceability.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.Requirement;
import org.telvirt.traceability.record.Outcome;
import org.telvirt.traceability.record.TestRecord;

/**
 * Writes the outcome of the tests of one run to a file in the directory that the system property
 * {@code telvirt.requirements.directory} names; without it, nothing is written. Safe for use by many threads.
 */
public final class RequirementListener implements TestExecutionListener {
    private final @Nullable Path directory;
    private final Map<String, Long> startedNanos = new ConcurrentHashMap<>();
    private final Map<String, String> engineEntries = new ConcurrentHashMap<>();
    private final Map<String, List<String>> claimEntries = new ConcurrentHashMap<>();
    private final Map<String, List<String>> published = new ConcurrentHashMap<>();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Run run;

    private record Run(TestDescription description, TestPlan plan, RecordFile file) {}

    /** For the service loader. */
    public RequirementListener() {
        this(System.getProperty("telvirt.requirements.directory"));
    }

    RequirementListener(@Nullable String directory) {
        this.directory = directory == null ? null : Path.of(directory);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (directory != null) {
            RecordFile file = RecordFile.open(
                    directory,
                    System.getProperty("telvirt.module", "unknown"),
                    System.getProperty("telvirt.build.started", "unknown"));
            run = new Run(new TestDescription(plan), plan, file);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        startedNanos.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String engine = entry.getKeyValuePairs().get(Engine.ENTRY);
        if (engine != null) {
            engineEntries.put(test.getUniqueId(), engine);
        }
        String claims = entry.getKeyValuePairs().get(Requirement.ENTRY);
        if (claims != null) {
            claimEntries.put(test.getUniqueId(), List.of(claims.split(", ?")));
        }
        List<String> said = entry.getKeyValuePairs().entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(Engine.ENTRY) && !each.getKey().equals(Requirement.ENTRY))
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
        if (!said.isEmpty()) {
            published.merge(
                    test.getUniqueId(),
                    said,
                    (before, more) ->
                            Stream.concat(before.stream(), more.stream()).toList());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        settleWithin(test, Outcome.SKIPPED, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Outcome outcome = switch (result.getStatus()) {
            case SUCCESSFUL -> Outcome.PASSED;
            case ABORTED -> Outcome.SKIPPED;
            case FAILED -> Outcome.FAILED;
        };
        String reason = result.getThrowable().map(RequirementListener::describe).orElse("");
        if (test.isTest()) {
            settle(test, outcome, reason);
        } else if (result.getStatus() != Status.SUCCESSFUL) {
            settleWithin(test, outcome, reason);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Run finished = run;
        if (finished != null) {
            finished.file().end();
            run = null;
        }
    }

    private static String describe(Throwable problem) {
        String message = problem.getMessage();
        return message == null ? problem.getClass().getName() : message.strip();
    }

    private void settleWithin(TestIdentifier container, Outcome outcome, String reason) {
        Run current = run;
        if (current == null) {
            return;
        }
        boolean anyInside = settle(container, outcome, reason);
        for (TestIdentifier inside : current.plan().getDescendants(container)) {
            anyInside |= settle(inside, outcome, reason);
        }
        if (!anyInside && outcome == Outcome.FAILED) {
            // everything inside had ended well before its clean-up failed: that must not go unseen
            record(current, container, outcome, reason);
        }
    }

    private boolean settle(TestIdentifier test, Outcome outcome, String reason) {
        Run current = run;
        if (current == null || !TestDescription.isMethod(test) || !settled.add(test.getUniqueId())) {
            return false;
        }
        record(current, test, outcome, reason);
        return true;
    }

    private List<String> claims(TestDescription description, TestIdentifier test) {
        List<String> published = claimEntries.remove(test.getUniqueId());
        return Stream.concat(description.claims(test).stream(), published == null ? Stream.of() : published.stream())
                .distinct()
                .toList();
    }

    private void record(Run current, TestIdentifier test, Outcome outcome, String reason) {
        TestDescription description = current.description();
        Long started = startedNanos.remove(test.getUniqueId());
        EngineName engine = EngineName.of(engineEntries.remove(test.getUniqueId()), description.engine(test));
        current.file()
                .add(new TestRecord(
                        description.name(test),
                        description.invocation(test),
                        claims(description, test),
                        engine.engine(),
                        engine.detail(),
                        outcome,
                        reason,
                        started == null ? 0 : (System.nanoTime() - started) / 1_000_000,
                        Objects.requireNonNullElse(published.remove(test.getUniqueId()), List.of())));
    }
}
