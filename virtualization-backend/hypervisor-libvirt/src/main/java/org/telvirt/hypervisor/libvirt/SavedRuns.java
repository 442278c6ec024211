package org.telvirt.hypervisor.libvirt;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;

/**
 * Notices that a saved run was thrown away behind our back, of which libvirt has no event: while there are saved runs,
 * and only then, it asks again and again which there are. Lives on the event thread.
 */
final class SavedRuns {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final LibvirtEventLoop loop;
    private final Source source;
    private final Gone gone;
    private final int timer;
    private final Set<DomainId> restoring = ConcurrentHashMap.newKeySet(); // by any thread
    private Map<DomainId, String> known = new HashMap<>();

    /** Where it is asked. */
    interface Source {
        /** The names of the domains that have a saved run. */
        Map<DomainId, String> saved() throws HypervisorException;

        /** The state of a domain; null: there is none. */
        @Nullable
        DomainState stateOf(DomainId id);
    }

    /** Who is told. */
    interface Gone {
        void discarded(DomainId id, String name);
    }

    SavedRuns(LibvirtEventLoop loop, Source source, Gone gone) {
        this.loop = loop;
        this.source = source;
        this.gone = gone;
        this.timer = loop.timer(() -> loop.post(this::look));
    }

    /** There may be saved runs that are not known: looks at once. */
    void expect() {
        loop.set(timer, Duration.ZERO);
    }

    /** We are restoring this one: libvirt may throw it away before the domain runs. Any thread. */
    void restoring(DomainId id) {
        restoring.add(id);
    }

    /** We have restored it, or failed to. Any thread. */
    void restored(DomainId id) {
        restoring.remove(id);
    }

    /** There is a new one. */
    void expect(DomainId id, String name) {
        known.put(id, name);
        loop.set(timer, INTERVAL);
    }

    private void look() {
        try {
            Map<DomainId, String> present = source.saved();
            known.forEach((id, name) -> {
                if (restoring.contains(id)) {
                    present.putIfAbsent(id, name); // to be seen when that is over
                } else if (!present.containsKey(id) && source.stateOf(id) == DomainState.SHUT_OFF) {
                    gone.discarded(id, name);
                }
            });
            known = present;
            if (!present.isEmpty()) {
                loop.set(timer, INTERVAL);
            }
        } catch (HypervisorException e) {
            loop.set(timer, INTERVAL); // libvirt is away: what it says when it is back is compared with what is known
        }
    }
}
