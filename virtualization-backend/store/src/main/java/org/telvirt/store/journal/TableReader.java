package org.telvirt.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.store.Entry;

/** Reads the texts of a table from where they were when it was opened; what is committed meanwhile does not disturb it. */
final class TableReader implements Closeable {
    private static final int WINDOW_BYTES = 1 << 18;

    private final String table;
    private final List<Located> entries = new ArrayList<>();
    private final Map<Segment, Window> windows = new HashMap<>();

    private record Located(Window window, Place place) {}

    private TableReader(String table) {
        this.table = table;
    }

    /** Opens the files that hold a table; the caller synchronizes on the index. */
    static TableReader open(Index index, String table) throws IOException {
        TableReader reader = new TableReader(table);
        try {
            for (Place place : index.places(table)) {
                reader.entries.add(new Located(reader.window(place.segment()), place));
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private Window window(Segment segment) throws IOException {
        Window window = windows.get(segment);
        if (window == null) {
            window = new Window(segment);
            windows.put(segment, window);
        }
        return window;
    }

    void read(Consumer<Entry> consumer) throws IOException {
        for (Located entry : entries) {
            consumer.accept(entry.window().entry(table, entry.place()));
        }
    }

    @Override
    public void close() throws IOException {
        for (Window window : windows.values()) {
            window.channel.close();
        }
    }

    /** A part of a file in memory: entries that are read one after the other mostly lie so. */
    private static final class Window {
        private final Segment segment;
        private final FileChannel channel;
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private int from;

        Window(Segment segment) throws IOException {
            this.segment = segment;
            channel = segment.openForReading();
        }

        Entry entry(String table, Place place) throws IOException {
            if (place.offset() < from || place.offset() + place.length() > from + bytes.limit()) {
                load(place);
            }
            ByteBuffer item = bytes.duplicate().position(place.offset() - from);
            try {
                if (Item.read(item) instanceof Item.Put put && put.table().equals(table)) {
                    return new Entry(put.key(), Item.textOfPut(bytes, place.offset() - from));
                }
            } catch (RuntimeException e) {
                throw damaged(place, e);
            }
            throw damaged(place, null);
        }

        private void load(Place place) throws IOException {
            long rest = channel.size() - place.offset();
            bytes = ByteBuffer.allocate((int) Math.min(Math.max(WINDOW_BYTES, place.length()), rest));
            from = place.offset();
            Segment.fill(channel, bytes, from);
        }

        private IOException damaged(Place place, @Nullable RuntimeException cause) {
            return new IOException(
                    segment.file() + " is damaged at byte " + place.offset() + ". Put the folder back from a backup",
                    cause);
        }
    }
}
