package org.telvirt.providers.boot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.boot.BootConfigId.SourceId;

/**
 * The boot configurations that exist: two for each virtual system that outlives its run. Safe for use by many threads.
 */
final class BootConfigurations {
    private final VirtualizationFacility facility;

    BootConfigurations(VirtualizationFacility facility) {
        this.facility = facility;
    }

    /** Those of all virtual systems. */
    List<BootConfigId> all() {
        return facility.systems().stream().flatMap(BootConfigurations::ids).toList();
    }

    /** Those of one virtual system. */
    List<BootConfigId> of(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system == null ? List.of() : ids(system).toList();
    }

    private static Stream<BootConfigId> ids(VirtualSystem system) {
        return system.persistent()
                ? Stream.of(Configuration.DEFINED, Configuration.NEXT).map(which -> BootConfigId.of(system.id(), which))
                : Stream.of();
    }

    /** What boots so; null: there is no such boot configuration. */
    @Nullable
    DomainDefinition definition(BootConfigId id) {
        VirtualSystem system = facility.system(id.system());
        return system == null || !system.persistent() ? null : facility.definition(id.system(), id.which());
    }

    /** The name of the virtual system; its id if it has gone. */
    String name(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system == null ? id.toString() : system.name();
    }

    /** The sources of a boot configuration; empty: it has none, or there is no such thing. */
    List<BootSource> sources(BootConfigId id) {
        DomainDefinition definition = definition(id);
        return definition == null ? List.of() : BootSource.of(definition);
    }

    /** One source; null: there is none. */
    @Nullable
    BootSource source(SourceId id) {
        return sources(id.config()).stream()
                .filter(source -> source.name().equals(id.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the next start is to use a configuration of its own. */
    boolean hasNext(SystemId id) {
        DomainDefinition next = facility.definition(id, Configuration.NEXT);
        return next != null && !next.equals(facility.definition(id, Configuration.DEFINED));
    }

    /** Whether a system that runs was booted in this order. */
    boolean isCurrent(BootConfigId id) {
        DomainDefinition now = facility.definition(id.system(), Configuration.ACTIVE);
        DomainDefinition then = definition(id);
        return now != null && then != null && BootSource.order(now).equals(BootSource.order(then));
    }
}
