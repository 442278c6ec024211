package org.telvirt.mof.source;

/**
 * A place in MOF text.
 *
 * @param file the name of the text
 * @param line from 1
 * @param column in characters, from 1
 * @param text the line, without its end
 */
public record MofLocation(String file, int line, int column, String text) {

    /** The line, and below it a caret under the column. */
    public String excerpt() {
        StringBuilder out = new StringBuilder(2 * text.length() + 2);
        out.append(text).append('\n');
        for (int i = 0; i < column - 1; i++) {
            // a tab is as wide above the caret as it is beside it
            out.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return out.append('^').toString();
    }

    /** The place as compilers write it: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
