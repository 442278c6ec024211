package org.telvirt.providers.logicaldevice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** The virtual systems that have devices now: those that are in memory. Safe for use by many threads. */
final class Devices {
    private final VirtualizationFacility facility;

    Devices(VirtualizationFacility facility) {
        this.facility = facility;
    }

    /**
     * A virtual system with what it is made of now.
     */
    record Running(VirtualSystem system, DomainDefinition definition) {}

    /** All virtual systems, whether they are in memory or not. */
    List<VirtualSystem> systems() {
        return facility.systems();
    }

    /** A virtual system that is in memory; null: it is not, or there is no such system. */
    @Nullable
    Running find(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system == null ? null : running(system);
    }

    /** The same virtual system as it runs; null: it is not in memory. */
    @Nullable
    Running running(VirtualSystem system) {
        DomainDefinition definition =
                isInMemory(system) ? facility.definition(system.id(), Configuration.ACTIVE) : null;
        return definition == null ? null : new Running(system, definition);
    }

    private static boolean isInMemory(VirtualSystem system) {
        return switch (system.state()) {
            case ACTIVE, PAUSED, SHUTTING_DOWN, CRASHED -> true;
            case DEFINED, SUSPENDED, UNKNOWN -> false;
        };
    }
}
