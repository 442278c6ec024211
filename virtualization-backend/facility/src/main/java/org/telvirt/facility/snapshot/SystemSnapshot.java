package org.telvirt.facility.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * What a virtual system was at one time.
 *
 * @param name unique among those of the system
 * @param description for people; empty: none
 * @param time when it was taken
 * @param hasRun whether the run is kept, so that it goes on from there
 * @param parent the name of the one before it; null: it is the first of its branch
 * @param isCurrent whether the system goes on from it
 * @param definition what the system was made of
 */
public record SystemSnapshot(
        SystemId system,
        String name,
        String description,
        Instant time,
        boolean hasRun,
        @Nullable String parent,
        boolean isCurrent,
        DomainDefinition definition) {}
