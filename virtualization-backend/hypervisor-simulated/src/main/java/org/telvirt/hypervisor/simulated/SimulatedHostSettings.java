package org.telvirt.hypervisor.simulated;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/**
 * What a simulated host is like.
 *
 * @param facts what it tells of itself; its memory bounds what its active domains may have together
 * @param capabilities what it offers
 * @param guests how guests behave that nobody has told otherwise
 * @param lacking what definitions cannot ask for, each with the reason
 * @param lackingChanges the changes of running domains that it refuses, each with the reason
 * @param seed the source of the ids and addresses that it chooses: the same seed and the same calls give the same ones
 */
public record SimulatedHostSettings(
        Host facts,
        EngineCapabilities capabilities,
        GuestBehaviour guests,
        Map<Feature, String> lacking,
        Map<LiveChange.Kind, String> lackingChanges,
        long seed) {
    /** Copies the maps. */
    public SimulatedHostSettings {
        lacking = Map.copyOf(lacking);
        lackingChanges = Map.copyOf(lackingChanges);
    }

    /** Sixteen processors, 64 GiB, everything offered, prompt guests. */
    public static SimulatedHostSettings standard() {
        return new SimulatedHostSettings(
                new Host(
                        UUID.fromString("5e1f0a3c-6d2b-4c8e-9f47-70a1b2c3d4e5"),
                        "simulated",
                        "x86_64",
                        "Simulated processor",
                        16,
                        ByteSize.ofMebibytes(64 * 1024)),
                new EngineCapabilities("Simulated host", Set.of(Virtualization.SIMULATED), Map.of()),
                GuestBehaviour.PROMPT,
                Map.of(),
                Map.of(),
                1);
    }

    public SimulatedHostSettings withFacts(Host other) {
        return new SimulatedHostSettings(other, capabilities, guests, lacking, lackingChanges, seed);
    }

    /** The same with so much memory. */
    public SimulatedHostSettings withMemory(ByteSize memory) {
        return withFacts(new Host(
                facts.uuid(), facts.name(), facts.architecture(), facts.processorModel(), facts.processors(), memory));
    }

    public SimulatedHostSettings withCapabilities(EngineCapabilities other) {
        return new SimulatedHostSettings(facts, other, guests, lacking, lackingChanges, seed);
    }

    public SimulatedHostSettings withGuests(GuestBehaviour other) {
        return new SimulatedHostSettings(facts, capabilities, other, lacking, lackingChanges, seed);
    }

    public SimulatedHostSettings withLacking(Map<Feature, String> other) {
        return new SimulatedHostSettings(facts, capabilities, guests, other, lackingChanges, seed);
    }

    public SimulatedHostSettings withLackingChanges(Map<LiveChange.Kind, String> other) {
        return new SimulatedHostSettings(facts, capabilities, guests, lacking, other, seed);
    }

    public SimulatedHostSettings withSeed(long other) {
        return new SimulatedHostSettings(facts, capabilities, guests, lacking, lackingChanges, other);
    }
}
