package org.telvirt.hypervisor.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;

/** A listener that keeps what it hears and lets tests wait for it. Safe for use by many threads. */
public final class RecordedEvents implements Consumer<HypervisorEvent> {
    private final List<HypervisorEvent> heard = new ArrayList<>();

    @Override
    public synchronized void accept(HypervisorEvent event) {
        heard.add(event);
        notifyAll();
    }

    /** All events, in the order in which they came. */
    public synchronized List<HypervisorEvent> all() {
        return List.copyOf(heard);
    }

    /** All events about a domain, in the order in which they came. */
    public synchronized List<HypervisorEvent> about(DomainId id) {
        return heard.stream().filter(event -> isAbout(event, id)).toList();
    }

    /** The states that a domain was told to have reached, in order, each repetition left out. */
    public List<DomainState> statesOf(DomainId id) {
        List<DomainState> states = new ArrayList<>();
        for (HypervisorEvent event : about(id)) {
            if (event instanceof DomainStateChanged changed
                    && (states.isEmpty() || states.get(states.size() - 1) != changed.state())) {
                states.add(changed.state());
            }
        }
        return states;
    }

    /** Forgets all that was heard. */
    public synchronized void clear() {
        heard.clear();
    }

    /** Waits until a domain is told to have reached a state. */
    public void awaitState(DomainId id, DomainState state, Duration patience) throws InterruptedException {
        await(
                state + " of " + id,
                event -> event instanceof DomainStateChanged changed && isAbout(event, id) && changed.state() == state,
                patience);
    }

    /** Waits for an event of this kind about a domain. */
    public <T extends DomainEvent> T await(Class<T> kind, DomainId id, Duration patience) throws InterruptedException {
        return kind.cast(await(
                kind.getSimpleName() + " of " + id, event -> kind.isInstance(event) && isAbout(event, id), patience));
    }

    /**
     * Waits until an event that matches has been heard, since the beginning or the last {@link #clear}.
     *
     * @throws AssertionError if none comes in time
     */
    public synchronized HypervisorEvent await(String what, Predicate<HypervisorEvent> match, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (HypervisorEvent event : heard) {
                if (match.test(event)) {
                    return event;
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no event '" + what + "' within " + patience + "; heard " + heard);
            }
            wait(left);
        }
    }

    private static boolean isAbout(HypervisorEvent event, DomainId id) {
        return event instanceof DomainEvent about && about.id().equals(id);
    }
}
