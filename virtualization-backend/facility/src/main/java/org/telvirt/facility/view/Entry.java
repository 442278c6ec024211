package org.telvirt.facility.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.view.Reading.Definitions;
import org.telvirt.hypervisor.Domain;

/**
 * What is known of one virtual system.
 *
 * @param system made from the domain and from what the facility itself knows
 * @param domain as the engine said
 * @param domainTicket of the reading that said it
 * @param definitions null: not read yet
 * @param definitionsTicket of the reading that said them; 0: none
 */
record Entry(
        VirtualSystem system,
        Domain domain,
        long domainTicket,
        @Nullable Definitions definitions,
        long definitionsTicket) {

    static Entry first(Domain domain, long ticket) {
        return new Entry(SystemStates.system(domain, null, null, null, null), domain, ticket, null, 0);
    }

    /** The same with a newer state. */
    Entry with(Domain newDomain, long ticket, Instant now) {
        boolean moved = SystemStates.of(newDomain.state()) != system.state();
        VirtualSystem newSystem = SystemStates.system(
                newDomain,
                system.requested(),
                system.underway(),
                system.activity(),
                moved ? now : system.lastStateChange());
        return new Entry(newSystem, newDomain, ticket, definitions, definitionsTicket);
    }

    Entry with(Definitions newDefinitions, long ticket) {
        return new Entry(system, domain, domainTicket, newDefinitions, ticket);
    }

    Entry with(VirtualSystem newSystem) {
        return new Entry(newSystem, domain, domainTicket, definitions, definitionsTicket);
    }
}
