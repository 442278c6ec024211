package org.telvirt.conformance.specimen;

import java.util.List;
import java.util.stream.Stream;

/** The states of a virtual system (DSP1057, 7), how each shows in EnabledState, and how it is reached from Defined. */
public enum SystemState {
    DEFINED(3, ""),
    ACTIVE(2, "2"),
    PAUSED(9, "2 9"),
    SUSPENDED(6, "2 6");

    private final int enabledState;
    private final String requests;

    SystemState(int enabledState, String requests) {
        this.enabledState = enabledState;
        this.requests = requests;
    }

    /** The value of EnabledState. */
    public int enabledState() {
        return enabledState;
    }

    /** The values of RequestedState that lead to it from Defined. */
    public List<Integer> requests() {
        return Stream.of(requests.split(" "))
                .filter(request -> !request.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
