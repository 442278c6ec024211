package org.telvirt.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return new MemoryStore();
    }

    @Test
    void keepsTheLinesInOrder() throws IOException {
        try (MemoryStore store = new MemoryStore()) {
            store.commit(new Commit(List.of(), List.of("one", "two")));
            store.commit(new Commit(List.of(), List.of("three")));

            assertThat(store.records()).containsExactly("one", "two", "three");
        }
    }
}
