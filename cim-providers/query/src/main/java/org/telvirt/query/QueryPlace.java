package org.telvirt.query;

/**
 * A place in the text of a query.
 *
 * @param offset in characters from 0
 * @param line from 1
 * @param column in characters from 1
 * @param source the line as written; long ones only around the place
 * @param caret how many characters of {@code source} stand before the place
 */
public record QueryPlace(int offset, int line, int column, String source, int caret) {
    private static final int WINDOW = 60;

    /** The place of a character; an offset beyond the text is its end. */
    public static QueryPlace of(String text, int offset) {
        int at = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int from = Math.max(start, at - WINDOW);
        String source = text.substring(from, Math.min(end, at + WINDOW)).replace('\r', ' ');
        return new QueryPlace(at, line, at - start + 1, source, at - from);
    }

    /** The line and, below it, a caret under the place. */
    public String excerpt() {
        StringBuilder out = new StringBuilder(source).append('\n');
        for (int i = 0; i < caret; i++) {
            // a tab stays one, so that the caret stands right however wide tabs are
            out.append(source.charAt(i) == '\t' ? '\t' : ' ');
        }
        return out.append('^').toString();
    }

    /** Line and column, such as {@code 1:15}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
