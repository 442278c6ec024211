package org.telvirt.facility.view;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * What the engine said of one domain.
 *
 * @param ticket taken before the engine was asked: a reading with a greater one is newer
 * @param domain null: there is none
 * @param definitions null: they were not asked for
 */
record Reading(
        SystemId id,
        long ticket,
        @Nullable Domain domain,
        @Nullable Definitions definitions) {
    /**
     * The definitions of a domain.
     *
     * @param active the same as {@code defined} while it does not run
     * @param next what the next start uses once; the same as {@code defined} if there is no such thing
     */
    record Definitions(DomainDefinition active, DomainDefinition defined, DomainDefinition next) {}

    /** There is no such domain. */
    static Reading absent(SystemId id, long ticket) {
        return new Reading(id, ticket, null, null);
    }

    /** As a list of all domains says. */
    static Reading listed(Domain domain, long ticket) {
        return new Reading(new SystemId(domain.id().uuid()), ticket, domain, null);
    }
}
