package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class LocalFacilityTest {
    private FacilityBench bench;

    @BeforeEach
    void openFacility() throws Exception {
        bench = new FacilityBench();
    }

    @AfterEach
    void closeFacility() {
        bench.close();
    }

    private LocalFacility facility() {
        return bench.facility();
    }

    private SystemState stateOf(SystemId id) {
        return facility().system(id).state();
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Nested
    class Opening {
        @Test
        void tellsWhatTheHostIs() {
            HostSystem host = facility().host();

            assertThat(host.name()).isEqualTo("simulated");
            assertThat(host.processors()).isEqualTo(16);
            assertThat(host.memory()).isEqualTo(ByteSize.ofMebibytes(64 * 1024));
            assertThat(host.virtualizations()).containsExactly(Virtualization.SIMULATED);
            assertThat(host.transitions()).containsExactly(Transition.values());
        }

        @Test
        void findsWhatIsThere() throws Exception {
            SystemId active = bench.activate("hlr-1");
            SystemId suspended = bench.activate("hlr-2");
            bench.change(suspended, Transition.SUSPEND);

            try (LocalFacility second = bench.openAnother(FacilitySettings.standard())) {
                assertThat(second.systems())
                        .extracting(VirtualSystem::id, VirtualSystem::state, VirtualSystem::requested)
                        .containsExactly(
                                tuple(active, SystemState.ACTIVE, null), tuple(suspended, SystemState.SUSPENDED, null));
                assertThat(second.system(active).lastStateChange()).isNull();
                assertThat(second.definition(active, Configuration.ACTIVE).name())
                        .isEqualTo("hlr-1");
            }
        }

        @Test
        void readsDefinitionsLaterThatItHasNotReadBefore() throws Exception {
            bench.define("hlr-1");
            SystemId second = bench.define("hlr-2");

            try (LocalFacility lazy =
                    bench.openAnother(FacilitySettings.standard().withEagerDefinitions(1))) {
                bench.engine().cut();
                assertThat(lazy.definition(second, Configuration.DEFINED)).isNull();
                bench.engine().mend();

                assertThat(lazy.definition(second, Configuration.DEFINED).name())
                        .isEqualTo("hlr-2");
            }
        }

        @Test
        void failsIfTheEngineDoesNotAnswer() {
            bench.engine().cut();

            refused(Reason.UNAVAILABLE, () -> bench.openAnother(FacilitySettings.standard()));
        }
    }

    @Nested
    class Listing {
        @Test
        void isInTheOrderOfNamesThroughEveryChange() throws Exception {
            bench.define("b");
            SystemId a = bench.define("c");
            bench.define("a");
            assertThat(names()).containsExactly("a", "b", "c");

            facility().redefine(a, present -> present.withName("aa"));
            assertThat(names()).containsExactly("a", "aa", "b");

            facility().destroy(a);
            assertThat(names()).containsExactly("a", "b");
        }

        @Test
        void isNotMadeAnewWithoutAChange() throws Exception {
            SystemId id = bench.define("a");
            List<VirtualSystem> before = facility().systems();

            assertThat(facility().systems()).isSameAs(before);
            bench.change(id, Transition.ACTIVATE);

            assertThat(facility().systems()).isNotSameAs(before);
        }

        private List<String> names() {
            return facility().systems().stream().map(VirtualSystem::name).toList();
        }
    }

    @Nested
    class Define {
        @Test
        @Requirement({"VMDEF2 processors", "VMDEF2 memory", "VMDEF4 first-image", "VMDEF4 disk", "VMDEF4 network"})
        void isReadBackAsItWasSaid() throws Exception {
            DomainDefinition said = FacilityBench.definition("hlr-1")
                    .withProcessors(new Processors(2, 4))
                    .withMemory(new Memory(ByteSize.ofMebibytes(512), ByteSize.ofMebibytes(1024)))
                    .withDisks(List.of(new Disk(
                            "vda",
                            Disk.DeviceType.DISK,
                            Disk.Bus.VIRTIO,
                            new Disk.FileMedium("/srv/hlr-1.raw", "raw"),
                            false,
                            2)))
                    .withNetworkPorts(
                            List.of(new NetworkPort("52:54:00:00:00:01", new NetworkPort.Bridge("br0"), "virtio", 1)));

            VirtualSystem system = facility().define(said);

            assertThat(system.state()).isEqualTo(SystemState.DEFINED);
            assertThat(system.health()).isEqualTo(Health.OK);
            assertThat(facility().system(system.id())).isEqualTo(system);
            DomainDefinition read = facility().definition(system.id(), Configuration.DEFINED);
            assertThat(read.processors()).isEqualTo(said.processors());
            assertThat(read.memory()).isEqualTo(said.memory());
            assertThat(read.disks()).isEqualTo(said.disks());
            assertThat(read.networkPorts()).isEqualTo(said.networkPorts());
        }

        @Test
        void namesTheFieldsThatAreWrongAndChangesNothing() {
            Disk disk = new Disk("vda", Disk.DeviceType.DISK, null, null, false, 1);
            DomainDefinition bad = FacilityBench.definition("hlr/1").withDisks(List.of(disk, disk));

            assertThat(refused(Reason.INVALID_ARGUMENT, () -> facility().define(bad)))
                    .hasMessage("Cannot define 'hlr/1': name 'hlr/1' is a path;"
                            + " disks[1].target vda is already that of disks[0].target;"
                            + " disks[1].bootOrder 1 is already that of disks[0].bootOrder");

            assertThat(facility().systems()).isEmpty();
            assertThat(bench.takeEvents()).isEmpty();
        }

        @Test
        void refusesANameThatIsTaken() throws Exception {
            bench.define("hlr-1");

            refused(Reason.ALREADY_EXISTS, () -> bench.define("hlr-1"));
        }

        @Test
        void saysWhenTheEngineDoesNotAnswer() {
            bench.engine().cut();

            refused(Reason.UNAVAILABLE, () -> bench.define("hlr-1"));
        }
    }

    @Nested
    class Redefine {
        @Test
        void leavesAnActiveSystemAsItIs() throws Exception {
            SystemId id = bench.activate("hlr-1");

            facility().redefine(id, present -> present.withProcessors(Processors.of(3)));

            assertThat(processors(id, Configuration.ACTIVE)).isEqualTo(Processors.of(1));
            assertThat(processors(id, Configuration.DEFINED)).isEqualTo(Processors.of(3));
            bench.change(id, Transition.DEACTIVATE);
            assertThat(processors(id, Configuration.ACTIVE)).isEqualTo(Processors.of(3));
            bench.change(id, Transition.ACTIVATE);
            assertThat(processors(id, Configuration.ACTIVE)).isEqualTo(Processors.of(3));
        }

        private Processors processors(SystemId id, Configuration which) {
            return facility().definition(id, which).processors();
        }

        @Test
        void refusesWhatBreaksARuleAndChangesNothing() throws Exception {
            SystemId id = bench.define("hlr-1");
            bench.takeEvents();

            assertThat(refused(
                            Reason.INVALID_ARGUMENT, () -> facility().redefine(id, present -> present.withName(" "))))
                    .hasMessage("Cannot redefine 'hlr-1': name is blank");

            assertThat(facility().system(id).name()).isEqualTo("hlr-1");
            assertThat(bench.takeEvents()).isEmpty();
        }

        @Test
        void refusesAnotherIdASuspendedSystemAndATakenName() throws Exception {
            bench.define("hlr-1");
            SystemId id = bench.activate("hlr-2");

            refused(Reason.INVALID_ARGUMENT, () -> facility().redefine(id, d -> d.withUuid(UUID.randomUUID())));
            refused(Reason.ALREADY_EXISTS, () -> facility().redefine(id, d -> d.withName("hlr-1")));
            bench.change(id, Transition.SUSPEND);
            refused(Reason.INVALID_STATE, () -> facility().redefine(id, d -> d.withDescription("new")));
            refused(Reason.NOT_FOUND, () -> facility().redefine(new SystemId(UUID.randomUUID()), d -> d));
        }

        @Test
        void passesOnWhatTheChangeThrows() throws Exception {
            SystemId id = bench.define("hlr-1");

            assertThatThrownBy(() -> facility().redefine(id, present -> present.withProcessors(Processors.of(0))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("processors");
        }
    }

    @Nested
    @Requirement("VMOPE6")
    class Destroy {
        @ParameterizedTest
        @EnumSource(names = {"DEFINED", "ACTIVE", "PAUSED", "SUSPENDED", "CRASHED"})
        void leavesNothingBehind(SystemState state) throws Exception {
            SystemId id = bench.activate("hlr-1");
            bring(id, state);

            assertThat(facility().destroy(id)).isEqualTo(new Outcome.Completed());

            assertThat(facility().systems()).isEmpty();
            assertThat(facility().system(id)).isNull();
            assertThat(facility().definition(id, Configuration.DEFINED)).isNull();
            assertThat(facility().availableTransitions(id)).isEmpty();
            assertThat(facility().jobs()).isEmpty();
            assertThat(bench.engine().domains()).isEmpty();
            assertThat(bench.time().pending()).as("timers").isZero();
        }

        private void bring(SystemId id, SystemState state) throws Exception {
            switch (state) {
                case DEFINED -> bench.change(id, Transition.DEACTIVATE);
                case PAUSED -> bench.change(id, Transition.PAUSE);
                case SUSPENDED -> bench.change(id, Transition.SUSPEND);
                case CRASHED -> bench.host().happen(Incident.GUEST_PANIC, FacilityBench.domain(id));
                default -> assertThat(stateOf(id)).isEqualTo(state);
            }
        }

        @Test
        void givesBackAllMemoryInManyRounds() throws Exception {
            try (FacilityBench small = new FacilityBench(
                    SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(600)),
                    FacilitySettings.standard().withGrace(Duration.ZERO))) {
                for (int round = 0; round < 200; round++) {
                    small.facility().destroy(small.activate("hlr-1"));
                }

                assertThat(small.facility().systems()).isEmpty();
                assertThat(small.time().pending()).isZero();
            }
        }

        @Test
        void saysWhatHasHappenedIfTheSecondHalfFails() throws Exception {
            SystemId id = bench.activate("hlr-1");
            bench.host()
                    .failNextUndefine(new HypervisorException(
                            HypervisorException.Reason.INTERNAL, "Cannot undefine 'hlr-1': disk full"));

            assertThat(refused(Reason.INTERNAL, () -> facility().destroy(id)))
                    .hasMessage("Cannot undefine 'hlr-1': disk full; it has been stopped");

            assertThat(stateOf(id)).isEqualTo(SystemState.DEFINED);
            assertThat(facility().system(id).underway()).isNull();
            facility().destroy(id);
            assertThat(facility().systems()).isEmpty();
        }

        @Test
        void refusesASystemThatIsNotThere() {
            refused(Reason.NOT_FOUND, () -> facility().destroy(new SystemId(UUID.randomUUID())));
        }
    }

    @Nested
    class WithAnEngineThatLacksMuch {
        @Test
        void offersAndAllowsOnlyTheRest() throws Exception {
            Map<LifecycleAction, String> missing = Map.of(
                    LifecycleAction.SAVE, "there is no disk to suspend to",
                    LifecycleAction.SHUTDOWN, "guests cannot be asked");
            SimulatedHostSettings machine = SimulatedHostSettings.standard()
                    .withCapabilities(new EngineCapabilities("Poor engine", Set.of(Virtualization.SIMULATED), missing));
            try (FacilityBench poor =
                    new FacilityBench(machine, FacilitySettings.standard().withGrace(Duration.ZERO))) {
                SystemId id = poor.activate("hlr-1");

                assertThat(poor.facility().host().transitions())
                        .doesNotContain(Transition.SUSPEND, Transition.SHUT_DOWN);
                assertThat(poor.facility().availableTransitions(id))
                        .containsExactly(Transition.DEACTIVATE, Transition.PAUSE, Transition.REBOOT, Transition.RESET);
                assertThat(refused(Reason.UNSUPPORTED, () -> poor.change(id, Transition.SUSPEND)))
                        .hasMessage("Cannot suspend 'hlr-1': there is no disk to suspend to");
                poor.change(id, Transition.DEACTIVATE);
                assertThat(refused(Reason.UNSUPPORTED, () -> poor.change(id, Transition.SUSPEND)))
                        .hasMessage("Cannot suspend 'hlr-1': Poor engine does not offer it");
            }
        }
    }
}
