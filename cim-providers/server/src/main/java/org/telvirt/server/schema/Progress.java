package org.telvirt.server.schema;

import java.io.PrintStream;

/** Shows how far a long work is: a counter that goes up on a terminal, a line for each tenth elsewhere. */
final class Progress {
    private static final int STEPS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private int done;
    private int shown;

    /**
     * @param terminal whether a line can be written over
     * @param what is counted, such as {@code classes}
     */
    Progress(PrintStream out, boolean terminal, String what, int total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    void step() {
        done++;
        if (terminal) {
            out.print("\r" + done + " of " + total + " " + what + (done == total ? "\n" : ""));
            out.flush();
        } else if (done * STEPS / total > shown) {
            shown = done * STEPS / total;
            out.println(shown * STEPS + " %: " + done + " of " + total + " " + what);
        }
    }
}
