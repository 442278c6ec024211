package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Changes of running domains and the next start alone, where the contract cannot look: on a clock that stands still. */
@RanOn(Engine.SIMULATED)
class LiveChangeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LiveChange WITHOUT_VDB = new LiveChange.DetachDisk("vdb", true);

    private final ManualTime time = new ManualTime(START);
    private final RecordedEvents events = new RecordedEvents();
    private final SimulatedHost host = new SimulatedHost(
            SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(2048)), Runnable::run, time, time);
    private final SimulatedHypervisor engine = host.connect();
    private final ExecutorService caller = Executors.newSingleThreadExecutor();

    @AfterEach
    void endThreads() {
        caller.shutdownNow();
    }

    private DomainId running() throws HypervisorException {
        DomainId id = engine.define(DomainDefinition.named(
                                "hlr-1",
                                new Processors(1, 4),
                                new Memory(ByteSize.ofMebibytes(512), ByteSize.ofMebibytes(4096)))
                        .withDisks(List.of(
                                Disk.of("vda", new Disk.FileMedium("/a", "raw")),
                                Disk.of("vdb", new Disk.FileMedium("/b", "raw")))))
                .id();
        engine.perform(LifecycleAction.START, id);
        engine.listen(events);
        return id;
    }

    private List<String> disks(DomainId id, Configuration which) throws HypervisorException {
        return engine.definition(id, which).disks().stream().map(Disk::target).toList();
    }

    private Future<Instant> begin(DomainId id, LiveChange change, Duration patience) {
        Future<Instant> begun = caller.submit(() -> engine.change(id, change, patience));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (time.pending() == 0 && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return begun;
    }

    private static HypervisorException refused(Reason reason, ThrowingCallable call) {
        HypervisorException refusal = catchThrowableOfType(HypervisorException.class, call);
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }

    @Nested
    class WhatTakesSomething {
        @Test
        @Requirement("VMPERF14")
        void happensWhenTheGuestHasLetGo() throws Exception {
            DomainId id = running();
            host.behave(id, GuestBehaviour.taking(Duration.ofSeconds(7)));
            Future<Instant> detaching = begin(id, WITHOUT_VDB, MINUTE);

            time.advance(Duration.ofSeconds(6));
            assertThat(disks(id, Configuration.ACTIVE)).containsExactly("vda", "vdb");
            time.advance(Duration.ofSeconds(1));

            assertThat(detaching.get(10, TimeUnit.SECONDS)).isEqualTo(START.plusSeconds(7));
            assertThat(disks(id, Configuration.ACTIVE)).containsExactly("vda");
            assertThat(disks(id, Configuration.DEFINED)).containsExactly("vda");
            assertThat(events.about(id)).hasSize(1).first().isInstanceOf(DomainRedefined.class);
        }

        @Test
        @Requirement("VMPERF14")
        void endsAtItsDeadlineAndLeavesAllAsItWas() throws Exception {
            DomainId id = running();
            host.behave(id, GuestBehaviour.DEAF);
            Future<Instant> detaching = begin(id, WITHOUT_VDB, MINUTE);

            time.advance(MINUTE);

            assertThatThrownBy(() -> detaching.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(HypervisorException.class)
                    .hasMessage("Cannot change 'hlr-1' while it runs: its guest did not let go within 60000 ms");
            assertThat(disks(id, Configuration.ACTIVE)).containsExactly("vda", "vdb");
            assertThat(disks(id, Configuration.DEFINED)).containsExactly("vda", "vdb");
            assertThat(events.about(id)).isEmpty();
        }

        @Test
        void isVoidIfTheDomainEndsOrBeginsAnewMeanwhile() throws Exception {
            DomainId id = running();
            host.behave(id, GuestBehaviour.taking(Duration.ofSeconds(7)));
            Future<Instant> detaching = begin(id, WITHOUT_VDB, MINUTE);
            engine.perform(LifecycleAction.STOP, id);
            engine.perform(LifecycleAction.START, id);

            time.advance(Duration.ofSeconds(7));

            assertThatThrownBy(() -> detaching.get(10, TimeUnit.SECONDS))
                    .cause()
                    .hasMessage("Cannot change 'hlr-1' while it runs: it began anew meanwhile");
            assertThat(disks(id, Configuration.DEFINED)).containsExactly("vda", "vdb");
        }

        @Test
        void appliesToProcessorsAndMemory() throws Exception {
            DomainId id = running();
            engine.change(id, new LiveChange.ProcessorCount(3, false), Duration.ZERO);
            Future<Instant> fewer = begin(id, new LiveChange.ProcessorCount(2, false), MINUTE);
            time.advance(Duration.ofSeconds(1));
            fewer.get(10, TimeUnit.SECONDS);
            Future<Instant> less = begin(id, new LiveChange.MemorySize(ByteSize.ofMebibytes(256), false), MINUTE);
            time.advance(Duration.ofSeconds(1));
            less.get(10, TimeUnit.SECONDS);

            DomainDefinition now = engine.definition(id, Configuration.ACTIVE);
            assertThat(now.processors().count()).isEqualTo(2);
            assertThat(now.memory().size()).isEqualTo(ByteSize.ofMebibytes(256));
            assertThat(engine.definition(id, Configuration.DEFINED).processors().count())
                    .isEqualTo(1);
        }
    }

    @Nested
    class MemoryOfTheHost {
        @Test
        void isNotGivenTwice() throws Exception {
            DomainId id = running();

            assertThat(refused(
                            Reason.INSUFFICIENT_RESOURCES,
                            () -> engine.change(
                                    id, new LiveChange.MemorySize(ByteSize.ofMebibytes(2049), true), Duration.ZERO)))
                    .hasMessageContaining("has 1536 MiB of memory free");
            assertThat(engine.definition(id, Configuration.DEFINED).memory().size())
                    .isEqualTo(ByteSize.ofMebibytes(512));
        }

        @Test
        void comesBackInWholeWhenADomainEndsThatGrew() throws Exception {
            DomainId id = running();
            for (int round = 0; round < 100; round++) {
                engine.change(id, new LiveChange.MemorySize(ByteSize.ofMebibytes(2048), false), Duration.ZERO);
                engine.perform(LifecycleAction.STOP, id);
                engine.perform(LifecycleAction.START, id);
            }

            assertThat(engine.definition(id, Configuration.ACTIVE).memory().size())
                    .isEqualTo(ByteSize.ofMebibytes(512));
        }
    }

    @Nested
    class TheNextStart {
        @Test
        void isNotARestore() throws Exception {
            DomainId id = running();
            DomainDefinition defined = engine.definition(id, Configuration.DEFINED);
            engine.perform(LifecycleAction.SAVE, id);
            engine.setNext(id, defined.withProcessors(Processors.of(3)));

            engine.perform(LifecycleAction.RESTORE, id);
            assertThat(engine.definition(id, Configuration.ACTIVE).processors()).isEqualTo(defined.processors());
            engine.perform(LifecycleAction.STOP, id);
            engine.perform(LifecycleAction.START, id);

            assertThat(engine.definition(id, Configuration.ACTIVE).processors()).isEqualTo(Processors.of(3));
            assertThat(engine.definition(id, Configuration.NEXT)).isEqualTo(defined);
        }

        @Test
        void waitsForAStartThatFails() throws Exception {
            DomainId id = running();
            DomainDefinition defined = engine.definition(id, Configuration.DEFINED);
            engine.perform(LifecycleAction.STOP, id);
            engine.setNext(id, defined.withMemory(Memory.of(ByteSize.ofMebibytes(4096))));

            refused(Reason.INSUFFICIENT_RESOURCES, () -> engine.perform(LifecycleAction.START, id));

            assertThat(engine.definition(id, Configuration.NEXT).memory())
                    .isEqualTo(Memory.of(ByteSize.ofMebibytes(4096)));
        }
    }
}
