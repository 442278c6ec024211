package org.telvirt.hypervisor.libvirt;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.StateReason;

/**
 * libvirt's life-cycle events (virDomainEventType and its details) in the words of the port, each state told once. Lives
 * on the event thread.
 */
final class LifecycleEvents {
    private static final int DEFINED = 0;
    private static final int UNDEFINED = 1;
    private static final int STARTED = 2;
    private static final int SUSPENDED = 3;
    private static final int RESUMED = 4;
    private static final int STOPPED = 5;
    private static final int SHUTDOWN = 6;
    private static final int GUEST_SUSPENDED = 7;
    private static final int CRASHED = 8;

    private static final int DEFINED_ADDED = 0;
    private static final int UNDEFINED_RENAMED = 1;
    private static final int STOPPED_SHUTDOWN = 0;
    private static final int STARTED_MIGRATED = 1;
    private static final int STOPPED_CRASHED = 2;
    private static final int STOPPED_SAVED = 4;
    private static final int SHUTDOWN_HOST = 2;

    private static final int MOST_GONE = 1000;

    /** What an event leaves open. */
    interface Lookup {
        /** The state of a domain now; UNKNOWN: it cannot be seen; null: there is no such domain. */
        @Nullable
        DomainState of(DomainId id);
    }

    /** An event as libvirt tells it. */
    record Happening(Instant time, DomainId id, String name, int event, int detail) {}

    private record Told(DomainState state, StateReason reason) {}

    private final Lookup lookup;
    private final boolean startsBeforeItStops;
    private final Set<DomainId> saving;
    private final Consumer<HypervisorEvent> out;
    private final Map<DomainId, Told> told = new HashMap<>();
    private final Set<DomainId> gone = new LinkedHashSet<>(); // told undefined before libvirt did, if ever it does

    /**
     * @param startsBeforeItStops whether the driver, as Xen's, lets a guest that reboots stop and start anew, and tells of
     *     the start first
     */
    LifecycleEvents(Lookup lookup, boolean startsBeforeItStops, Set<DomainId> saving, Consumer<HypervisorEvent> out) {
        this.lookup = lookup;
        this.startsBeforeItStops = startsBeforeItStops;
        this.saving = saving;
        this.out = out;
    }

    /** Passes on an event that is not from libvirt. */
    void told(HypervisorEvent event) {
        if (event instanceof Gap) {
            told.clear();
        } else if (event instanceof DomainStateChanged changed) {
            told.put(changed.id(), new Told(changed.state(), changed.reason()));
        }
        out.accept(event);
    }

    void happened(Happening happening) {
        if (isNoNews(happening)) {
            return;
        }
        saving.remove(happening.id);
        switch (happening.event) {
            case DEFINED -> defined(happening);
            case UNDEFINED -> undefined(happening);
            case STARTED -> started(happening);
            case SUSPENDED -> state(happening, DomainState.PAUSED, ofSuspension(happening.detail));
            case RESUMED -> state(happening, DomainState.RUNNING, ofResumption(happening.detail));
            case STOPPED -> stopped(happening);
            case SHUTDOWN -> state(happening, DomainState.SHUTTING_DOWN, StateReason.NORMAL);
            case GUEST_SUSPENDED -> state(happening, DomainState.GUEST_SUSPENDED, StateReason.NORMAL);
            case CRASHED -> state(happening, DomainState.CRASHED, StateReason.GUEST_CRASHED);
            default -> {
                // one that a newer libvirt has added
            }
        }
    }

    /** A run that was saved has been thrown away, of which libvirt says nothing; told once. */
    void discarded(Instant time, DomainId id, String name) {
        state(new Happening(time, id, name, STOPPED, 0), DomainState.SHUT_OFF, StateReason.NORMAL);
    }

    /** That a domain stands still while we save it, or that its process is being ended from outside: soon it is gone. */
    private boolean isNoNews(Happening happening) {
        return switch (happening.event) {
            case SUSPENDED -> saving.contains(happening.id);
            case SHUTDOWN -> happening.detail == SHUTDOWN_HOST;
            default -> false;
        };
    }

    /** What comes from another host stands still until all of it is there. */
    private void started(Happening happening) {
        boolean isComing = happening.detail == STARTED_MIGRATED;
        state(happening, isComing ? DomainState.PAUSED : DomainState.RUNNING, ofStart(happening.detail));
    }

    private void defined(Happening happening) {
        gone.remove(happening.id);
        out.accept(
                happening.detail == DEFINED_ADDED
                        ? new DomainDefined(happening.time, happening.id, happening.name)
                        : new DomainRedefined(happening.time, happening.id, happening.name));
    }

    private void undefined(Happening happening) {
        if (happening.detail != UNDEFINED_RENAMED && !gone.remove(happening.id)) {
            told.remove(happening.id);
            out.accept(new DomainUndefined(happening.time, happening.id, happening.name));
        }
    }

    /** A transient domain ends with its run, of which libvirt says no more. */
    private void stopped(Happening happening) {
        DomainState now = lookup.of(happening.id);
        if (startsBeforeItStops && now == DomainState.RUNNING && isOfGuest(happening)) {
            begunAnew(happening);
            return;
        }
        // a run can also be saved to a file of one's own, which leaves the domain shut off
        boolean isSaved = happening.detail == STOPPED_SAVED && now != null && now != DomainState.SHUT_OFF;
        state(happening, isSaved ? DomainState.SAVED : DomainState.SHUT_OFF, ofStop(happening));
        if (now == null) {
            told.remove(happening.id);
            if (gone.size() >= MOST_GONE) {
                gone.remove(gone.iterator().next());
            }
            gone.add(happening.id);
            out.accept(new DomainUndefined(happening.time, happening.id, happening.name));
        }
    }

    private static boolean isOfGuest(Happening happening) {
        return happening.detail == STOPPED_SHUTDOWN || happening.detail == STOPPED_CRASHED;
    }

    /** A guest has ended its run, and a new one goes on already. */
    private void begunAnew(Happening happening) {
        if (happening.detail == STOPPED_CRASHED) {
            state(happening, DomainState.CRASHED, StateReason.GUEST_CRASHED);
        }
        out.accept(new DomainRebooted(happening.time, happening.id, happening.name));
        state(happening, DomainState.RUNNING, StateReason.NORMAL);
    }

    private void state(Happening happening, DomainState state, StateReason reason) {
        Told now = new Told(state, reason);
        if (!now.equals(told.put(happening.id, now))) {
            out.accept(new DomainStateChanged(happening.time, happening.id, happening.name, state, reason));
        }
    }

    private static StateReason ofStart(int detail) {
        return switch (detail) {
            case STARTED_MIGRATED -> StateReason.MIGRATION;
            case 3 -> StateReason.SNAPSHOT;
            default -> StateReason.NORMAL;
        };
    }

    private static StateReason ofSuspension(int detail) {
        return switch (detail) {
            case 1, 7, 8 -> StateReason.MIGRATION;
            case 2 -> StateReason.IO_ERROR;
            case 3 -> StateReason.WATCHDOG;
            case 5 -> StateReason.SNAPSHOT;
            default -> StateReason.NORMAL;
        };
    }

    private static StateReason ofResumption(int detail) {
        return switch (detail) {
            case 1, 3, 4 -> StateReason.MIGRATION;
            case 2 -> StateReason.SNAPSHOT;
            default -> StateReason.NORMAL;
        };
    }

    private StateReason ofStop(Happening happening) {
        Told before = told.get(happening.id);
        return switch (happening.detail) {
            case STOPPED_CRASHED ->
                before != null && before.state == DomainState.CRASHED ? StateReason.GUEST_CRASHED : StateReason.FAILED;
            case 3 -> StateReason.MIGRATION;
            case 5 -> StateReason.FAILED;
            case 6 -> StateReason.SNAPSHOT;
            default -> StateReason.NORMAL;
        };
    }
}
