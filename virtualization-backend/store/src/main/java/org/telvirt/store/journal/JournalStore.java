package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;
import org.telvirt.store.Store;

/**
 * A store in a folder, which it keeps for itself. Threads that commit at the same time share one write: the first writes
 * its own commit, one of those that came meanwhile writes all of theirs.
 *
 * <p>The folder holds segments of the journal and {@code audit/audit-000001.log} and so on, with every line of the record
 * once. Should the power fail during a write that the disk had refused before, that commit may be found done.
 *
 * <p>Safe for use by many threads.
 */
public final class JournalStore implements Store {
    private static final int BATCH_CHARACTERS = 1 << 20;
    private static final int MOST_CHARACTERS = 1 << 26;
    private static final int ITEM_CHARACTERS = 32;

    private final Path folder;
    private final FolderLock folderLock;
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turn = lock.newCondition();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;

    private static final class Waiting {
        private final Commit commit;
        private final long characters;
        private boolean done;
        private boolean written;
        private @Nullable Exception failure;

        Waiting(Commit commit, long characters) {
            this.commit = commit;
            this.characters = characters;
        }
    }

    private JournalStore(Path folder, FolderLock folderLock, Journal journal) {
        this.folder = folder;
        this.folderLock = folderLock;
        this.journal = journal;
    }

    /** Opens the store of a folder with {@link JournalSettings#DEFAULT}. */
    public static JournalStore open(Path folder) throws IOException {
        return open(folder, JournalSettings.DEFAULT);
    }

    /**
     * Opens the store of a folder; makes the folder, for its owner alone, if there is none.
     *
     * @throws IOException if another process has it open, if it is damaged, if the disk fails; the message has the cure
     */
    public static JournalStore open(Path folder, JournalSettings settings) throws IOException {
        return open(folder, settings, new FileDisk());
    }

    static JournalStore open(Path folder, JournalSettings settings, Disk disk) throws IOException {
        FileDisk.createFolder(folder);
        FolderLock folderLock = FolderLock.take(folder);
        try {
            return new JournalStore(folder, folderLock, Journal.open(folder, settings, disk));
        } catch (IOException | RuntimeException e) {
            folderLock.close();
            throw e;
        }
    }

    @Override
    public void read(String table, Consumer<Entry> reader) throws IOException {
        TableReader entries;
        synchronized (journal.index()) {
            entries = TableReader.open(journal.index(), table);
        }
        try (entries) {
            entries.read(reader);
        }
    }

    @Override
    public void commit(Commit commit) throws IOException {
        if (commit.changes().isEmpty() && commit.records().isEmpty()) {
            return;
        }
        Waiting mine = new Waiting(commit, characters(commit));
        lock.lock();
        try {
            if (closed) {
                throw new IOException("The store " + folder + " is closed");
            }
            queue.add(mine);
            while (!mine.done) {
                if (writing) {
                    turn.awaitUninterruptibly();
                } else {
                    writeBatch();
                }
            }
        } finally {
            lock.unlock();
        }
        if (!mine.written) {
            String why = mine.failure == null ? "the thread that wrote it ended" : mine.failure.getMessage();
            throw new IOException(
                    "Cannot write to the store " + folder + ": " + why
                            + ". Nothing of it was written; if the disk is full, free some space and try again",
                    mine.failure);
        }
    }

    private static long characters(Commit commit) throws IOException {
        long characters = 0;
        for (Change change : commit.changes()) {
            String text = change.text();
            characters += change.table().length() + change.key().length() + (text == null ? 0 : text.length());
        }
        for (String line : commit.records()) {
            if (line.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("A line for the record holds a line end: " + line);
            }
            characters += line.length();
        }
        characters += (long) ITEM_CHARACTERS
                * (commit.changes().size() + commit.records().size());
        if (characters > MOST_CHARACTERS) {
            throw new IOException("A commit of " + characters + " characters is too large, " + MOST_CHARACTERS
                    + " are possible: divide it");
        }
        return characters;
    }

    /** Writes what waits; called with the lock, which it gives back while it writes. */
    private void writeBatch() {
        List<Waiting> batch = takeBatch();
        writing = true;
        lock.unlock();
        boolean written = false;
        Exception failure = null;
        try {
            List<Commit> commits = new ArrayList<>(batch.size());
            for (Waiting waiting : batch) {
                commits.add(waiting.commit);
            }
            journal.write(commits);
            written = true;
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            lock.lock();
            writing = false;
            for (Waiting waiting : batch) {
                waiting.written = written;
                waiting.failure = failure;
                waiting.done = true;
            }
            turn.signalAll();
        }
    }

    private List<Waiting> takeBatch() {
        List<Waiting> batch = new ArrayList<>();
        long characters = 0;
        while (!queue.isEmpty() && (batch.isEmpty() || characters + queue.element().characters <= BATCH_CHARACTERS)) {
            Waiting next = queue.remove();
            characters += next.characters;
            batch.add(next);
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            while (writing || !queue.isEmpty()) {
                turn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        try {
            journal.close();
        } finally {
            folderLock.close();
        }
    }
}
