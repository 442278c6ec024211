package org.telvirt.hypervisor.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param displays its graphical consoles
 * @param hostDevices devices of the host that it has to itself
 * @param sharedMemories memory that it has in common with other domains
 * @param boot what it is given when it starts
 * @param faultPolicy what is done when it fails or ends
 * @param guestAgent whether it has a channel to an agent in its guest
 * @param automation what is done with it when its host starts and stops
 * @param metadata what others noted of it, by namespace, a URI that each of them chose for itself
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
        List<Console> consoles,
        List<Display> displays,
        List<HostDevice> hostDevices,
        List<SharedMemory> sharedMemories,
        Boot boot,
        FaultPolicy faultPolicy,
        boolean guestAgent,
        Automation automation,
        SortedMap<String, String> metadata) {

    /** Copies the lists and the map. */
    public DomainDefinition {
        disks = List.copyOf(disks);
        networkPorts = List.copyOf(networkPorts);
        consoles = List.copyOf(consoles);
        displays = List.copyOf(displays);
        hostDevices = List.copyOf(hostDevices);
        sharedMemories = List.copyOf(sharedMemories);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** A domain of this name with the engine's defaults and no devices. */
    public static DomainDefinition named(String name, Processors processors, Memory memory) {
        return new DomainDefinition(
                null,
                name,
                null,
                Platform.DEFAULT,
                processors,
                memory,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Boot.FROM_DEVICES,
                FaultPolicy.DEFAULT,
                false,
                Automation.NONE,
                Collections.emptySortedMap());
    }

    /** With this id; null: the engine chooses one. */
    public DomainDefinition withUuid(@Nullable UUID other) {
        Draft draft = new Draft(this);
        draft.uuid = other;
        return draft.definition();
    }

    public DomainDefinition withName(String other) {
        Draft draft = new Draft(this);
        draft.name = other;
        return draft.definition();
    }

    public DomainDefinition withDescription(@Nullable String other) {
        Draft draft = new Draft(this);
        draft.description = other;
        return draft.definition();
    }

    public DomainDefinition withPlatform(Platform other) {
        Draft draft = new Draft(this);
        draft.platform = other;
        return draft.definition();
    }

    public DomainDefinition withProcessors(Processors other) {
        Draft draft = new Draft(this);
        draft.processors = other;
        return draft.definition();
    }

    public DomainDefinition withMemory(Memory other) {
        Draft draft = new Draft(this);
        draft.memory = other;
        return draft.definition();
    }

    public DomainDefinition withDisks(List<Disk> other) {
        Draft draft = new Draft(this);
        draft.disks = other;
        return draft.definition();
    }

    public DomainDefinition withNetworkPorts(List<NetworkPort> other) {
        Draft draft = new Draft(this);
        draft.networkPorts = other;
        return draft.definition();
    }

    public DomainDefinition withConsoles(List<Console> other) {
        Draft draft = new Draft(this);
        draft.consoles = other;
        return draft.definition();
    }

    public DomainDefinition withDisplays(List<Display> other) {
        Draft draft = new Draft(this);
        draft.displays = other;
        return draft.definition();
    }

    public DomainDefinition withHostDevices(List<HostDevice> other) {
        Draft draft = new Draft(this);
        draft.hostDevices = other;
        return draft.definition();
    }

    public DomainDefinition withSharedMemories(List<SharedMemory> other) {
        Draft draft = new Draft(this);
        draft.sharedMemories = other;
        return draft.definition();
    }

    public DomainDefinition withBoot(Boot other) {
        Draft draft = new Draft(this);
        draft.boot = other;
        return draft.definition();
    }

    public DomainDefinition withFaultPolicy(FaultPolicy other) {
        Draft draft = new Draft(this);
        draft.faultPolicy = other;
        return draft.definition();
    }

    public DomainDefinition withGuestAgent(boolean other) {
        Draft draft = new Draft(this);
        draft.guestAgent = other;
        return draft.definition();
    }

    public DomainDefinition withAutomation(Automation other) {
        Draft draft = new Draft(this);
        draft.automation = other;
        return draft.definition();
    }

    public DomainDefinition withMetadata(SortedMap<String, String> other) {
        Draft draft = new Draft(this);
        draft.metadata = other;
        return draft.definition();
    }

    /** A definition that is being changed. */
    private static final class Draft {
        private @Nullable UUID uuid;
        private String name;
        private @Nullable String description;
        private Platform platform;
        private Processors processors;
        private Memory memory;
        private List<Disk> disks;
        private List<NetworkPort> networkPorts;
        private List<Console> consoles;
        private List<Display> displays;
        private List<HostDevice> hostDevices;
        private List<SharedMemory> sharedMemories;
        private Boot boot;
        private FaultPolicy faultPolicy;
        private boolean guestAgent;
        private Automation automation;
        private SortedMap<String, String> metadata;

        Draft(DomainDefinition from) {
            uuid = from.uuid;
            name = from.name;
            description = from.description;
            platform = from.platform;
            processors = from.processors;
            memory = from.memory;
            disks = from.disks;
            networkPorts = from.networkPorts;
            consoles = from.consoles;
            displays = from.displays;
            hostDevices = from.hostDevices;
            sharedMemories = from.sharedMemories;
            boot = from.boot;
            faultPolicy = from.faultPolicy;
            guestAgent = from.guestAgent;
            automation = from.automation;
            metadata = from.metadata;
        }

        DomainDefinition definition() {
            return new DomainDefinition(
                    uuid,
                    name,
                    description,
                    platform,
                    processors,
                    memory,
                    disks,
                    networkPorts,
                    consoles,
                    displays,
                    hostDevices,
                    sharedMemories,
                    boot,
                    faultPolicy,
                    guestAgent,
                    automation,
                    metadata);
        }
    }
}
