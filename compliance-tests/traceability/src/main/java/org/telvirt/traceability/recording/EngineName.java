package org.telvirt.traceability.recording;

import org.jspecify.annotations.Nullable;
import org.telvirt.traceability.Engine;

/** What a test ran on, with what it found out about it. */
record EngineName(Engine engine, String detail) {
    /**
     * The engine that a running test reported, else the one it was annotated with.
     *
     * @param entry as {@link Engine#entry} made it; null: the test reported nothing
     */
    static EngineName of(@Nullable String entry, Engine annotated) {
        if (entry == null) {
            return new EngineName(annotated, "");
        }
        int blank = entry.indexOf(' ');
        String name = blank < 0 ? entry : entry.substring(0, blank);
        return new EngineName(Engine.valueOf(name), blank < 0 ? "" : entry.substring(blank + 1));
    }
}
