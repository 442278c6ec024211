package org.telvirt.store.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;

/** Turns commits into one frame, and remembers where in it each text is. */
final class CommitFrame {
    private static final long GONE = -1;

    private final Index index;
    private final FrameWriter frame = new FrameWriter();
    private final List<Written> written = new ArrayList<>();
    private long lastBirth;

    /**
     * @param offset where its item begins, from the beginning of the frame
     * @param born GONE: it removes
     */
    private record Written(Change change, long born, int offset, int length) {}

    private record Key(String table, String key) {}

    /**
     * @param index what was committed before
     */
    CommitFrame(Index index) {
        this.index = index;
        lastBirth = index.lastBirth();
    }

    FrameWriter frame() {
        return frame;
    }

    void encode(List<Commit> batch) {
        frame.begin();
        written.clear();
        Map<Key, Long> births = new HashMap<>();
        for (Commit commit : batch) {
            commit.changes().forEach(change -> encode(change, births));
            commit.records().forEach(frame::line);
        }
    }

    private void encode(Change change, Map<Key, Long> births) {
        int offset = frame.length();
        Key key = new Key(change.table(), change.key());
        String text = change.text();
        long born = GONE;
        if (text == null) {
            frame.remove(change.table(), change.key());
        } else {
            born = birth(key, births.get(key));
            frame.put(born, change.table(), change.key(), text);
        }
        births.put(key, born);
        written.add(new Written(change, born, offset, frame.length() - offset));
    }

    private long birth(Key key, @Nullable Long inThisFrame) {
        Place place = inThisFrame == null ? index.find(key.table(), key.key()) : null;
        if (place != null) {
            return place.born();
        }
        return inThisFrame == null || inThisFrame == GONE ? ++lastBirth : inThisFrame;
    }

    /** What the index shall know when the frame stands in a segment. */
    List<Index.Update> updates(Segment segment, int start) {
        List<Index.Update> updates = new ArrayList<>(written.size());
        for (Written item : written) {
            updates.add(new Index.Update(item.change().table(), item.change().key(), place(item, segment, start)));
        }
        return updates;
    }

    private static @Nullable Place place(Written item, Segment segment, int start) {
        return item.born() == GONE ? null : new Place(item.born(), segment, start + item.offset(), item.length());
    }
}
