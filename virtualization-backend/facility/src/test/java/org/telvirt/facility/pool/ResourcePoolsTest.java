package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Requirement;

class ResourcePoolsTest extends PoolBench {
    @Nested
    class OfTheHost {
        @Test
        @Requirement("DSP1041 7.2")
        void thereIsOneOfEachKindAndOneForEachStoragePoolAndNetwork() throws Exception {
            bench.another().storage().definePool("images", "/images");
            bench.another().networks().defineIsolated("oam");

            assertThat(pools().list())
                    .extracting(pool -> pool.id().toString(), Pool::isPrimordial)
                    .containsExactly(
                            tuple("processor/host", true),
                            tuple("memory/host", true),
                            tuple("storage/host", true),
                            tuple("storage/pool/images", true),
                            tuple("network/host", true),
                            tuple("network/network/oam", true),
                            tuple("optical/host", true),
                            tuple("floppy/host", true),
                            tuple("serial/host", true));
        }

        @Test
        void capacitiesAreThoseOfTheMachine() {
            assertThat(pool(PROCESSOR).capacity()).isEqualTo(1600);
            assertThat(pool(MEMORY).capacity()).isEqualTo(4096 * MIB);
            assertThat(pool(PoolId.host(PoolKind.SERIAL)).capacity()).isNull();
        }

        @Test
        void aStoragePoolFillsWithItsVolumesWhoeverMadeThem() throws Exception {
            bench.another().storage().definePool("images", "/images");
            long capacity =
                    Objects.requireNonNull(pool(PoolId.storage("images")).capacity());

            bench.another().storage().create("images", "a.img", "raw", ByteSize.ofMebibytes(10));
            bench.another().storage().refresh("images");

            assertThat(pool(PoolId.storage("images")).reserved()).isEqualTo(10 * MIB);
            assertThat(pool(PoolId.storage("images")).capacity()).isEqualTo(capacity);
        }

        @Test
        void aProcessorThatGoesTakesItsCapacityAlong() throws Exception {
            bench.host().processor(3, false);

            assertThat(pool(PROCESSOR).capacity()).isEqualTo(1500);
            assertThat(pool(PROCESSOR).processors().toString()).isEqualTo("0-2,4-15");
        }
    }

    @Nested
    class Holding {
        @Test
        @Requirement({"VMDEF6", "DSP1041 8.1.5"})
        void whatIsReservedGoesUpAndDownWithTheSystem() throws Exception {
            SystemId id = define(reserving("hlr", 1024));
            assertThat(pool(MEMORY).reserved()).isZero();

            activate(id);
            assertThat(pool(MEMORY).reserved()).isEqualTo(1024 * MIB);
            assertThat(pool(MEMORY).consumed()).isEqualTo(1024 * MIB);

            bench.change(id, Transition.PAUSE);
            assertThat(pool(MEMORY).reserved()).isEqualTo(1024 * MIB);

            bench.change(id, Transition.DEACTIVATE);
            assertThat(pool(MEMORY).reserved()).isZero();
            assertThat(pool(MEMORY).consumed()).isZero();
        }

        @Test
        void whatRunsBehindOurBackCountsToo() throws Exception {
            SystemId id = define(reserving("hlr", 1024));

            bench.another().perform(LifecycleAction.START, FacilityBench.domain(id));
            assertThat(pool(MEMORY).reserved()).isEqualTo(1024 * MIB);

            bench.another().perform(LifecycleAction.STOP, FacilityBench.domain(id));
            bench.another().undefine(FacilityBench.domain(id));
            assertThat(pool(MEMORY).reserved()).isZero();
        }

        @Test
        void eachResourceIsOfThePoolThatItComesFrom() throws Exception {
            bench.another().storage().definePool("images", "/images");
            bench.another().networks().defineIsolated("oam");
            SystemId id = activate(FacilityBench.definition("hlr")
                    .withDisks(List.of(
                            new Disk("vda", DeviceType.DISK, null, new FileMedium("/images/a", null), false, null),
                            new Disk("vdb", DeviceType.DISK, null, new FileMedium("/images/b/c", null), false, null),
                            new Disk("sda", DeviceType.CDROM, null, null, true, null)))
                    .withNetworkPorts(List.of(
                            new NetworkPort("52:54:00:00:00:01", new VirtualNetwork("oam"), null, null),
                            new NetworkPort("52:54:00:00:00:02", new Bridge("br0"), null, null)))
                    .withConsoles(List.of(new Console(null))));

            assertThat(pools().allocationsOf(id))
                    .extracting(
                            Allocation::device, allocation -> allocation.pool().toString(), Allocation::consumed)
                    .containsExactly(
                            tuple("processor", "processor/host", 1L),
                            tuple("memory", "memory/host", 512 * MIB),
                            tuple("disk/vda", "storage/pool/images", 1L),
                            tuple("disk/vdb", "storage/host", 1L),
                            tuple("disk/sda", "optical/host", 1L),
                            tuple("network/52:54:00:00:00:01", "network/network/oam", 1L),
                            tuple("network/52:54:00:00:00:02", "network/host", 1L),
                            tuple("serial/0", "serial/host", 1L));
            assertThat(pools().allocationsFrom(PoolId.storage("images")))
                    .extracting(Allocation::system, Allocation::device)
                    .containsExactly(tuple(id, "disk/vda"));
        }

        @Test
        void aPoolThatComesLaterGetsWhatLiesInIt() throws Exception {
            SystemId id = activate(FacilityBench.definition("hlr")
                    .withDisks(List.of(
                            new Disk("vda", DeviceType.DISK, null, new FileMedium("/images/a", null), false, null))));

            bench.another().storage().definePool("images", "/images");

            assertThat(pools().allocationsFrom(PoolId.storage("images")))
                    .extracting(Allocation::system)
                    .containsExactly(id);
            assertThat(pools().allocationsFrom(PoolId.host(PoolKind.STORAGE))).isEmpty();
        }

        @Test
        @Requirement("VMDEF8")
        void staticMemoryIsReservedWhole() throws Exception {
            activate(FacilityBench.definition("hlr")
                    .withMemory(Memory.of(ByteSize.ofMebibytes(256)).withManagement(Management.STATIC)));

            assertThat(pool(MEMORY).reserved()).isEqualTo(256 * MIB);
        }

        @Test
        void exclusiveProcessorsAreReservedWhole() throws Exception {
            Processors two = Processors.of(2);
            activate(FacilityBench.definition("hlr")
                    .withProcessors(two.withPlacement(
                            two.placement().withAny(NumberSet.of(4, 5)).withExclusive(true))));

            assertThat(pool(PROCESSOR).reserved()).isEqualTo(200);
        }

        @Test
        void afterAGapTheSumsAreAsIfNothingHadBeenMissed() throws Exception {
            SystemId first = activate(reserving("first", 256));
            SystemId second = define(reserving("second", 512));
            bench.engine().cut();
            bench.another().perform(LifecycleAction.STOP, FacilityBench.domain(first));
            bench.another().perform(LifecycleAction.START, FacilityBench.domain(second));
            bench.engine().mend();
            bench.advance(Duration.ofSeconds(5));

            assertThat(pool(MEMORY).reserved()).isEqualTo(512 * MIB);
        }

        @Test
        void systemsThatWereThereBeforeAreCounted() throws Exception {
            activate(reserving("first", 256));
            activate(reserving("second", 512));

            try (LocalFacility another =
                    bench.openAnother(FacilitySettings.standard().withEagerDefinitions(0))) {
                assertThat(Objects.requireNonNull(another.pools().find(MEMORY)).reserved())
                        .isEqualTo(768 * MIB);
            }
        }
    }

    /** Sums that are kept as systems change are those that counting all of them gives. */
    @Test
    void sumsStayRightWhateverHappens() throws Exception {
        long seed = 20261123;
        Random random = new Random(seed);
        List<SystemId> systems = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            systems.add(define(i % 2 == 0 ? reserving("m" + i, 100 + i) : processing("p" + i, 1 + i % 3, 10L * i)));
        }
        for (int step = 0; step < 400; step++) {
            SystemId id = systems.get(random.nextInt(systems.size()));
            try {
                act(random, id);
            } catch (FacilityException e) {
                assertThat(e.reason()).isIn(Reason.INVALID_TRANSITION, Reason.INVALID_STATE, Reason.BUSY);
            }
            bench.advance(Duration.ofSeconds(2));
            assertThat(sums()).as("seed %d, step %d", seed, step).isEqualTo(counted());
        }
    }

    private void act(Random random, SystemId id) throws FacilityException {
        Transition[] transitions = Transition.values();
        if (random.nextInt(5) == 0) {
            long more = random.nextInt(50);
            bench.facility()
                    .redefine(
                            id, present -> reserving(present.name(), 100 + more).withUuid(present.uuid()));
        } else {
            bench.change(id, transitions[random.nextInt(transitions.length)]);
        }
    }

    private Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        for (PoolId id : List.of(MEMORY, PROCESSOR)) {
            sums.put(id + " reserved", pool(id).reserved());
            sums.put(id + " consumed", pool(id).consumed());
        }
        return sums;
    }

    private Map<String, Long> counted() {
        Map<String, Long> sums = new TreeMap<>();
        for (PoolId id : List.of(MEMORY, PROCESSOR)) {
            sums.put(id + " reserved", 0L);
            sums.put(id + " consumed", 0L);
        }
        bench.facility().systems().forEach(system -> {
            switch (system.state()) {
                case DEFINED, SUSPENDED -> {}
                default -> {
                    DomainDefinition active =
                            Objects.requireNonNull(bench.facility().definition(system.id(), Configuration.ACTIVE));
                    for (Allocation each : pools().demand(system.id(), active)) {
                        sums.merge(each.pool() + " reserved", each.reserved(), Long::sum);
                        sums.merge(each.pool() + " consumed", each.consumed(), Long::sum);
                    }
                }
            }
        });
        return sums;
    }
}
