package org.telvirt.hypervisor;

import java.util.Map;
import java.util.Set;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/**
 * What an engine can do here. What it lacks it also refuses, with {@link HypervisorException.Reason#UNSUPPORTED} and the
 * same reason.
 *
 * @param engine its name and version for people, such as {@code QEMU 7.2.22 by libvirt 9.0.0}
 * @param virtualizations the kinds of domain that can be defined, best first kept by {@link Set#iterator}
 * @param missing the actions that it lacks, each with the reason
 */
public record EngineCapabilities(
        String engine, Set<Virtualization> virtualizations, Map<LifecycleAction, String> missing) {
    /** Copies the map; keeps the set, which must not change. */
    public EngineCapabilities {
        missing = Map.copyOf(missing);
    }

    /** Whether the engine offers the action. */
    public boolean offers(LifecycleAction action) {
        return !missing.containsKey(action);
    }
}
