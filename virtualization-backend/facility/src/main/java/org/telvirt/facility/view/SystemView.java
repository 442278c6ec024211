package org.telvirt.facility.view;

import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent.HostOccurrence;
import org.telvirt.facility.event.FacilityEvent.SystemEmigrated;
import org.telvirt.facility.event.FacilityEvent.SystemImmigrated;
import org.telvirt.facility.event.FacilityEvent.SystemOccurrence;
import org.telvirt.facility.event.FacilityEvent.SystemRebooted;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.facility.view.Reading.Definitions;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * The virtual systems as the engine last said, read from memory. Whoever has changed something calls {@link #refresh}
 * before answering, and then everyone reads the change. Safe for use by many threads.
 */
public final class SystemView {
    private final Hypervisor engine;
    private final InstantSource clock;
    private final FacilityEvents events;
    private final SystemTable table;

    public SystemView(Hypervisor engine, InstantSource clock, FacilityEvents events) {
        this.engine = engine;
        this.clock = clock;
        this.events = events;
        this.table = new SystemTable(clock, events);
    }

    /** Someone has to know of everything before anyone reads it; called before the first reading. */
    public void tellFirst(SystemObserver observer) {
        table.tellFirst(observer);
    }

    /** One virtual system; null: there is none. */
    public @Nullable VirtualSystem find(SystemId id) {
        Entry entry = table.find(id);
        return entry == null ? null : entry.system();
    }

    /** What the engine said of a virtual system; null: there is none. */
    public @Nullable Domain domain(SystemId id) {
        Entry entry = table.find(id);
        return entry == null ? null : entry.domain();
    }

    /** All virtual systems in the order of their names. */
    public List<VirtualSystem> list() {
        return table.list();
    }

    /**
     * What a virtual system is made of; asks the engine if that is not known, or may have changed unseen.
     *
     * @return null: there is no such system, or it has never been read and the engine does not answer
     */
    public @Nullable DomainDefinition definition(SystemId id, Configuration which) {
        Entry entry = table.find(id);
        if (entry != null && !table.trustsDefinitionsOf(entry)) {
            try {
                refresh(id);
            } catch (HypervisorException e) {
                // what was known before is the best answer there is
                return choose(entry, which);
            }
            entry = table.find(id);
        }
        return entry == null ? null : choose(entry, which);
    }

    private static @Nullable DomainDefinition choose(Entry entry, Configuration which) {
        Definitions definitions = entry.definitions();
        if (definitions == null) {
            return null;
        }
        return switch (which) {
            case ACTIVE -> definitions.active();
            case DEFINED -> definitions.defined();
            case NEXT -> definitions.next();
        };
    }

    /** Changes what the facility itself knows of a system. */
    public void mark(SystemId id, UnaryOperator<VirtualSystem> change) {
        table.mark(id, change);
        events.flush();
    }

    /** Tells listeners that a system began anew. */
    public void tellReboot(SystemId id) {
        VirtualSystem system = find(id);
        if (system != null) {
            events.note(new SystemRebooted(clock.instant(), system));
            events.flush();
        }
    }

    /** Tells listeners what happened to a system that left its state alone. */
    public void tellOccurrence(SystemId id, DomainOccurrence what) {
        VirtualSystem system = find(id);
        if (system != null) {
            events.note(new SystemOccurrence(what.time(), system, what));
            events.flush();
        }
    }

    /** Tells listeners what happened to the host. */
    public void tellHost(HostEvent what) {
        events.note(new HostOccurrence(what.time(), what));
        events.flush();
    }

    /** Tells listeners that a system has gone to another host. */
    public void tellEmigration(SystemId id, String name) {
        events.note(new SystemEmigrated(clock.instant(), id, name));
        events.flush();
    }

    /** Tells listeners that a system has come from another host. */
    public void tellImmigration(SystemId id) {
        VirtualSystem system = find(id);
        if (system != null) {
            events.note(new SystemImmigrated(clock.instant(), system));
            events.flush();
        }
    }

    /** The ticket of the last reading that began: later ones have greater ones. */
    public long lastTicket() {
        return table.lastTicket();
    }

    /** Whether the state comes from a reading that began after this ticket was the last one. */
    boolean hasStateAfter(SystemId id, long ticket) {
        Entry entry = table.find(id);
        return entry != null && entry.domainTicket() > ticket;
    }

    /** The same for the definitions. */
    boolean hasDefinitionsAfter(SystemId id, long ticket) {
        Entry entry = table.find(id);
        return entry != null && entry.definitionsTicket() > ticket;
    }

    /** Asks the engine for everything about one system. */
    public void refresh(SystemId id) throws HypervisorException {
        long ticket = table.begin();
        try {
            table.apply(read(id, ticket, true));
        } finally {
            table.end(ticket);
            events.flush();
        }
    }

    /** A system that the engine has just changed, as everyone reads it from now on. */
    public VirtualSystem refreshed(Domain changed) {
        SystemId id = new SystemId(changed.id().uuid());
        try {
            refresh(id);
        } catch (HypervisorException e) {
            // it has been changed all the same; the engine's event or a gap will bring the rest
            return SystemStates.system(changed, null, null, null, null);
        }
        VirtualSystem system = find(id);
        return system == null ? SystemStates.system(changed, null, null, null, null) : system;
    }

    /** Asks the engine for the state of one system. */
    public void refreshState(SystemId id) throws HypervisorException {
        long ticket = table.begin();
        try {
            table.apply(read(id, ticket, false));
        } finally {
            table.end(ticket);
            events.flush();
        }
    }

    private Reading read(SystemId id, long ticket, boolean withDefinitions) throws HypervisorException {
        DomainId domainId = new DomainId(id.uuid());
        try {
            Domain domain = engine.domain(domainId);
            return new Reading(id, ticket, domain, withDefinitions ? readDefinitions(domain) : null);
        } catch (HypervisorException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return Reading.absent(id, ticket);
            }
            throw e;
        }
    }

    private Definitions readDefinitions(Domain domain) throws HypervisorException {
        DomainDefinition defined = engine.definition(domain.id(), Configuration.DEFINED);
        boolean runs = domain.state() != DomainState.SHUT_OFF && domain.state() != DomainState.SAVED;
        DomainDefinition active = runs ? engine.definition(domain.id(), Configuration.ACTIVE) : defined;
        // what is gone after its run has no next start
        DomainDefinition next = domain.persistent() ? engine.definition(domain.id(), Configuration.NEXT) : defined;
        return new Definitions(active, defined, next.equals(defined) ? defined : next);
    }

    /**
     * Asks the engine for the states of all systems; definitions may have changed unseen, and are read again when someone
     * asks for them.
     */
    public void refreshAll() throws HypervisorException {
        long ticket = table.begin();
        try {
            List<Domain> domains = engine.domains();
            table.applyAll(domains, ticket);
            table.distrustDefinitionsBefore(ticket);
        } finally {
            table.end(ticket);
            events.flush();
        }
    }

    /**
     * Reads definitions again that may have changed unseen, of so many systems at most.
     *
     * @return whether there are more
     */
    boolean readDistrustedDefinitions(int most) throws HypervisorException {
        int read = 0;
        for (VirtualSystem system : list()) {
            Entry entry = table.find(system.id());
            if (entry != null && entry.definitions() != null && !table.trustsDefinitionsOf(entry)) {
                if (read++ == most) {
                    return true;
                }
                refresh(system.id());
            }
        }
        return false;
    }

    /** Reads the definitions of so many systems; those of the others are read when someone asks for them. */
    public void loadDefinitions(int most) throws HypervisorException {
        List<VirtualSystem> systems = list();
        for (VirtualSystem system : systems.subList(0, Math.min(most, systems.size()))) {
            refresh(system.id());
        }
    }
}
