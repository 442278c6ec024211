package org.telvirt.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store does. */
public abstract class StoreContract {
    private Store store;

    /** A new store without entries. */
    protected abstract Store open() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @AfterEach
    void closeStore() throws IOException {
        store.close();
    }

    private List<Entry> entries(String table) throws IOException {
        List<Entry> entries = new ArrayList<>();
        store.read(table, entries::add);
        return entries;
    }

    private void commit(Change... changes) throws IOException {
        store.commit(new Commit(List.of(changes), List.of()));
    }

    private static Change put(String key, String text) {
        return new Change("t", key, text);
    }

    private static Change remove(String key) {
        return new Change("t", key, null);
    }

    @Nested
    class Read {
        @Test
        void findsNothingInATableThatNobodyWrote() throws IOException {
            assertThat(entries("t")).isEmpty();
        }

        @Test
        void keepsTheOrderOfTheFirstWriting() throws IOException {
            commit(put("c", "1"), put("a", "2"));
            commit(put("b", "3"), put("c", "4"));

            assertThat(entries("t")).containsExactly(new Entry("c", "4"), new Entry("a", "2"), new Entry("b", "3"));
        }

        @Test
        void keepsTablesApart() throws IOException {
            commit(new Change("t", "k", "1"), new Change("u", "k", "2"));

            assertThat(entries("t")).containsExactly(new Entry("k", "1"));
            assertThat(entries("u")).containsExactly(new Entry("k", "2"));
        }

        @Test
        void letsItsReaderCommit() throws IOException {
            commit(put("a", "1"), put("b", "2"));

            store.read("t", entry -> {
                try {
                    commit(remove(entry.key()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });

            assertThat(entries("t")).isEmpty();
        }
    }

    @Nested
    class CommitChanges {
        @Test
        void letsTheLastChangeOfAKeyCount() throws IOException {
            commit(put("a", "1"), remove("a"), put("b", "2"), put("a", "3"), remove("b"));

            assertThat(entries("t")).containsExactly(new Entry("a", "3"));
        }

        @Test
        void putsAKeyThatHadGoneAtTheEnd() throws IOException {
            commit(put("a", "1"), put("b", "2"));
            commit(remove("a"), put("a", "3"));

            assertThat(entries("t")).containsExactly(new Entry("b", "2"), new Entry("a", "3"));
        }

        @Test
        void removesWhatIsNotThereWithoutComplaint() throws IOException {
            commit(remove("a"));

            assertThat(entries("t")).isEmpty();
        }

        @Test
        void keepsEveryTextAsItIs() throws IOException {
            String[] texts = {
                "", "\n\0\r", "äöü €", "😀", "\uD83D", "a\uDE00b", "x".repeat(100_000), "é\uD800".repeat(999)
            };
            for (String text : texts) {
                commit(put("key " + text, text));
            }

            assertThat(entries("t")).extracting(Entry::text).containsExactly(texts);
            assertThat(entries("t")).extracting(Entry::key).allMatch(key -> key.startsWith("key "));
        }
    }

    @Nested
    class Close {
        @Test
        void refusesCommitsFromThenOn() throws IOException {
            store.close();

            assertThatThrownBy(() -> commit(put("a", "1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
        }

        @Test
        void mayComeTwice() throws IOException {
            store.close();
            store.close();
        }
    }
}
