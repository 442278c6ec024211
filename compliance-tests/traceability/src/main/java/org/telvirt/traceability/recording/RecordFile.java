package org.telvirt.traceability.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.Outcome;
import org.telvirt.traceability.record.TestRecord;

/**
 * The file that one test JVM writes. Every line is flushed, so that a JVM that dies leaves what it had seen, without the
 * closing line. Safe for use by many threads.
 */
final class RecordFile {
    private final BufferedWriter writer;
    private long passed;
    private long failed;
    private long skipped;

    private RecordFile(BufferedWriter writer) {
        this.writer = writer;
    }

    /** Starts a new file and removes those of earlier builds: the report tells of the last build only. */
    static RecordFile open(Path directory, String module, String build) {
        String prefix =
                build.replaceAll("\\W", "") + "-" + ProcessHandle.current().pid();
        try {
            Files.createDirectories(directory);
            removeOthers(directory, build.replaceAll("\\W", "") + "-");
            RecordFile file = new RecordFile(create(directory, prefix));
            file.write(JvmRun.headline(module, build));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record test results in '" + directory + "'", e);
        }
    }

    private static void removeOthers(Path directory, String prefix) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jsonl")) {
            for (Path file : files) {
                if (!file.getFileName().toString().startsWith(prefix)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static BufferedWriter create(Path directory, String prefix) throws IOException {
        for (int number = 0; ; number++) {
            try {
                Path file = directory.resolve(prefix + "-" + number + ".jsonl");
                return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // a second run in the same JVM, such as the repetition of failed tests: take the next number
            }
        }
    }

    /** Counts every test, and writes down those that claim something or did not pass. */
    synchronized void add(TestRecord test) {
        switch (test.outcome()) {
            case PASSED -> passed++;
            case FAILED -> failed++;
            case SKIPPED -> skipped++;
        }
        if (!test.claims().isEmpty() || test.outcome() != Outcome.PASSED) {
            write(test.toLine());
        }
    }

    synchronized void end() {
        write(new JvmRun.Totals(passed, failed, skipped).toLine());
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) {
        try {
            writer.write(line);
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
