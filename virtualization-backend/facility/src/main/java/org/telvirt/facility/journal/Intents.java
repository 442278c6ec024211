package org.telvirt.facility.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.telvirt.facility.journal.Intent.Kind;

/**
 * The intents that have begun and not ended. A beginning is durable before it returns, at the cost of one write; what has
 * ended well goes with the next beginning or a moment later, so that it costs none. Safe for use by many threads.
 */
final class Intents implements AutoCloseable {
    private static final String PREFIX = "intent/";
    private static final long CROSSING_OUT_MILLIS = 500;

    private final DurableTexts texts;
    private final ScheduledExecutorService timer;
    private final Set<UUID> ended = new LinkedHashSet<>(); // by this

    /**
     * @param timer where endings are written that no beginning takes along; a write is short
     */
    Intents(DurableTexts texts, ScheduledExecutorService timer) {
        this.texts = texts;
        this.timer = timer;
    }

    /** Those that had begun and not ended when the process before this one did, oldest first. */
    List<Intent> open() throws IOException {
        List<Intent> open = new ArrayList<>();
        texts.read((key, text) -> {
            Intent intent = key.startsWith(PREFIX) ? Intent.read(key.substring(PREFIX.length()), text) : null;
            if (intent != null) {
                open.add(intent);
            }
        });
        open.sort(Comparator.comparing(Intent::begun));
        return open;
    }

    /** Writes that something is about to begin; the same id again writes it anew. */
    void begin(Intent intent) throws IOException {
        Set<UUID> over = takeEnded();
        Map<String, Optional<String>> changes = removals(over);
        changes.put(PREFIX + intent.id(), Optional.of(intent.text()));
        write(changes, over);
    }

    /**
     * Something is over, and nothing of it is left to be looked at.
     *
     * @param intent a failure of what has several steps is crossed out at once: whoever was told must not find it
     *     finished later
     */
    void end(Intent intent, boolean isDone) {
        boolean first;
        synchronized (this) {
            first = ended.isEmpty();
            ended.add(intent.id());
        }
        if (!isDone && intent.kind() == Kind.DESTROY) {
            crossOut();
        } else if (first) {
            later();
        }
    }

    private void later() {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(this::crossOut, CROSSING_OUT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void crossOut() {
        Set<UUID> over = takeEnded();
        if (!over.isEmpty()) {
            try {
                write(removals(over), over);
            } catch (IOException e) {
                // the next beginning tries again, and fails if it cannot either
            }
        }
    }

    private synchronized Set<UUID> takeEnded() {
        Set<UUID> taken = new LinkedHashSet<>(ended);
        ended.clear();
        return taken;
    }

    private static Map<String, Optional<String>> removals(Set<UUID> over) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        over.forEach(id -> changes.put(PREFIX + id, Optional.empty()));
        return changes;
    }

    private void write(Map<String, Optional<String>> changes, Set<UUID> over) throws IOException {
        boolean written = false;
        try {
            texts.write(changes);
            written = true;
        } finally {
            if (!written) {
                synchronized (this) {
                    ended.addAll(over);
                }
            }
        }
    }

    /** Writes what has ended. */
    @Override
    public void close() {
        crossOut();
    }
}
