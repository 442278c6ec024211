package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the disk alone takes for as many durable writes as a server makes for as many instances: one after the other over a
 * file that has its room already, each on the disk before the next one begins. Disks of virtual machines vary a lot from
 * minute to minute, so this is measured between the runs that it is compared to.
 *
 * @param folder where the file is made and removed again: on the disk that the server keeps its state on
 */
record DurableWrites(Path folder) {
    /** About what the journal of a server takes for an instance of 1 KB and its audit record. */
    private static final int BYTES = 2048;

    /** Writes that often; the nanoseconds it took. */
    long nanos(int writes) throws IOException {
        Path file = Files.createTempFile(folder, "durable-writes", null);
        try {
            Files.write(file, new byte[writes * BYTES]);
            try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rwd")) {
                disk.getFD().sync();
                byte[] bytes = new byte[BYTES];
                long start = System.nanoTime();
                for (int i = 0; i < writes; i++) {
                    bytes[i % BYTES]++;
                    disk.write(bytes);
                }
                return System.nanoTime() - start;
            }
        } finally {
            Files.delete(file);
        }
    }
}
