package org.telvirt.query.pattern;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that a pattern is compiled into; a step goes on to the next one unless it says otherwise. */
final class Program {
    private static final int MOST = 2_000;

    /** What a step does. */
    enum Action {
        /** Takes a character of a set. */
        TAKE,
        /** Goes on at two steps. */
        FORK,
        /** Goes on at another step. */
        JUMP,
        /** Goes on only before the first character. */
        BEGIN,
        /** Goes on only after the last character. */
        END,
        /** All is matched. */
        MATCH
    }

    /** A step; the targets are indexes of steps. */
    static final class Step {
        final Action action;
        final @Nullable Letters letters;
        int first;
        int second;

        private Step(Action action, @Nullable Letters letters, int next) {
            this.action = action;
            this.letters = letters;
            this.first = next;
            this.second = next;
        }
    }

    private final List<Step> steps = new ArrayList<>();

    int size() {
        return steps.size();
    }

    Step step(int index) {
        return steps.get(index);
    }

    Step add(Action action) throws PatternException {
        return add(action, null);
    }

    Step add(Action action, @Nullable Letters letters) throws PatternException {
        return insert(steps.size(), action, letters);
    }

    private Step insert(int at, Action action, @Nullable Letters letters) throws PatternException {
        if (steps.size() >= MOST) {
            throw new PatternException("The pattern is too large; repeat less");
        }
        Step step = new Step(action, letters, at + 1);
        steps.add(at, step);
        return step;
    }

    /** Puts a fork before all steps from an index on, which move by one. */
    Step fork(int at) throws PatternException {
        Step fork = insert(at, Action.FORK, null);
        for (int i = at + 1; i < steps.size(); i++) {
            Step moved = steps.get(i);
            moved.first += moved.first >= at ? 1 : 0;
            moved.second += moved.second >= at ? 1 : 0;
        }
        return fork;
    }
}
