package org.telvirt.store.journal;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.telvirt.store.Store;

/** A process that commits and says of each commit that it is done, until it is killed. */
final class Writer implements AutoCloseable {
    private static final int THREADS = 3;

    private final Process process;
    private final BufferedReader output;
    private final List<String> acknowledged = new ArrayList<>();

    private Writer(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process that writes to a folder. */
    static Writer start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                classPath(),
                Writer.class.getName(),
                folder.toString());
        return new Writer(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    private static String classPath() {
        // no logging but the interface: the process starts in a third of the time
        return String.join(File.pathSeparator, place(Writer.class), place(Store.class), place(Logger.class));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until so many commits are acknowledged. */
    void awaitLines(int count) throws IOException {
        while (acknowledged.size() < count) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The writer ended after " + acknowledged.size() + " commits");
            }
            acknowledged.add(line);
        }
    }

    /** Kills the process and gives back the keys of all commits that it had acknowledged. */
    List<String> kill() throws IOException {
        // the handle leaves the pipe open, so that what it said before can still be read
        process.toHandle().destroyForcibly();
        StringBuilder rest = new StringBuilder();
        for (int next = output.read(); next >= 0; next = output.read()) {
            rest.append((char) next);
        }
        process.onExit().join();
        // a last line without its end may be a part of a key
        int end = rest.lastIndexOf("\n");
        if (end >= 0) {
            rest.substring(0, end).lines().forEach(acknowledged::add);
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    /** Commits until the end. */
    public static void main(String[] arguments) throws Exception {
        JournalStore store = JournalStore.open(Path.of(arguments[0]), KillTest.SETTINGS);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        String name = Long.toString(ProcessHandle.current().pid());
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            new Thread(() -> commitForEver(store, out, name + "-" + thread)).start();
        }
    }

    private static void commitForEver(JournalStore store, PrintStream out, String name) {
        try {
            for (int i = 0; ; i++) {
                String key = name + "-" + i;
                store.commit(Snapshot.commit(key, key));
                // some go again, so that the journal is cleaned meanwhile
                if (i % 4 != 0) {
                    store.commit(Snapshot.commit(key, null));
                }
                synchronized (out) {
                    out.print(key + "\n");
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
