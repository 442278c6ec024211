package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.contract.MigrationContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.migration.Settlement.End;
import org.telvirt.hypervisor.simulated.Faults.LeaderLoss;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract between two simulated hosts, and what only they can show. */
@RanOn(Engine.SIMULATED)
class SimulatedMigrationTest extends MigrationContract {
    private static final String OTHER = "simulated://b";
    private static final Duration NEVER = Duration.ofHours(10);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final SimulatedHost here = host(1, "Simulated processor", 64 * 1024);
    private final SimulatedHost other = host(2, "Simulated processor", 64 * 1024);

    private SimulatedHost host(int number, String processor, int mebibytes) {
        Host facts = new Host(
                new UUID(7, number), "host-" + number, "x86_64", processor, 16, ByteSize.ofMebibytes(mebibytes));
        SimulatedHostSettings settings =
                SimulatedHostSettings.standard().withFacts(facts).withSeed(number);
        return new SimulatedHost(settings, Runnable::run, time, time);
    }

    @Override
    protected Hypervisor open() {
        here.knows(OTHER, other);
        here.knows("simulated://a", here);
        here.slowMigrations(DataRate.ofMebibytes(100));
        return here.connect();
    }

    @Override
    protected Hypervisor openOther() {
        return other.connect();
    }

    @Override
    protected DomainDefinition bootable(String name) {
        Disk disk = new Disk("vda", Disk.DeviceType.DISK, null, new Disk.FileMedium("/a.img", "raw"), false, null);
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(8)))
                .withDisks(List.of(disk));
    }

    @Override
    protected DomainDefinition restless(String name) {
        return bootable(name);
    }

    @Override
    protected void awaitUp(Domain domain) {
        time.advance(Duration.ofSeconds(1));
    }

    @Override
    protected void awaitRestless(Domain domain) throws HypervisorException {
        awaitUp(domain);
        here.changeMemory(domain.id(), DataRate.ofMebibytes(50));
    }

    @Override
    protected void pass(Duration span) {
        time.advance(span);
        LockSupport.parkNanos(1_000_000);
    }

    @Override
    protected MigrationRequest request() {
        return MigrationRequest.live(OTHER);
    }

    @Override
    protected MigrationRequest nowhere() {
        return MigrationRequest.live("simulated://nowhere");
    }

    @Override
    protected MigrationRequest home() {
        return MigrationRequest.live("simulated://a");
    }

    @Override
    protected void requireUnbroken(Domain domain) throws Exception {
        boolean hasMoved = there().domains().stream().anyMatch(one -> one.id().equals(domain.id()));
        Hypervisor engine = hasMoved ? there() : engine();
        Duration ran = used(engine, domain).processors().time();
        assertThat(ran).as("what it did before it moved").isPositive();
        time.advance(Duration.ofSeconds(10));
        assertThat(used(engine, domain).processors().time()).isGreaterThan(ran);
    }

    private static DomainStatistics used(Hypervisor engine, Domain domain) throws HypervisorException {
        return engine.statistics().domains().domains().stream()
                .filter(one -> one.id().equals(domain.id()))
                .findFirst()
                .orElseThrow();
    }

    private MigrationRequest slow() {
        return request().withBandwidth(slowly());
    }

    private List<Kind> kinds(Domain domain) throws HypervisorException {
        return migration().check(domain.id(), request()).stream()
                .map(MigrationObstacle::kind)
                .toList();
    }

    @Nested
    class TheModel {
        @Test
        void copiesWhatWasChangedUntilTheRestFitsIntoTheDowntime() throws Exception {
            Domain domain = calm();
            here.changeMemory(domain.id(), DataRate.ofKibibytes(256)); // a quarter of the bandwidth

            Future<MigrationResult> migration = begin(domain, slow().withMaximumDowntime(Duration.ofMillis(125)));
            // passes of 8 s, 2 s, 500 ms and, standing still, 125 ms
            time.advance(Duration.ofMillis(10_600));
            assertThat(there().domains()).isEmpty();
            time.advance(Duration.ofMillis(25));

            MigrationResult result = result(migration);
            assertThat(result.total()).isEqualTo(Duration.ofMillis(10_625));
            assertThat(result.downtime()).isEqualTo(Duration.ofMillis(125));
            assertThat(result.transferred()).isEqualTo(ByteSize.ofKibibytes(10_880));
        }

        @Test
        void slowsAGuestDownThatIsTooFast() throws Exception {
            Domain domain = calm();
            here.changeMemory(domain.id(), DataRate.ofMebibytes(2));
            Future<MigrationResult> migration =
                    begin(domain, slow().withAutoConverge(true).withMaximumTime(NEVER, TimeoutPolicy.ABORT));

            time.advance(Duration.ofMinutes(5));

            assertThat(result(migration).isForced()).isFalse();
        }

        @Test
        void neverCatchesUpWithAGuestThatIsTooFast() throws Exception {
            Domain domain = calm();
            here.changeMemory(domain.id(), DataRate.ofMebibytes(2));
            Future<MigrationResult> migration = begin(domain, slow().withMaximumTime(NEVER, TimeoutPolicy.ABORT));

            time.advance(Duration.ofHours(9));
            assertThat(migration.isDone()).isFalse();
            time.advance(Duration.ofHours(2));

            refused(Reason.TIMEOUT, () -> result(migration));
        }
    }

    @Nested
    class WhatCanGoWrong {
        @Test
        void theOtherHostIsFull() throws Exception {
            SimulatedHost small = host(3, "Simulated processor", 4);
            here.knows(OTHER, small);
            Domain domain = calm();

            assertThat(kinds(domain)).containsExactly(Kind.MEMORY);
            assertThat(refused(Reason.INSUFFICIENT_RESOURCES, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining("4 MiB of memory free")
                    .hasMessageContaining("8 MiB");
        }

        @Test
        void theOtherHostIsAnother() throws Exception {
            here.knows(OTHER, host(3, "Another processor", 1024));

            Domain domain = calm();

            assertThat(kinds(domain)).containsExactly(Kind.PROCESSOR);
            assertThat(refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining("another processor, 'Another processor'");
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void theOtherHostHasItsIdUnderAnotherName() throws Exception {
            Domain domain = calm();
            there().define(bootable(freshName()).withUuid(domain.id().uuid()));

            assertThat(kinds(domain)).containsExactly(Kind.TAKEN);
            assertThat(refused(Reason.ALREADY_EXISTS, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining(domain.id().toString());
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void theOtherHostDoesNotSeeItsDisk() throws Exception {
            Domain domain = calm();
            here.shareFiles(false);

            assertThat(kinds(domain)).containsExactly(Kind.DISK);
            assertThat(refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining("vda")
                    .hasMessageContaining("have the disks copied");
            assertThat(migration().check(domain.id(), request().withStorage(Storage.COPIED)))
                    .isEmpty();
            assertThat(migration().check(domain.id(), request().withStorage(Storage.SHARED_UNSEEN)))
                    .isEmpty();
        }

        @Test
        void severalThingsAreNamedAtOnce() throws Exception {
            here.knows(OTHER, host(3, "Another processor", 4));
            Domain domain = calm();
            here.shareFiles(false);

            assertThat(kinds(domain)).containsExactlyInAnyOrder(Kind.DISK, Kind.PROCESSOR, Kind.MEMORY);
        }

        @Test
        void theOtherHostGoesAwayMeanwhile() throws Exception {
            Domain domain = busy();
            Future<MigrationResult> migration = begin(domain, slow());

            other.isolate(true);

            assertThat(refused(Reason.UNAVAILABLE, () -> result(migration))).hasMessageContaining("any more");
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
            engine().perform(LifecycleAction.PAUSE, domain.id());
        }

        @Test
        void itsRunEndsMeanwhile() throws Exception {
            Domain domain = busy();
            Future<MigrationResult> migration = begin(domain, slow());
            refused(Reason.BUSY, () -> engine().perform(LifecycleAction.PAUSE, domain.id()));

            engine().perform(LifecycleAction.STOP, domain.id());

            assertThat(refused(Reason.INVALID_STATE, () -> result(migration))).hasMessageContaining("its run ended");
            engine().perform(LifecycleAction.START, domain.id());
        }

        @Test
        void itHasADeviceOfItsHost() throws Exception {
            DomainDefinition definition =
                    bootable(freshName()).withHostDevices(List.of(new HostDevice.PciDevice(0, 3, 0, 0)));
            Domain domain = defined(definition);
            engine().perform(LifecycleAction.START, domain.id());

            assertThat(kinds(domain)).containsExactly(Kind.HOST_DEVICE);
            assertThat(refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining("detach it first");
        }

        @Test
        void thereAreTooMany() throws Exception {
            List<Future<MigrationResult>> all = new ArrayList<>();
            for (int i = 0; i < migration().most(); i++) {
                all.add(begin(busy(), slow()));
            }
            Domain late = busy();

            assertThat(refused(Reason.BUSY, () -> migration().migrate(late.id(), slow())))
                    .hasMessageContaining(migration().most() + " migrations go on, as many as there may be");
            assertThat(engine().domain(late.id()).state()).isEqualTo(DomainState.RUNNING);

            for (Domain domain : engine().domains()) {
                if (!domain.id().equals(late.id())) {
                    engine().work().abort(domain.id());
                }
            }
            for (Future<MigrationResult> migration : all) {
                refused(Reason.INVALID_STATE, () -> result(migration));
            }
        }

        @Test
        void itCannotComeBackOnceItRunsThere() throws Exception {
            Domain domain = busy();
            Future<MigrationResult> migration =
                    begin(domain, slow().withMaximumTime(Duration.ofSeconds(3), TimeoutPolicy.POST_COPY));
            time.advance(Duration.ofSeconds(4));

            assertThat(refused(Reason.INVALID_STATE, () -> engine().work().abort(domain.id())))
                    .hasMessageContaining("it runs on the other host already");
            result(migration);
        }
    }

    @Nested
    class WithoutItsLeader {
        @ParameterizedTest
        @EnumSource(LeaderLoss.class)
        void standsStillHereAndIsNotBusy(LeaderLoss when) throws Exception {
            Domain domain = busy();
            here.loseLeader(when);

            assertThat(refused(
                            Reason.INTERNAL,
                            () -> result(begin(domain, request().withAutoConverge(true)))))
                    .hasMessageContaining("whoever led it is gone");

            Domain left = engine().domain(domain.id());
            assertThat(left.state()).isEqualTo(DomainState.PAUSED);
            assertThat(left.reason()).isEqualTo(StateReason.MIGRATION);
            assertThat(there().domains()).hasSize(when == LeaderLoss.AFTER_ARRIVAL ? 1 : 0);
            engine().perform(LifecycleAction.RESUME, domain.id());
        }

        @Test
        void isNotSettledIfItRunsOrWasPausedBySomebody() throws Exception {
            Domain domain = calm();
            assertThat(migration().settle(domain.id(), OTHER, true).end()).isEqualTo(End.OPEN);
            engine().perform(LifecycleAction.PAUSE, domain.id());

            assertThat(migration().settle(domain.id(), OTHER, true).end()).isEqualTo(End.OPEN);
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.PAUSED);
        }
    }

    @Test
    void takesNoTimeUnlessToldSo() throws Exception {
        here.slowMigrations(null);
        Domain domain = busy();

        MigrationResult result = migration().migrate(domain.id(), request());

        assertThat(result.total()).isZero();
        assertThat(time.pending()).isZero();
    }
}
