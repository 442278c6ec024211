package org.telvirt.facility;

import java.util.Set;
import java.util.UUID;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/**
 * The machine that the facility runs on.
 *
 * @param uuid names the machine for ever
 * @param engine what runs the virtual systems, with version, for people
 * @param virtualizations the kinds of virtual system that can be defined, best first
 * @param transitions the transitions that the engine offers
 */
public record HostSystem(
        UUID uuid,
        String name,
        String architecture,
        String processorModel,
        int processors,
        ByteSize memory,
        String engine,
        Set<Virtualization> virtualizations,
        Set<Transition> transitions) {}
