package org.telvirt.hypervisor.definition;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a domain is made of, as far as the port knows it. An engine keeps whatever else its own form of the definition
 * says untouched, byte for byte, when it changes what is here.
 *
 * @param uuid null: the engine chooses one
 * @param name not blank, without a slash or control characters
 * @param description free text; null: none
 * @param platform what it runs on
 * @param processors its virtual processors
 * @param memory its memory
 * @param disks in the guest's order
 * @param networkPorts in the guest's order
 * @param consoles its serial ports
 */
public record DomainDefinition(
        @Nullable UUID uuid,
        String name,
        @Nullable String description,
        Platform platform,
        Processors processors,
        Memory memory,
        List<Disk> disks,
        List<NetworkPort> networkPorts,
        List<Console> consoles) {

    /** Copies the lists. */
    public DomainDefinition {
        disks = List.copyOf(disks);
        networkPorts = List.copyOf(networkPorts);
        consoles = List.copyOf(consoles);
    }

    /** A domain of this name with the engine's defaults and no devices. */
    public static DomainDefinition named(String name, Processors processors, Memory memory) {
        return new DomainDefinition(
                null, name, null, Platform.DEFAULT, processors, memory, List.of(), List.of(), List.of());
    }

    public DomainDefinition withUuid(UUID other) {
        return new DomainDefinition(
                other, name, description, platform, processors, memory, disks, networkPorts, consoles);
    }

    public DomainDefinition withName(String other) {
        return new DomainDefinition(
                uuid, other, description, platform, processors, memory, disks, networkPorts, consoles);
    }

    public DomainDefinition withDescription(@Nullable String other) {
        return new DomainDefinition(uuid, name, other, platform, processors, memory, disks, networkPorts, consoles);
    }

    public DomainDefinition withPlatform(Platform other) {
        return new DomainDefinition(uuid, name, description, other, processors, memory, disks, networkPorts, consoles);
    }

    public DomainDefinition withProcessors(Processors other) {
        return new DomainDefinition(uuid, name, description, platform, other, memory, disks, networkPorts, consoles);
    }

    public DomainDefinition withMemory(Memory other) {
        return new DomainDefinition(
                uuid, name, description, platform, processors, other, disks, networkPorts, consoles);
    }

    public DomainDefinition withDisks(List<Disk> other) {
        return new DomainDefinition(
                uuid, name, description, platform, processors, memory, other, networkPorts, consoles);
    }

    public DomainDefinition withNetworkPorts(List<NetworkPort> other) {
        return new DomainDefinition(uuid, name, description, platform, processors, memory, disks, other, consoles);
    }

    public DomainDefinition withConsoles(List<Console> other) {
        return new DomainDefinition(uuid, name, description, platform, processors, memory, disks, networkPorts, other);
    }
}
