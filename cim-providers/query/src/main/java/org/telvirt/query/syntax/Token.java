package org.telvirt.query.syntax;

/**
 * A token.
 *
 * @param text as written; of a string what it stands for
 * @param start the offset of its first character
 * @param end the offset after its last
 */
record Token(TokenKind kind, String text, int start, int end) {
    boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(word);
    }

    /** How messages call it: what was found. */
    String noun() {
        return switch (kind) {
            case WORD, INTEGER, REAL -> "'" + text + "'";
            case STRING -> "a string";
            default -> kind.noun();
        };
    }
}
