package org.telvirt.query.syntax;

/** What a token is. Keywords are words: which of them mean something is up to the place. */
enum TokenKind {
    WORD("a name"),
    STRING("a string"),
    INTEGER("a whole number"),
    REAL("a number"),
    EQUAL("'='"),
    NOT_EQUAL("'<>'"),
    BANG_EQUAL("'!='"),
    LESS("'<'"),
    LESS_OR_EQUAL("'<='"),
    GREATER("'>'"),
    GREATER_OR_EQUAL("'>='"),
    OPEN("'('"),
    CLOSE("')'"),
    OPEN_INDEX("'['"),
    CLOSE_INDEX("']'"),
    OPEN_LIST("'{'"),
    CLOSE_LIST("'}'"),
    COMMA("','"),
    DOT("'.'"),
    RANGE("'..'"),
    COLON("':'"),
    SCOPE("'::'"),
    HASH("'#'"),
    PLUS("'+'"),
    MINUS("'-'"),
    STAR("'*'"),
    SLASH("'/'"),
    CONCAT("'||'"),
    END("the end of the query");

    private final String noun;

    TokenKind(String noun) {
        this.noun = noun;
    }

    /** How messages call it. */
    String noun() {
        return noun;
    }
}
