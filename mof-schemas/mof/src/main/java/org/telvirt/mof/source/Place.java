package org.telvirt.mof.source;

/**
 * A spot in a text, cheap to keep; its line and column are counted only when a message needs them.
 *
 * @param offset in characters, from 0
 */
public record Place(SourceText source, int offset) {
    /** What to throw when the text is wrong here. */
    public MofException error(String problem) {
        return source.error(offset, problem);
    }
}
