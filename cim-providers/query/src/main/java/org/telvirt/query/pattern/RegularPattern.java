package org.telvirt.query.pattern;

import java.util.Arrays;

/**
 * The regular expressions of CQL and FQL (DSP1001): {@code .} any character, sets {@code [a-f]} and {@code [a-f]^}, the
 * multipliers {@code * + ? {n} {n,} {n,m}}, groups, {@code |}, anchors, and {@code \} before what is meant itself. All
 * ways through the pattern are followed at once, so the time is at most the product of pattern and text.
 */
public final class RegularPattern implements Pattern {
    private final Program program;

    private RegularPattern(Program program) {
        this.program = program;
    }

    /** The pattern that a text is. */
    public static RegularPattern of(String text) throws PatternException {
        return new RegularPattern(RegularReader.program(text));
    }

    @Override
    public boolean matches(String text) {
        Threads now = new Threads(program, text.length());
        Threads next = new Threads(program, text.length());
        now.add(0, 0);
        int at = 0;
        while (at < text.length() && !now.isEmpty()) {
            int c = text.codePointAt(at);
            int after = at + Character.charCount(c);
            for (int i = 0; i < now.size(); i++) {
                Program.Step step = program.step(now.get(i));
                if (step.letters != null && step.letters.contains(c)) {
                    next.add(step.first, after);
                }
            }
            Threads done = now;
            now = next;
            next = done;
            next.clear();
            at = after;
        }
        return at == text.length() && now.matched();
    }

    /** The steps that wait for the next character, each once. */
    private static final class Threads {
        private final Program program;
        private final int end;
        private final int[] waiting;
        private final int[] pending;
        private final boolean[] seen;
        private int size;
        private boolean matched;

        Threads(Program program, int end) {
            this.program = program;
            this.end = end;
            this.waiting = new int[program.size()];
            this.pending = new int[2 * program.size() + 1];
            this.seen = new boolean[program.size()];
        }

        void add(int start, int at) {
            int depth = 0;
            pending[depth++] = start;
            while (depth > 0) {
                int index = pending[--depth];
                if (seen[index]) {
                    continue;
                }
                seen[index] = true;
                Program.Step step = program.step(index);
                switch (step.action) {
                    case TAKE -> waiting[size++] = index;
                    case MATCH -> matched = true;
                    case FORK -> {
                        pending[depth++] = step.second;
                        pending[depth++] = step.first;
                    }
                    case JUMP -> pending[depth++] = step.first;
                    case BEGIN -> depth = at == 0 ? push(step, depth) : depth;
                    case END -> depth = at == end ? push(step, depth) : depth;
                }
            }
        }

        private int push(Program.Step step, int depth) {
            pending[depth] = step.first;
            return depth + 1;
        }

        boolean isEmpty() {
            return size == 0;
        }

        int size() {
            return size;
        }

        int get(int index) {
            return waiting[index];
        }

        boolean matched() {
            return matched;
        }

        void clear() {
            Arrays.fill(seen, false);
            size = 0;
            matched = false;
        }
    }
}
