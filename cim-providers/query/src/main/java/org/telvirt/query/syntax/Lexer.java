package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.query.QueryException;

/** Cuts a query into tokens, each with its place. */
final class Lexer {
    private static final int HEX_DIGITS = 4;

    private final QueryText source;
    private final String text;
    private final Quotes quotes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(QueryText source, Quotes quotes) {
        this.source = source;
        this.text = source.text();
        this.quotes = quotes;
    }

    /** The tokens of a text, the last of which is its end. */
    static List<Token> tokens(QueryText source, Quotes quotes) throws QueryException {
        Lexer lexer = new Lexer(source, quotes);
        while (lexer.next()) {
            // each step adds a token
        }
        return lexer.tokens;
    }

    private boolean next() throws QueryException {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            tokens.add(new Token(TokenKind.END, "", start, start));
            return false;
        }
        char c = text.charAt(at);
        if (isWordStart(c)) {
            word();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (quotes.open(c)) {
            string(c);
        } else {
            sign(c);
        }
        return true;
    }

    private void word() {
        int start = at;
        while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        add(TokenKind.WORD, start);
    }

    private void number() throws QueryException {
        int start = at;
        boolean real = false;
        while (at < text.length() && isNumberPart(start)) {
            real |= text.charAt(at) == '.';
            at++;
        }
        String number = text.substring(start, at);
        if (!(real ? Numerals.isReal(number) : Numerals.isInteger(number))) {
            throw source.invalid(start, "'" + number + "' is not a number: write 12, 0x1F, 101b, 1.5 or 1.5E3");
        }
        add(real ? TokenKind.REAL : TokenKind.INTEGER, start);
    }

    private boolean isNumberPart(int start) {
        char c = text.charAt(at);
        if (c == '.') {
            // two points are a range of indexes, not part of its first
            return at == start || (peek(1) != '.' && text.charAt(at - 1) != '.');
        }
        return isDigit(c) || isWordStart(c) || ((c == '+' || c == '-') && isExponent(start));
    }

    private boolean isExponent(int start) {
        char before = at > start ? text.charAt(at - 1) : ' ';
        int point = text.indexOf('.', start);
        return (before == 'e' || before == 'E') && point >= 0 && point < at;
    }

    private void string(char quote) throws QueryException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c != '\\') {
                value.append(c);
            } else if (quotes.mofEscapes()) {
                value.append(mofEscape());
            } else {
                value.append(plainEscape());
            }
        }
        if (at == text.length()) {
            throw source.invalid(start, "This string has no end: close it with " + quote);
        }
        at++;
        tokens.add(new Token(TokenKind.STRING, value.toString(), start, at));
    }

    private char plainEscape() {
        char c = peek(0);
        if (c == '\\' || c == '"' || c == '\'') {
            at++;
            return c;
        }
        return '\\';
    }

    private char mofEscape() throws QueryException {
        int start = at - 1;
        char c = peek(0);
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"', '\'', '\\' -> c;
            case 'x', 'X' -> hexadecimal(start);
            default ->
                throw source.invalid(
                        start, "Unknown escape in a string: a backslash goes before b t n f r \" ' \\ or x and digits");
        };
    }

    private char hexadecimal(int start) throws QueryException {
        int value = 0;
        int digits = 0;
        while (digits < HEX_DIGITS && at < text.length() && Numerals.hexDigit(text.charAt(at)) >= 0) {
            value = value * 16 + Numerals.hexDigit(text.charAt(at++));
            digits++;
        }
        if (value == 0) {
            throw source.invalid(start, "\\x takes one to four hexadecimal digits that are not all zero");
        }
        return (char) value;
    }

    private void sign(char c) throws QueryException {
        TokenKind two = pair(c, peek(1));
        TokenKind kind = two == TokenKind.END ? single(c) : two;
        if (kind == TokenKind.END) {
            throw source.invalid(at, unexpected(c));
        }
        int start = at;
        at += two == TokenKind.END ? 1 : 2;
        add(kind, start);
    }

    private static String unexpected(char c) {
        if (c == '"') {
            return "CQL writes strings in single quotes";
        }
        return c < ' ' ? "A control character cannot stand here" : "'" + c + "' has no meaning in a query";
    }

    private static TokenKind pair(char first, char second) {
        return switch (first) {
            case '<' -> second == '>' ? TokenKind.NOT_EQUAL : second == '=' ? TokenKind.LESS_OR_EQUAL : TokenKind.END;
            case '>' -> second == '=' ? TokenKind.GREATER_OR_EQUAL : TokenKind.END;
            case '!' -> second == '=' ? TokenKind.BANG_EQUAL : TokenKind.END;
            case ':' -> second == ':' ? TokenKind.SCOPE : TokenKind.END;
            case '.' -> second == '.' ? TokenKind.RANGE : TokenKind.END;
            case '|' -> second == '|' ? TokenKind.CONCAT : TokenKind.END;
            default -> TokenKind.END;
        };
    }

    private static TokenKind single(char c) {
        return switch (c) {
            case '=' -> TokenKind.EQUAL;
            case '<' -> TokenKind.LESS;
            case '>' -> TokenKind.GREATER;
            case '(' -> TokenKind.OPEN;
            case ')' -> TokenKind.CLOSE;
            case '[' -> TokenKind.OPEN_INDEX;
            case ']' -> TokenKind.CLOSE_INDEX;
            case '{' -> TokenKind.OPEN_LIST;
            case '}' -> TokenKind.CLOSE_LIST;
            case ',' -> TokenKind.COMMA;
            case '.' -> TokenKind.DOT;
            case ':' -> TokenKind.COLON;
            case '#' -> TokenKind.HASH;
            case '+' -> TokenKind.PLUS;
            case '-' -> TokenKind.MINUS;
            case '*' -> TokenKind.STAR;
            case '/' -> TokenKind.SLASH;
            default -> TokenKind.END;
        };
    }

    private void add(TokenKind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), start, at));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }
}
