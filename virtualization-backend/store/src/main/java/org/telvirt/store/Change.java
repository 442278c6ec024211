package org.telvirt.store;

import org.jspecify.annotations.Nullable;

/**
 * One change of a table.
 *
 * @param text what the key holds from now on; null: the key goes
 */
public record Change(String table, String key, @Nullable String text) {}
