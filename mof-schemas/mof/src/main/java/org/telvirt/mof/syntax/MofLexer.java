package org.telvirt.mof.syntax;

import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.SourceText;

/** Cuts MOF text into tokens (DSP0004 §A.1), one at a time, without making an object for each. */
final class MofLexer {
    private static final byte BLANK = 1;
    private static final byte NAME_START = 2;
    private static final byte DIGIT = 3;
    private static final byte SYMBOL = 4;
    private static final byte[] CLASSES = classes();
    private static final boolean[] NAME_PARTS = nameParts();
    private static final TokenKind[] SYMBOLS = symbols();

    private final SourceText source;
    private final char[] text;
    private TokenKind kind = TokenKind.END;
    private int start;
    private int end;
    private boolean escaped;
    private int depth;

    MofLexer(SourceText source) {
        this.source = source;
        this.text = source.chars();
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0; c < 128; c++) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                classes[c] = BLANK;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') {
                classes[c] = NAME_START;
            } else if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.') {
                classes[c] = DIGIT;
            } else if ("[](){};:,=#$".indexOf(c) >= 0) {
                classes[c] = SYMBOL;
            }
        }
        return classes;
    }

    private static boolean[] nameParts() {
        boolean[] parts = new boolean[128];
        for (char c = 0; c < 128; c++) {
            parts[c] = CLASSES[c] == NAME_START || (c >= '0' && c <= '9');
        }
        return parts;
    }

    private static TokenKind[] symbols() {
        TokenKind[] symbols = new TokenKind[128];
        for (TokenKind kind : TokenKind.values()) {
            String words = kind.toString();
            if (words.length() == 3 && words.charAt(0) == '\'') {
                symbols[words.charAt(1)] = kind;
            }
        }
        return symbols;
    }

    SourceText source() {
        return source;
    }

    /** The kind of the present token. */
    TokenKind kind() {
        return kind;
    }

    /** Where the present token starts. */
    int start() {
        return start;
    }

    /** Where the present token ends; the offset after it. */
    int end() {
        return end;
    }

    /** Whether the present token, in quotes, has a backslash. */
    boolean escaped() {
        return escaped;
    }

    /** Goes on to the next token; at the end there is END, for ever. */
    void advance() throws MofException {
        skipBlanks();
        start = end;
        char c = text[start];
        byte characters = c < 128 ? CLASSES[c] : NAME_START;
        if (characters == NAME_START) {
            name();
        } else if (characters == SYMBOL) {
            kind = SYMBOLS[c];
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            end = start + 1;
        } else if (c == '"') {
            quoted('"', TokenKind.STRING);
        } else if (characters == DIGIT) {
            number();
        } else if (c == '\'') {
            quoted('\'', TokenKind.CHARACTER);
        } else if (start == source.length()) {
            kind = TokenKind.END;
        } else {
            end = start + 1;
            throw source.error(start, "Unexpected character " + printable(c));
        }
    }

    /** How many braces are open since the last {@link #resetDepth}. */
    int depth() {
        return depth;
    }

    /** Counts braces anew. */
    void resetDepth() {
        depth = 0;
    }

    /** Goes on to the next token, over whatever is none. */
    void advanceOverErrors() {
        boolean found = false;
        while (!found) {
            try {
                advance();
                found = true;
            } catch (MofException e) {
                // what it complained of is already left behind
                found = false;
            }
        }
    }

    private static String printable(char c) {
        return c > ' ' && c < 0x7f ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }

    private void skipBlanks() throws MofException {
        int i = end;
        while (true) {
            char c = text[i];
            if (c < 128 && CLASSES[c] == BLANK) {
                i++;
            } else if (c == '/' && text[i + 1] == '/') {
                i = lineEnd(i);
            } else if (c == '/' && text[i + 1] == '*') {
                i = commentEnd(i);
            } else {
                end = i;
                return;
            }
        }
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < source.length() && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        return i;
    }

    private int commentEnd(int from) throws MofException {
        for (int i = from + 3; i < source.length(); i++) {
            if (text[i] == '/' && text[i - 1] == '*') {
                return i + 1;
            }
        }
        end = source.length();
        throw source.error(from, "This comment has no end; close it with */");
    }

    private void name() {
        int i = start + 1;
        while (text[i] >= 128 || NAME_PARTS[text[i]]) {
            i++;
        }
        kind = TokenKind.IDENTIFIER;
        end = i;
    }

    private void number() {
        boolean real = text[start] == '.';
        int i = start + 1;
        while (true) {
            char c = text[i];
            if (c == '.') {
                real = true;
            } else if (!(c < 128 && NAME_PARTS[c])
                    && !(real && (c == '+' || c == '-') && (text[i - 1] == 'e' || text[i - 1] == 'E'))) {
                break;
            }
            i++;
        }
        kind = real ? TokenKind.REAL : TokenKind.INTEGER;
        end = i;
    }

    private void quoted(char quote, TokenKind quotedKind) throws MofException {
        escaped = false;
        int i = start + 1;
        for (char c = text[i]; c != quote; c = text[i]) {
            if (c == '\\') {
                escaped = true;
                i += i + 1 < source.length() ? 1 : 0;
            } else if (c < ' ' && (c == '\n' || c == '\r' || i >= source.length())) {
                break;
            }
            i++;
        }
        if (i >= source.length() || text[i] != quote) {
            end = Math.min(i, source.length());
            throw source.error(
                    start,
                    "This " + (quote == '"' ? "string" : "character") + " has no end; close it with " + quote
                            + " on the same line");
        }
        kind = quotedKind;
        end = i + 1;
    }
}
