package org.telvirt.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.telvirt.facility.journal.DurableTexts;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Store;

/** What the facility has to remember, as a table of the store. */
public record FacilityTexts(Store store) implements DurableTexts {
    private static final String TABLE = "facility";

    @Override
    public void read(BiConsumer<String, String> reader) throws IOException {
        store.read(TABLE, entry -> reader.accept(entry.key(), entry.text()));
    }

    @Override
    public void write(Map<String, Optional<String>> changes) throws IOException {
        List<Change> all = changes.entrySet().stream()
                .map(change ->
                        new Change(TABLE, change.getKey(), change.getValue().orElse(null)))
                .toList();
        store.commit(new Commit(all, List.of()));
    }
}
