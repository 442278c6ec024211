package org.telvirt.facility.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Texts in memory that can be copied as a process that ends now would leave them, and whose medium can fail. */
public final class KeptTexts implements DurableTexts {
    private final Map<String, String> texts = new TreeMap<>();
    private boolean isBroken;
    private int writes;

    /** What the next process finds. */
    public synchronized KeptTexts copy() {
        KeptTexts copy = new KeptTexts();
        copy.texts.putAll(texts);
        return copy;
    }

    public synchronized void breakDown() {
        isBroken = true;
    }

    /** How often something was written. */
    public synchronized int writes() {
        return writes;
    }

    synchronized Map<String, String> all() {
        return new TreeMap<>(texts);
    }

    @Override
    public void read(BiConsumer<String, String> reader) {
        all().forEach(reader);
    }

    @Override
    public synchronized void write(Map<String, Optional<String>> changes) throws IOException {
        if (isBroken) {
            throw new IOException("no space left");
        }
        writes++;
        changes.forEach(
                (key, text) -> text.ifPresentOrElse(present -> texts.put(key, present), () -> texts.remove(key)));
    }
}
