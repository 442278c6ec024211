package org.telvirt.facility.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobKeeper;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.Retention;

/** The jobs that everyone could see, as texts. Safe for use by many threads. */
final class JobRecords implements JobKeeper {
    private static final String PREFIX = "job/";

    private final DurableTexts texts;
    private final Set<JobId> forgotten = new LinkedHashSet<>(); // by this

    JobRecords(DurableTexts texts) {
        this.texts = texts;
    }

    /** Those that were kept and not forgotten, oldest first. */
    List<Job> read() throws IOException {
        List<Job> jobs = new ArrayList<>();
        texts.read((key, text) -> {
            Job job = key.startsWith(PREFIX) ? read(key.substring(PREFIX.length()), text) : null;
            if (job != null) {
                jobs.add(job);
            }
        });
        jobs.sort(Comparator.comparing(Job::created));
        return jobs;
    }

    @Override
    public void keep(Job job) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        Set<JobId> gone = takeForgotten();
        gone.forEach(id -> changes.put(PREFIX + id, Optional.empty()));
        changes.put(PREFIX + job.id(), Optional.of(text(job)));
        try {
            texts.write(changes);
        } catch (IOException e) {
            // what it does is done all the same, and what begins next is refused
            gone.forEach(this::forget);
        }
    }

    @Override
    public void remove(JobId id) {
        try {
            texts.write(Map.of(PREFIX + id, Optional.empty()));
        } catch (IOException e) {
            forget(id);
        }
    }

    private synchronized Set<JobId> takeForgotten() {
        Set<JobId> taken = new LinkedHashSet<>(forgotten);
        forgotten.clear();
        return taken;
    }

    /** Goes with the next one that is kept; until then its time tells that nobody needs it. */
    @Override
    public synchronized void forget(JobId id) {
        forgotten.add(id);
    }

    private static String text(Job job) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", job.name());
        values.put("state", job.state().name());
        values.put("percent", Integer.toString(job.percentComplete()));
        values.put("created", job.created().toString());
        put(values, "started", job.started());
        put(values, "ended", job.ended());
        put(values, "changed", job.changed());
        put(values, "subject", job.subject());
        if (!job.description().isEmpty()) {
            values.put("description", job.description());
        }
        if (!job.retention().equals(Retention.STANDARD)) {
            values.put("kept", job.retention().after().toString());
            values.put("removal", job.retention().automatic() ? "automatic" : "manual");
        }
        FacilityException failure = job.failure();
        if (failure != null) {
            values.put("reason", failure.reason().name());
            values.put("message", failure.getMessage());
        }
        return KeyedText.write(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** Null: it is none of this version's. */
    private static @Nullable Job read(String id, String text) {
        Map<String, String> values = KeyedText.read(text);
        String reason = values.get("reason");
        String subject = values.get("subject");
        try {
            Job job = new Job(
                    new JobId(UUID.fromString(id)),
                    values.getOrDefault("name", ""),
                    JobState.valueOf(values.getOrDefault("state", "")),
                    Integer.parseInt(values.getOrDefault("percent", "0")),
                    Instant.parse(values.getOrDefault("created", "")),
                    time(values.get("started")),
                    time(values.get("ended")),
                    Instant.parse(values.getOrDefault("changed", "")),
                    subject == null ? null : SystemId.parse(subject),
                    reason == null
                            ? null
                            : new FacilityException(Reason.valueOf(reason), values.getOrDefault("message", reason)));
            return job.withDescription(values.getOrDefault("description", ""))
                    .withRetention(retention(values.get("kept"), values.get("removal")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }

    private static Retention retention(@Nullable String kept, @Nullable String removal) {
        return kept == null ? Retention.STANDARD : new Retention(Duration.parse(kept), !"manual".equals(removal));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
