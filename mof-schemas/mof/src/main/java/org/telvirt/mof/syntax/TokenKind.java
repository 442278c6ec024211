package org.telvirt.mof.syntax;

/** The kinds of token of MOF; keywords are identifiers, since most may also be names. */
enum TokenKind {
    IDENTIFIER("a name"),
    INTEGER("a whole number"),
    REAL("a real number"),
    STRING("a string"),
    CHARACTER("a character"),
    OPEN_BRACKET("'['"),
    CLOSE_BRACKET("']'"),
    OPEN_PARENTHESIS("'('"),
    CLOSE_PARENTHESIS("')'"),
    OPEN_BRACE("'{'"),
    CLOSE_BRACE("'}'"),
    SEMICOLON("';'"),
    COLON("':'"),
    COMMA("','"),
    EQUALS("'='"),
    HASH("'#'"),
    DOLLAR("'$'"),
    END("the end of the text");

    private final String words;

    TokenKind(String words) {
        this.words = words;
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return words;
    }
}
