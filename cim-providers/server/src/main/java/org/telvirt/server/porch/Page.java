package org.telvirt.server.porch;

import java.util.function.Supplier;
import org.telvirt.server.settings.Security.MetricsReaders;

/**
 * Something that can be read with GET.
 *
 * @param path where it is
 * @param readers who may read it
 * @param content what it says now
 */
public record Page(String path, MetricsReaders readers, Supplier<Content> content) {
    /** What a page says. */
    public record Content(int status, String type, String text) {}
}
