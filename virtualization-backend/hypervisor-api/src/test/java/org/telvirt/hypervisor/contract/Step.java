package org.telvirt.hypervisor.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.telvirt.hypervisor.DomainState.PAUSED;
import static org.telvirt.hypervisor.DomainState.RUNNING;
import static org.telvirt.hypervisor.DomainState.SAVED;
import static org.telvirt.hypervisor.DomainState.SHUT_OFF;
import static org.telvirt.hypervisor.LifecycleAction.DISCARD_SAVED;
import static org.telvirt.hypervisor.LifecycleAction.PAUSE;
import static org.telvirt.hypervisor.LifecycleAction.REBOOT;
import static org.telvirt.hypervisor.LifecycleAction.RESET;
import static org.telvirt.hypervisor.LifecycleAction.RESTORE;
import static org.telvirt.hypervisor.LifecycleAction.RESUME;
import static org.telvirt.hypervisor.LifecycleAction.SAVE;
import static org.telvirt.hypervisor.LifecycleAction.SHUTDOWN;
import static org.telvirt.hypervisor.LifecycleAction.START;
import static org.telvirt.hypervisor.LifecycleAction.STOP;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.LifecycleAction;

/** An action from one state to another. */
record Step(DomainState from, LifecycleAction action, DomainState to) {
    private static final Map<DomainState, Set<LifecycleAction>> ALLOWED = Map.of(
            SHUT_OFF, EnumSet.of(START),
            RUNNING, EnumSet.of(STOP, PAUSE, SAVE, SHUTDOWN, REBOOT, RESET),
            PAUSED, EnumSet.of(STOP, RESUME, SAVE, RESET),
            SAVED, EnumSet.of(RESTORE, DISCARD_SAVED));

    /** The actions that the port does not allow in a state, written down here a second time on purpose. */
    static Set<LifecycleAction> forbiddenFrom(DomainState state) {
        return EnumSet.complementOf(EnumSet.copyOf(ALLOWED.get(state)));
    }

    void assumeOfferedBy(Hypervisor engine) {
        assumeTrue(engine.capabilities().offers(action), () -> "the engine does not offer " + action);
        for (LifecycleAction needed : Bench.WAYS.get(from)) {
            assumeTrue(engine.capabilities().offers(needed), () -> "the engine does not offer " + needed);
        }
    }
}
