package org.telvirt.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What the journal asks of a disk when it writes. A port, so that tests can fill the disk and cut its power. */
interface Disk {
    /** Opens a file of which every write is durable when it returns; makes it if there is none. */
    Medium openDurable(Path file) throws IOException;

    /** Opens a file of which writes are durable after a force; makes it if there is none. */
    Medium openBuffered(Path file) throws IOException;

    /** Gives a file another name, at once or not at all; durable when it returns. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file if it is there; durable when it returns. */
    void delete(Path file) throws IOException;

    /** An open file. */
    interface Medium extends Closeable {
        /** Writes the first bytes of an array at a position. */
        void write(long position, byte[] bytes, int length) throws IOException;

        /** Cuts the file to a length. */
        void truncate(long length) throws IOException;

        /** Makes durable what was written before. */
        void force() throws IOException;
    }
}
