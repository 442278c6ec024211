package org.telvirt.facility.view;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * Who has to know what is known of each system before anyone else reads it. Called while the table is locked: it must return
 * soon and ask for nothing.
 */
public interface SystemObserver {
    /** This is known of a system now; nothing of it may have changed. */
    void present(Known known);

    /** A system is gone. */
    void absent(SystemId id);

    /**
     * What is known of a system.
     *
     * @param runs whether it has the resources of an active one
     * @param active what it consists of now; null: that has not been read, or may have changed unseen
     * @param stateTicket of the reading that said whether it runs
     * @param definitionTicket of the reading that said what it consists of
     */
    record Known(
            VirtualSystem system,
            boolean runs,
            @Nullable DomainDefinition active,
            long stateTicket,
            long definitionTicket) {}
}
