package org.telvirt.facility.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Small texts by key that outlive the process: what the facility needs of a store. Safe for use by many threads. */
public interface DurableTexts {
    /**
     * Hands over every text with its key.
     *
     * @throws IOException if the medium fails
     */
    void read(BiConsumer<String, String> reader) throws IOException;

    /**
     * Writes all of it or nothing. When this returns, it would survive the end of the process and a loss of power.
     *
     * @param changes what each key holds from now on; empty: the key goes
     * @throws IOException if the medium fails
     */
    void write(Map<String, Optional<String>> changes) throws IOException;

    /** Texts that end with the process, for facilities that shall forget. */
    static DurableTexts forgetful() {
        Map<String, String> texts = new ConcurrentHashMap<>();
        return new DurableTexts() {
            @Override
            public void read(BiConsumer<String, String> reader) {
                texts.forEach(reader);
            }

            @Override
            public void write(Map<String, Optional<String>> changes) {
                changes.forEach((key, text) ->
                        text.ifPresentOrElse(present -> texts.put(key, present), () -> texts.remove(key)));
            }
        };
    }
}
