package org.telvirt.mof.syntax;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;

/** The tokens of one text, with the present one in hand. */
final class Tokens {
    private static final int SHOWN_LENGTH = 40;

    private final MofLexer lexer;
    private final SourceText source;
    private final NameTable names;

    Tokens(SourceText source, NameTable names) {
        this.lexer = new MofLexer(source);
        this.source = source;
        this.names = names;
    }

    /** Goes to the first token. */
    void start() throws MofException {
        lexer.advance();
    }

    SourceText source() {
        return source;
    }

    NameTable names() {
        return names;
    }

    TokenKind kind() {
        return lexer.kind();
    }

    /** Whether the present token is of this kind. */
    boolean at(TokenKind kind) {
        return lexer.kind() == kind;
    }

    /** Whether the present token is this keyword, regardless of case. */
    boolean atKeyword(String lowerCase) {
        int start = lexer.start();
        if (lexer.kind() != TokenKind.IDENTIFIER || lexer.end() - start != lowerCase.length()) {
            return false;
        }
        char[] text = source.chars();
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((text[start + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The present token as a name; null: it is none. */
    @Nullable
    CimName peekName() {
        return lexer.kind() == TokenKind.IDENTIFIER ? names.name(source.chars(), lexer.start(), lexer.end()) : null;
    }

    /** Where the present token starts. */
    int offset() {
        return lexer.start();
    }

    Place place() {
        return new Place(source, lexer.start());
    }

    void advance() throws MofException {
        lexer.advance();
    }

    /** Begins a class, an instance or the like: what {@link #recover} leaves out if it is wrong. */
    void begin() {
        lexer.resetDepth();
    }

    /** Goes on after the semicolon that ends what was begun, or at the end of the text. */
    void recover() {
        while (lexer.kind() != TokenKind.END && (lexer.kind() != TokenKind.SEMICOLON || lexer.depth() > 0)) {
            lexer.advanceOverErrors();
        }
        lexer.advanceOverErrors();
    }

    /** Takes a token of this kind if it is there. */
    boolean take(TokenKind kind) throws MofException {
        if (lexer.kind() != kind) {
            return false;
        }
        lexer.advance();
        return true;
    }

    /** Takes this keyword if it is there. */
    boolean takeKeyword(String lowerCase) throws MofException {
        if (!atKeyword(lowerCase)) {
            return false;
        }
        lexer.advance();
        return true;
    }

    /** Takes a token that must be there; {@code where} says after or in what. */
    void expect(TokenKind kind, String where) throws MofException {
        if (!take(kind)) {
            throw unexpected(kind + " " + where);
        }
    }

    /** Takes a token that must be there; {@code where} says after or in what, {@code name} of which one. */
    void expect(TokenKind kind, String where, CimName name) throws MofException {
        if (!take(kind)) {
            throw unexpected(kind + " " + where + " '" + name + "'");
        }
    }

    /** Takes a keyword that must be there. */
    void expectKeyword(String lowerCase, String where) throws MofException {
        if (!takeKeyword(lowerCase)) {
            throw unexpected("'" + lowerCase + "' " + where);
        }
    }

    /** Takes a name that must be there; {@code what} says of what. */
    CimName name(String what) throws MofException {
        if (lexer.kind() != TokenKind.IDENTIFIER) {
            throw unexpected(what);
        }
        CimName name = names.name(source.chars(), lexer.start(), lexer.end());
        lexer.advance();
        return name;
    }

    /** Takes one or more strings that follow each other and joins them. */
    String string(String what) throws MofException {
        if (lexer.kind() != TokenKind.STRING) {
            throw unexpected(what);
        }
        String value = literal();
        if (lexer.kind() != TokenKind.STRING) {
            return value;
        }
        StringBuilder joined = new StringBuilder(value);
        while (lexer.kind() == TokenKind.STRING) {
            joined.append(literal());
        }
        return joined.toString();
    }

    private String literal() throws MofException {
        int from = lexer.start() + 1;
        int to = lexer.end() - 1;
        String value = lexer.escaped() ? StringLiterals.unescape(source, from, to) : source.substring(from, to);
        lexer.advance();
        return value;
    }

    /** Takes a character that must be there. */
    char character() throws MofException {
        int start = lexer.start();
        String value = literal();
        if (value.length() != 1) {
            throw source.error(start, "A character in quotes is one UCS-2 character; this is " + value.length());
        }
        return value.charAt(0);
    }

    /** Takes a positive whole number that fits an int. */
    int positive(String what) throws MofException {
        int start = lexer.start();
        if (lexer.kind() != TokenKind.INTEGER) {
            throw unexpected(what);
        }
        BigInteger value = NumberLiterals.integer(source, start, lexer.end());
        if (value.signum() <= 0 || value.bitLength() > 31) {
            throw source.error(start, "Expected " + what + " from 1 to " + Integer.MAX_VALUE + ", found " + value);
        }
        lexer.advance();
        return value.intValue();
    }

    /** Where the present token ends. */
    int end() {
        return lexer.end();
    }

    /** What to throw when something else should be here. */
    MofException unexpected(String wanted) {
        return source.error(lexer.start(), "Expected " + wanted + ", found " + found());
    }

    /** The present token as messages show it. */
    String found() {
        if (lexer.kind() == TokenKind.END) {
            return TokenKind.END.toString();
        }
        String text = source.substring(lexer.start(), lexer.end());
        String shown = text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
        return lexer.kind() == TokenKind.STRING ? "the string " + shown : "'" + shown + "'";
    }
}
