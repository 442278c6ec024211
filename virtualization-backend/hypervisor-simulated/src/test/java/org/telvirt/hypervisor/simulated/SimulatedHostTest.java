package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

@RanOn(Engine.SIMULATED)
class SimulatedHostTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final SimulatedHost host = host(SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(2048)));
    private final SimulatedHypervisor engine = host.connect();

    private SimulatedHost host(SimulatedHostSettings settings) {
        return new SimulatedHost(settings, Runnable::run, time, time);
    }

    private static DomainDefinition definition(String name, long mebibytes) {
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(mebibytes)));
    }

    private DomainId running(String name) throws HypervisorException {
        DomainId id = engine.define(definition(name, 512)).id();
        engine.perform(LifecycleAction.START, id);
        engine.listen(events);
        return id;
    }

    private static HypervisorException refused(Reason reason, ThrowingCallable call) {
        HypervisorException refusal = catchThrowableOfType(HypervisorException.class, call);
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }

    @Nested
    class MemoryAdmission {
        @Test
        void refusesAStartThatTheHostHasNoMemoryForAndGivesTheFigures() throws Exception {
            running("hlr-1");
            DomainId big = engine.define(definition("hlr-2", 2048)).id();

            assertThat(refused(Reason.INSUFFICIENT_RESOURCES, () -> engine.perform(LifecycleAction.START, big)))
                    .hasMessage("Cannot start 'hlr-2': host 'simulated' has 1536 MiB of memory free,"
                            + " its definition asks for 2 GiB");

            assertThat(engine.domain(big).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @ParameterizedTest
        @CsvSource({"STOP", "SAVE"})
        void givesMemoryBackWhenARunEnds(LifecycleAction end) throws Exception {
            DomainId first = running("hlr-1");
            DomainId big = engine.define(definition("hlr-2", 2048)).id();

            engine.perform(end, first);
            engine.perform(LifecycleAction.START, big);

            assertThat(engine.domain(big).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void refusesARestoreToo() throws Exception {
            DomainId first = running("hlr-1");
            engine.perform(LifecycleAction.SAVE, first);
            engine.perform(
                    LifecycleAction.START,
                    engine.define(definition("hlr-2", 2048)).id());

            refused(Reason.INSUFFICIENT_RESOURCES, () -> engine.perform(LifecycleAction.RESTORE, first));

            assertThat(engine.domain(first).state()).isEqualTo(DomainState.SAVED);
        }

        @Test
        void losesNothingInManyRounds() throws Exception {
            DomainId id = engine.define(definition("hlr-1", 2048)).id();
            for (int round = 0; round < 1000; round++) {
                engine.perform(LifecycleAction.START, id);
                host.happen(round % 2 == 0 ? Incident.PROCESS_DEATH : Incident.GUEST_PANIC, id);
                if (engine.domain(id).state() == DomainState.CRASHED) {
                    engine.perform(LifecycleAction.STOP, id);
                }
            }

            engine.perform(LifecycleAction.START, id);

            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
        }
    }

    @Nested
    class Choices {
        private DomainDefinition open(String name) {
            NetworkPort port = new NetworkPort(null, new NetworkPort.UserNetwork(), null, null);
            Disk disk = new Disk(null, Disk.DeviceType.DISK, null, null, false, null);
            Disk drive = new Disk(null, Disk.DeviceType.CDROM, null, null, true, null);
            return definition(name, 64).withNetworkPorts(List.of(port, port)).withDisks(List.of(disk, disk, drive));
        }

        private List<DomainDefinition> choicesOf(SimulatedHost chooser) throws HypervisorException {
            List<DomainDefinition> chosen = new ArrayList<>();
            Hypervisor connection = chooser.connect();
            for (int i = 0; i < 50; i++) {
                DomainId id = connection.define(open("hlr-" + i)).id();
                chosen.add(connection.definition(id, Configuration.DEFINED));
            }
            return chosen;
        }

        @Test
        void areTheSameAfterTheSameSeed() throws Exception {
            SimulatedHostSettings settings = SimulatedHostSettings.standard().withSeed(42);

            assertThat(choicesOf(host(settings))).isEqualTo(choicesOf(host(settings)));
            assertThat(choicesOf(host(settings))).isNotEqualTo(choicesOf(host(settings.withSeed(43))));
        }

        @Test
        void giveEveryPortAnAddressOfItsOwn() throws Exception {
            Set<String> addresses = new HashSet<>();
            for (DomainDefinition chosen : choicesOf(host(SimulatedHostSettings.standard()))) {
                chosen.networkPorts().forEach(port -> addresses.add(port.address()));
            }

            assertThat(addresses).hasSize(100).allMatch(address -> address.startsWith("52:54:00:"));
        }

        @Test
        void nameDisksAsTheirBusDoes() throws Exception {
            DomainId id = engine.define(open("hlr-1")).id();

            assertThat(engine.definition(id, Configuration.DEFINED).disks())
                    .extracting(Disk::target)
                    .containsExactly("vda", "vdb", "sda");
        }
    }

    @Nested
    class Guests {
        @Test
        void shutDownAfterTheirTime() throws Exception {
            DomainId id = running("hlr-1");
            host.behave(id, GuestBehaviour.taking(Duration.ofSeconds(30)));

            engine.perform(LifecycleAction.SHUTDOWN, id);

            time.advance(Duration.ofSeconds(29));
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUTTING_DOWN);
            time.advance(Duration.ofSeconds(1));
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
            assertThat(events.statesOf(id)).containsExactly(DomainState.SHUTTING_DOWN, DomainState.SHUT_OFF);
        }

        @Test
        void rebootAfterTheirTime() throws Exception {
            DomainId id = running("hlr-1");

            engine.perform(LifecycleAction.REBOOT, id);
            assertThat(events.about(id)).isEmpty();
            time.advance(Duration.ofSeconds(1));

            assertThat(events.about(id)).hasSize(1).first().isInstanceOf(DomainRebooted.class);
        }

        @Test
        void thatAreDeafGoOnAsIfNothingWasAsked() throws Exception {
            DomainId id = running("hlr-1");
            host.behave(id, GuestBehaviour.DEAF);

            engine.perform(LifecycleAction.SHUTDOWN, id);
            engine.perform(LifecycleAction.REBOOT, id);
            time.advance(Duration.ofDays(1));

            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
            assertThat(events.about(id)).isEmpty();
        }

        @Test
        void forgetWhatWasAskedOfAnEarlierRun() throws Exception {
            DomainId id = running("hlr-1");
            engine.perform(LifecycleAction.SHUTDOWN, id);
            engine.perform(LifecycleAction.STOP, id);
            engine.perform(LifecycleAction.START, id);
            engine.perform(LifecycleAction.REBOOT, id);
            engine.perform(LifecycleAction.RESET, id);
            events.clear();

            time.advance(Duration.ofDays(1));

            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
            assertThat(events.about(id)).isEmpty();
        }

        @Test
        void mayBeGoneBeforeTheirTimeComes() throws Exception {
            DomainId id = running("hlr-1");
            engine.perform(LifecycleAction.REBOOT, id);
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);

            time.advance(Duration.ofSeconds(1));

            assertThat(engine.domains()).isEmpty();
        }
    }

    @Nested
    class Incidents {
        @ParameterizedTest
        @CsvSource({
            "GUEST_PANIC, CRASHED, GUEST_CRASHED",
            "GUEST_PANIC_AND_RESTART, RUNNING, GUEST_CRASHED",
            "PROCESS_DEATH, SHUT_OFF, FAILED",
            "DISK_ERROR, PAUSED, IO_ERROR",
            "WATCHDOG, PAUSED, WATCHDOG",
            "GUEST_SLEEP, GUEST_SUSPENDED, NORMAL",
            "GUEST_POWER_OFF, SHUT_OFF, NORMAL",
            "LOST_TRACK, UNKNOWN, NORMAL"
        })
        void leaveADomainInAStateWithAReason(Incident incident, DomainState state, StateReason reason)
                throws Exception {
            DomainId id = running("hlr-1");
            Domain other = engine.domain(running("hlr-2"));

            host.happen(incident, id);

            assertThat(engine.domain(id)).isEqualTo(new Domain(id, "hlr-1", state, reason, true));
            assertThat(events.statesOf(id)).containsExactly(state);
            assertThat(engine.domain(other.id())).isEqualTo(other);
        }

        @Test
        void happenOnlyToActiveDomains() throws Exception {
            DomainId id = engine.define(definition("hlr-1", 64)).id();

            refused(Reason.INVALID_STATE, () -> host.happen(Incident.GUEST_PANIC, id));
            refused(Reason.NOT_FOUND, () -> host.happen(Incident.GUEST_PANIC, new DomainId(new UUID(1, 2))));
        }

        @Test
        void areForgottenByTheNextRun() throws Exception {
            DomainId id = running("hlr-1");
            host.happen(Incident.PROCESS_DEATH, id);

            engine.perform(LifecycleAction.START, id);

            assertThat(engine.domain(id).reason()).isEqualTo(StateReason.NORMAL);
        }
    }

    @Nested
    class PlannedFailures {
        private final HypervisorException failure = new HypervisorException(Reason.INTERNAL, "no disk");

        @Test
        void failOneActionAndChangeNothing() throws Exception {
            DomainId id = running("hlr-1");
            host.failNext(LifecycleAction.SAVE, failure);

            assertThatThrownBy(() -> engine.perform(LifecycleAction.SAVE, id)).isSameAs(failure);
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
            engine.perform(LifecycleAction.SAVE, id);

            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SAVED);
        }

        @Test
        void failOneUndefinition() throws Exception {
            DomainId id = engine.define(definition("hlr-1", 64)).id();
            host.failNextUndefine(failure);

            assertThatThrownBy(() -> engine.undefine(id)).isSameAs(failure);
            engine.undefine(id);

            assertThat(engine.domains()).isEmpty();
        }
    }

    @Nested
    @Timeout(60)
    class SlowActions {
        private final ExecutorService caller = Executors.newSingleThreadExecutor();

        @Test
        void keepTheDomainBusyUntilTheyEnd() throws Exception {
            DomainId id = running("hlr-1");
            host.slow(LifecycleAction.SAVE, Duration.ofMinutes(1));
            Future<?> saving = begin(LifecycleAction.SAVE, id);

            assertThat(refused(Reason.BUSY, () -> engine.perform(LifecycleAction.PAUSE, id)))
                    .hasMessage("Cannot pause 'hlr-1': it is busy with another action, save");
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
            time.advance(Duration.ofMinutes(1));
            saving.get(10, TimeUnit.SECONDS);

            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SAVED);
            caller.shutdownNow();
        }

        @Test
        void failIfTheDomainChangesMeanwhile() throws Exception {
            DomainId id = running("hlr-1");
            host.slow(LifecycleAction.SAVE, Duration.ofMinutes(1));
            Future<?> saving = begin(LifecycleAction.SAVE, id);

            host.happen(Incident.PROCESS_DEATH, id);
            time.advance(Duration.ofMinutes(1));

            assertThatThrownBy(() -> saving.get(10, TimeUnit.SECONDS))
                    .cause()
                    .hasMessage("Cannot save 'hlr-1': it is shut off");
            engine.perform(LifecycleAction.START, id);
            caller.shutdownNow();
        }

        @Test
        void letGoWhenTheirCallerIsInterrupted() throws Exception {
            DomainId id = running("hlr-1");
            host.slow(LifecycleAction.SAVE, Duration.ofMinutes(1));
            Future<?> saving = begin(LifecycleAction.SAVE, id);

            caller.shutdownNow();

            assertThatThrownBy(() -> saving.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(HypervisorException.class);
            engine.perform(LifecycleAction.PAUSE, id);
        }

        private Future<?> begin(LifecycleAction action, DomainId id) {
            Future<?> begun = caller.submit(() -> {
                engine.perform(action, id);
                return id;
            });
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (time.pending() == 0 && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            return begun;
        }
    }

    @Nested
    class CutConnections {
        @Test
        void answerUnavailableWhileDomainsGoOn() throws Exception {
            DomainId id = running("hlr-1");
            engine.perform(LifecycleAction.SHUTDOWN, id);
            events.clear();

            engine.cut();

            refused(Reason.UNAVAILABLE, engine::domains);
            refused(Reason.UNAVAILABLE, () -> engine.perform(LifecycleAction.STOP, id));
            time.advance(Duration.ofSeconds(1));
            assertThat(events.all()).isEmpty();
            assertThat(host.connect().domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        void tellOfAGapWhenMended() throws Exception {
            DomainId id = running("hlr-1");
            engine.cut();
            host.happen(Incident.PROCESS_DEATH, id);

            engine.mend();

            assertThat(events.all()).hasSize(1).first().isInstanceOf(Gap.class);
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }

    @Nested
    class Events {
        @Test
        void goOnAfterAListenerThatFails() throws Exception {
            List<HypervisorEvent> heard = new ArrayList<>();
            engine.listen(event -> {
                throw new IllegalStateException("so");
            });
            engine.listen(heard::add);

            assertThatThrownBy(() -> engine.define(definition("hlr-1", 64))).hasMessage("so");

            assertThat(heard).hasSize(1).first().isInstanceOf(DomainDefined.class);
        }

        @Test
        void areNotLostWhenAListenerCallsTheEngine() throws Exception {
            engine.listen(event -> {
                if (event instanceof DomainDefined defined) {
                    start(defined.id());
                }
            });
            engine.listen(events);

            DomainId id = engine.define(definition("hlr-1", 64)).id();

            assertThat(events.about(id)).hasSize(2).first().isInstanceOf(DomainDefined.class);
            assertThat(events.statesOf(id)).containsExactly(DomainState.RUNNING);
        }

        private void start(DomainId id) {
            try {
                engine.perform(LifecycleAction.START, id);
            } catch (HypervisorException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    @Timeout(60)
    class TenThousandDomains {
        @Test
        void areDefinedStartedFoundListedAndStopped() throws Exception {
            SimulatedHost large = host(SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(10_000)));
            Hypervisor connection = large.connect();
            List<DomainId> ids = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                DomainId id = connection.define(definition("hlr-" + i, 1)).id();
                connection.perform(LifecycleAction.START, id);
                ids.add(id);
            }

            for (int round = 0; round < 100; round++) {
                assertThat(connection.domains().size()).isEqualTo(10_000);
            }
            for (DomainId id : ids) {
                assertThat(connection.domain(id).state()).isEqualTo(DomainState.RUNNING);
                connection.perform(LifecycleAction.STOP, id);
                connection.undefine(id);
            }

            assertThat(connection.domains()).isEmpty();
        }
    }
}
