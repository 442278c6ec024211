package org.telvirt.store.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Promises durability and keeps all in the memory of this machine: for tests that would wait for a disk all day. */
final class ForgetfulDisk implements Disk {
    @Override
    public Medium openDurable(Path file) throws IOException {
        return new OpenFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public Medium openBuffered(Path file) throws IOException {
        return openDurable(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private record OpenFile(RandomAccessFile file) implements Medium {
        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            file.seek(position);
            file.write(bytes, 0, length);
        }

        @Override
        public void truncate(long length) throws IOException {
            file.setLength(length);
        }

        @Override
        public void force() {
            // nobody takes this machine's power
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
