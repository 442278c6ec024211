package org.telvirt.store;

/**
 * One text of a table.
 *
 * @param key any text, not empty
 */
public record Entry(String key, String text) {}
