package org.telvirt.sdk;

/** What can be asked of a virtual system (DSP1057 §7.2), by the RequestedState of RequestStateChange. */
public enum Transition {
    /** Start it, or let it go on. */
    ACTIVATE(2),
    /** Take it away at once, as if its plug were pulled. */
    DEACTIVATE(3),
    /** Ask its guest to stop. */
    SHUT_DOWN(4),
    /** Keep it on disk. */
    SUSPEND(6),
    /** Let it stand still in memory. */
    PAUSE(9),
    /** Ask its guest to start anew. */
    REBOOT(10),
    /** Start it anew at once. */
    RESET(11);

    private final int requestedState;

    Transition(int requestedState) {
        this.requestedState = requestedState;
    }

    /** The number in CIM. */
    public int requestedState() {
        return requestedState;
    }
}
