package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.contract.Deviation;
import org.telvirt.hypervisor.contract.HypervisorContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

class SimulatedHypervisorContractTest {
    private static final Map<LifecycleAction, String> SOME = Map.of(
            LifecycleAction.SAVE, "there is no disk",
            LifecycleAction.RESTORE, "there is no disk",
            LifecycleAction.DISCARD_SAVED, "there is no disk",
            LifecycleAction.RESET, "there is no button");

    private static final Map<Feature, String> LACKING = Map.of(
            Feature.EFI, "there is no such firmware",
            Feature.PROCESSOR_SCHEDULING, "the host has one scheduler",
            Feature.SHARED_MEMORY, "nothing is shared",
            Feature.WATCHDOG_IB700, "it has not been made for years");

    private static final Map<LiveChange.Kind, String> LACKING_CHANGES = Map.of(
            LiveChange.Kind.DISK_LIMITS, "nobody counts",
            LiveChange.Kind.PORT_ATTACHMENT, "there is one port");

    @Nested
    class WithEverything extends Contract {
        WithEverything() {
            super(Map.of(), GuestBehaviour.taking(Duration.ofMillis(2)), Set.of());
        }
    }

    @Nested
    class WithDeafGuests extends Contract {
        WithDeafGuests() {
            super(Map.of(), GuestBehaviour.DEAF, Set.of(Deviation.GUESTS_DO_NOT_LISTEN));
        }
    }

    @Nested
    class WithSomeActionsMissing extends Contract {
        WithSomeActionsMissing() {
            super(SOME, GuestBehaviour.PROMPT, Set.of());
        }
    }

    @RanOn(Engine.SIMULATED)
    abstract static class Contract extends HypervisorContract {
        private final ExecutorService events = Executors.newSingleThreadExecutor();
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final SimulatedHost host;
        private final Set<Deviation> deviations;

        Contract(Map<LifecycleAction, String> missing, GuestBehaviour guests, Set<Deviation> deviations) {
            // where actions are missing, features are
            Map<Feature, String> lacking = missing.isEmpty() ? Map.of() : LACKING;
            SimulatedHostSettings settings = SimulatedHostSettings.standard()
                    .withCapabilities(new EngineCapabilities("Simulated", Set.of(Virtualization.SIMULATED), missing))
                    .withLacking(lacking)
                    .withLackingChanges(missing.isEmpty() ? Map.of() : LACKING_CHANGES)
                    .withGuests(guests);
            this.host = new SimulatedHost(settings, events, timer, InstantSource.system());
            this.deviations = deviations;
        }

        @AfterEach
        void endThreads() {
            events.shutdownNow();
            timer.shutdownNow();
        }

        @Override
        protected Hypervisor open() {
            return host.connect();
        }

        @Override
        protected DomainDefinition bootable(String name) {
            return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)));
        }

        @Override
        protected Set<Deviation> deviations() {
            return deviations;
        }
    }
}
