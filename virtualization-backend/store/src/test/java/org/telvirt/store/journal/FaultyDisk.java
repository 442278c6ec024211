package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk whose power can fail in the middle of a write, and that can refuse writes for a while. What it then leaves of
 * the write is any of its sectors; of what was not forced, any beginning, or zeros.
 */
final class FaultyDisk implements Disk {
    private static final int SECTOR_BYTES = 64;

    private final Disk disk = new ForgetfulDisk();
    private final Random random;
    private final Map<Path, Long> forced = new HashMap<>();
    private final List<Path> buffered = new ArrayList<>();
    private int untilCut = Integer.MAX_VALUE;
    private double failures;
    private boolean off;

    FaultyDisk(Random random) {
        this.random = random;
    }

    /** The power fails in this many operations. */
    void cutAfter(int operations) {
        untilCut = operations;
    }

    /** Every write fails with this probability. */
    void failWith(double probability) {
        failures = probability;
    }

    boolean isOff() {
        return off;
    }

    private void count() throws IOException {
        if (off || --untilCut <= 0) {
            turnOff();
            throw new IOException("no power");
        }
    }

    private void turnOff() throws IOException {
        if (!off) {
            off = true;
            for (Path file : buffered) {
                loseUnforced(file);
            }
        }
    }

    private void loseUnforced(Path file) throws IOException {
        long kept = forced.getOrDefault(file, 0L);
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > kept) {
            int written = (int) kept + random.nextInt(bytes.length - (int) kept + 1);
            int length = random.nextBoolean() ? written : written + random.nextInt(bytes.length - written + 1);
            byte[] left = new byte[length];
            System.arraycopy(bytes, 0, left, 0, written);
            Files.write(file, left);
        }
    }

    @Override
    public Medium openDurable(Path file) throws IOException {
        count();
        return new FaultyMedium(disk.openDurable(file), file, true);
    }

    @Override
    public Medium openBuffered(Path file) throws IOException {
        count();
        Medium medium = disk.openBuffered(file);
        buffered.add(file);
        forced.putIfAbsent(file, Files.size(file));
        return new FaultyMedium(medium, file, false);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        count();
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        count();
        disk.delete(file);
    }

    private final class FaultyMedium implements Medium {
        private final Medium medium;
        private final Path file;
        private final boolean durable;

        FaultyMedium(Medium medium, Path file, boolean durable) {
            this.medium = medium;
            this.file = file;
            this.durable = durable;
        }

        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            boolean fails = random.nextDouble() < failures;
            if (!off && (fails || untilCut == 1)) {
                writeSome(position, bytes, length);
            }
            count();
            if (fails) {
                throw new IOException("No space left on device");
            }
            medium.write(position, bytes, length);
        }

        private void writeSome(long position, byte[] bytes, int length) throws IOException {
            for (int from = 0; from < length; from += SECTOR_BYTES) {
                boolean reached = durable ? random.nextBoolean() : from == 0;
                if (reached) {
                    int size = Math.min(SECTOR_BYTES, length - from);
                    byte[] sector = new byte[size];
                    System.arraycopy(bytes, from, sector, 0, size);
                    medium.write(position + from, sector, size);
                }
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            count();
            medium.truncate(length);
            forced.computeIfPresent(file, (path, before) -> Math.min(before, length));
        }

        @Override
        public void force() throws IOException {
            count();
            medium.force();
            forced.put(file, Files.size(file));
        }

        @Override
        public void close() throws IOException {
            medium.close();
        }
    }
}
