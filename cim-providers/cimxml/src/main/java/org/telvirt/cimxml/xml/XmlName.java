package org.telvirt.cimxml.xml;

import java.nio.charset.StandardCharsets;

/** The name of an element or attribute. */
final class XmlName {
    private static final int USUAL_LENGTH = 32;

    private final Word word;
    private final String text;

    XmlName(byte[] source, int from, int to) {
        this.word = new Word(source, from, to);
        String name = new String(source, from, to - from, StandardCharsets.UTF_8);
        // names are compared with literals all the time
        this.text = name.length() <= USUAL_LENGTH ? name.intern() : name;
    }

    /** How many bytes it has. */
    int length() {
        return word.length();
    }

    /** Whether it stands there; the bytes must reach as far as its length. */
    boolean isAt(byte[] source, int from) {
        return word.isAt(source, from, from + word.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
