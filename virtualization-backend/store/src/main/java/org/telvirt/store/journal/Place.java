package org.telvirt.store.journal;

/**
 * Where the journal holds a text.
 *
 * @param born grows with the order in which keys were first written
 * @param offset in bytes, of the item
 * @param length in bytes, of the item
 */
record Place(long born, Segment segment, int offset, int length) {}
