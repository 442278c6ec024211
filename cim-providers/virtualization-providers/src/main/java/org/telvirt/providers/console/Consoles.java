package org.telvirt.providers.console;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** The consoles that virtual systems have now, whether they run or not. Safe for use by many threads. */
final class Consoles {
    private final VirtualizationFacility facility;

    Consoles(VirtualizationFacility facility) {
        this.facility = facility;
    }

    /**
     * A console with its system.
     *
     * @param display null: it is a serial port
     */
    record Seen(
            ConsoleId id, VirtualSystem system, @Nullable Display display) {
        /** Whether someone can reach it now; null: it cannot be told. */
        @Nullable
        Boolean isOpen() {
            return switch (system.state()) {
                case ACTIVE, PAUSED, SHUTTING_DOWN, CRASHED -> true;
                case DEFINED, SUSPENDED -> false;
                case UNKNOWN -> null;
            };
        }

        /** The port where it is served now; null: it is not, or the engine has not said where. */
        @Nullable
        Integer port() {
            return display == null || !Boolean.TRUE.equals(isOpen()) ? null : display.servedPort();
        }
    }

    HostSystem host() {
        return facility.host();
    }

    /** All virtual systems. */
    List<VirtualSystem> systems() {
        return facility.systems();
    }

    /** The consoles of a virtual system, the graphical ones first; empty: it has none, or there is no such system. */
    List<Seen> of(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system == null ? List.of() : of(system);
    }

    List<Seen> of(VirtualSystem system) {
        DomainDefinition definition = facility.definition(system.id(), Configuration.ACTIVE);
        if (definition == null) {
            return List.of();
        }
        int displays = definition.displays().size();
        return IntStream.range(0, displays + definition.consoles().size())
                .mapToObj(i -> i < displays
                        ? new Seen(
                                new ConsoleId(system.id(), true, i),
                                system,
                                definition.displays().get(i))
                        : new Seen(new ConsoleId(system.id(), false, i - displays), system, null))
                .toList();
    }

    /** One console; null: there is none. */
    @Nullable
    Seen find(ConsoleId id) {
        return of(id.system()).stream()
                .filter(seen -> seen.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
