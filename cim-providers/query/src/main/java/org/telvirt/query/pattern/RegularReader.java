package org.telvirt.query.pattern;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.query.pattern.Program.Action;
import org.telvirt.query.pattern.Program.Step;

/** Compiles a regular expression of DSP1001 into steps. */
final class RegularReader {
    static final int LONGEST = 4_096;
    private static final int DEEPEST = 50;
    private static final int MOST_TIMES = 255;
    private static final int MOST_ATOMS = 10_000;
    private static final int NO_LIMIT = -1;

    private final String text;
    private final Program program = new Program();
    private int at;
    private int depth;
    private int atoms;

    private RegularReader(String text) {
        this.text = text;
    }

    static Program program(String text) throws PatternException {
        if (text.length() > LONGEST) {
            throw new PatternException("The pattern is longer than " + LONGEST + " characters");
        }
        RegularReader reader = new RegularReader(text);
        reader.choice();
        if (reader.at < text.length()) {
            throw new PatternException("The pattern has a ')' without its '('");
        }
        reader.program.add(Action.MATCH);
        return reader.program;
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void choice() throws PatternException {
        List<Step> jumps = new ArrayList<>();
        int start = program.size();
        sequence();
        while (is('|')) {
            at++;
            Step fork = program.fork(start);
            jumps.add(program.add(Action.JUMP));
            start = program.size();
            fork.second = start;
            sequence();
        }
        for (Step jump : jumps) {
            jump.first = program.size();
        }
    }

    private void sequence() throws PatternException {
        while (at < text.length() && !is('|') && !is(')')) {
            item();
        }
    }

    private void item() throws PatternException {
        int source = at;
        int start = program.size();
        atom();
        if (is('*')) {
            at++;
            loop(start);
        } else if (is('+')) {
            at++;
            program.add(Action.FORK).first = start;
        } else if (is('?')) {
            at++;
            program.fork(start).second = program.size();
        } else if (is('{')) {
            at++;
            times(source, start);
        }
    }

    private void loop(int start) throws PatternException {
        Step fork = program.fork(start);
        program.add(Action.JUMP).first = start;
        fork.second = program.size();
    }

    private void times(int source, int start) throws PatternException {
        int least = number();
        int most = least;
        if (is(',')) {
            at++;
            most = is('}') ? NO_LIMIT : number();
        }
        if (!is('}') || (most != NO_LIMIT && most < least)) {
            throw new PatternException("The pattern has a '{' that does not begin {n}, {n,} or {n,m}");
        }
        int after = at + 1;
        if (least == 0) {
            optional(source, most, start);
        } else {
            for (int i = 1; i < least; i++) {
                again(source);
            }
            if (most == NO_LIMIT) {
                int last = program.size();
                again(source);
                loop(last);
            }
            for (int i = least; i < most; i++) {
                int next = program.size();
                again(source);
                program.fork(next).second = program.size();
            }
        }
        at = after;
    }

    private void optional(int source, int most, int start) throws PatternException {
        if (most == NO_LIMIT) {
            loop(start);
            return;
        }
        // what was read once stands for the first time; {0} jumps over it
        Step fork = program.fork(start);
        if (most == 0) {
            fork.first = program.size();
        }
        fork.second = program.size();
        for (int i = 1; i < most; i++) {
            int next = program.size();
            again(source);
            program.fork(next).second = program.size();
        }
    }

    private void again(int source) throws PatternException {
        at = source;
        atom();
    }

    private int number() throws PatternException {
        int value = 0;
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && value <= MOST_TIMES) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        if (at == start || value > MOST_TIMES) {
            throw new PatternException("The pattern repeats a number of times that is not between 0 and " + MOST_TIMES);
        }
        return value;
    }

    private void atom() throws PatternException {
        if (++atoms > MOST_ATOMS) {
            throw new PatternException("The pattern is too large; repeat less");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '.' -> program.add(Action.TAKE, Letters.ANY);
            case '^' -> program.add(Action.BEGIN);
            case '$' -> program.add(Action.END);
            case '\\' -> escaped();
            case '*', '+', '?' ->
                throw new PatternException("The pattern has a '" + (char) c + "' after nothing to repeat");
            default -> program.add(Action.TAKE, Letters.of(c));
        }
    }

    private void group() throws PatternException {
        if (++depth > DEEPEST) {
            throw new PatternException("The pattern is nested more than " + DEEPEST + " deep");
        }
        choice();
        depth--;
        if (!is(')')) {
            throw new PatternException("The pattern has a '(' without its ')'");
        }
        at++;
    }

    private void escaped() throws PatternException {
        if (at == text.length()) {
            throw new PatternException("The pattern ends in a '\\'; write '\\\\' for one");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        program.add(Action.TAKE, Letters.of(c));
    }

    private void set() throws PatternException {
        int from = at;
        while (at < text.length() && (!is(']') || at == from)) {
            at += is('\\') ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new PatternException("The pattern has a '[' without its ']'");
        }
        int to = at++;
        boolean others = is('^');
        at += others ? 1 : 0;
        program.add(Action.TAKE, Sets.read(text, from, to, others, true));
    }
}
