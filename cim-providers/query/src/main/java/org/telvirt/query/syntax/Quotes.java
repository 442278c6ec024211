package org.telvirt.query.syntax;

/** How a language writes strings. */
enum Quotes {
    /** WQL: either quote; a backslash before anything but a backslash or a quote is itself, as paths of files need. */
    WQL(true, false),
    /** CQL: single quotes, escapes as in MOF. */
    CQL(false, true),
    /** FQL: either quote, escapes as in MOF. */
    FQL(true, true);

    private final boolean doubleQuotes;
    private final boolean mofEscapes;

    Quotes(boolean doubleQuotes, boolean mofEscapes) {
        this.doubleQuotes = doubleQuotes;
        this.mofEscapes = mofEscapes;
    }

    boolean open(char c) {
        return c == '\'' || (doubleQuotes && c == '"');
    }

    boolean mofEscapes() {
        return mofEscapes;
    }
}
