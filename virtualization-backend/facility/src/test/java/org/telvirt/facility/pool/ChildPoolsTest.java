package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.traceability.Requirement;

class ChildPoolsTest extends PoolBench {
    @Nested
    class Children {
        private Pool reserve(String name, long mebibytes) throws FacilityException {
            return pools().create(name, List.of(new Share(MEMORY, mebibytes * MIB)));
        }

        private static DomainDefinition in(Pool pool, DomainDefinition definition) {
            return PoolChoice.with(definition, pool.id());
        }

        @Test
        @Requirement({"VMADM4", "DSP1041 8.2"})
        void whatAChildHasOthersCannotHaveButItsOwnerCan() throws Exception {
            Pool child = reserve("for the hlr", 3500);
            assertThat(pool(MEMORY).reserved()).isEqualTo(3500 * MIB);
            assertThat(child.capacity()).isEqualTo(3500 * MIB);
            assertThat(child.isPrimordial()).isFalse();

            assertRefused(
                    Reason.INSUFFICIENT_RESOURCES,
                    "Cannot define 'other': memory pool has 596 MiB free",
                    () -> define(reserving("other", 1024)));
            activate(in(child, reserving("hlr", 3072)));

            assertThat(pool(child.id()).reserved()).isEqualTo(3072 * MIB);
            assertThat(pool(MEMORY).reserved()).isEqualTo(3500 * MIB);
        }

        @Test
        @Requirement("VMADM5")
        void whatAChildHadIsItsParentsAgainWhenItIsDeleted() throws Exception {
            Pool child = reserve("for the hlr", 3500);

            pools().delete(child.id());

            assertThat(pools().find(child.id())).isNull();
            assertThat(pool(MEMORY).reserved()).isZero();
            activate(reserving("other", 3072));
        }

        @Test
        void aChildThatIsInUseStays() throws Exception {
            Pool child = reserve("for the hlr", 1024);
            SystemId id = activate(in(child, reserving("hlr", 512)));

            assertRefused(Reason.BUSY, "'for the hlr'", () -> pools().delete(child.id()));

            bench.change(id, Transition.DEACTIVATE);
            pools().delete(child.id());
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "there is no resource pool " + child.id(),
                    () -> bench.change(id, Transition.ACTIVATE));
        }

        @Test
        void aChildOfAChildHoldsOfIt() throws Exception {
            Pool child = reserve("all", 1024);
            Pool part = pools().create("part", List.of(new Share(child.id(), 1000 * MIB)));

            assertThat(pool(child.id()).reserved()).isEqualTo(1000 * MIB);
            assertRefused(
                    Reason.INSUFFICIENT_RESOURCES,
                    "memory pool 'all' has 24 MiB free, 100 MiB are asked for",
                    () -> pools().create("more", List.of(new Share(child.id(), 100 * MIB))));
            assertRefused(Reason.BUSY, "'all'", () -> pools().delete(child.id()));
            assertThat(part.shares()).containsExactly(new Share(child.id(), 1000 * MIB));
        }

        @Test
        void otherAmountsMustFitWhatIsHeld() throws Exception {
            Pool child = reserve("some", 1024);
            activate(in(child, reserving("hlr", 512)));

            assertThat(pools().feed(child.id(), List.of(new Share(MEMORY, 600 * MIB)))
                            .capacity())
                    .isEqualTo(600 * MIB);
            assertThat(pool(MEMORY).reserved()).isEqualTo(600 * MIB);
            assertRefused(
                    Reason.INSUFFICIENT_RESOURCES,
                    "memory pool 'some'",
                    () -> pools().feed(child.id(), List.of(new Share(MEMORY, 100 * MIB))));
            assertRefused(
                    Reason.INSUFFICIENT_RESOURCES,
                    "memory pool has 4096 MiB free",
                    () -> pools().feed(child.id(), List.of(new Share(MEMORY, 5000 * MIB))));
            assertThat(pool(child.id()).capacity()).isEqualTo(600 * MIB);
        }

        @Test
        void noPoolIsAParentOfItself() throws Exception {
            Pool child = reserve("all", 1024);
            Pool part = pools().create("part", List.of(new Share(child.id(), 10 * MIB)));

            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "a parent of itself",
                    () -> pools().feed(child.id(), List.of(new Share(part.id(), MIB))));
        }

        @Test
        void certainProcessorsAreOfOnePoolOnly() throws Exception {
            Pool own = pools().createOf("real time", NumberSet.range(4, 7));

            assertThat(own.capacity()).isEqualTo(400);
            assertThat(pool(PROCESSOR).reserved()).isEqualTo(400);
            assertThat(pool(PROCESSOR).processors().toString()).isEqualTo("0-3,8-15");
            assertRefused(
                    Reason.BUSY,
                    "[7] are those of resource pool 'real time'",
                    () -> pools().createOf("another", NumberSet.of(7, 8)));
            assertThat(pools().setProcessors(own.id(), NumberSet.of(4, 5)).capacity())
                    .isEqualTo(200);
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "The host has processors 0-15",
                    () -> pools().createOf("beyond", NumberSet.of(16)));
        }

        @Test
        void wrongParentsAreNamed() {
            assertRefused(
                    Reason.NOT_FOUND,
                    "there is no resource pool memory/pages/2048",
                    () -> pools().create("x", List.of(new Share(PoolId.pages(2048), MIB))));
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "one kind",
                    () -> pools().create("x", List.of(new Share(MEMORY, MIB), new Share(PROCESSOR, 1))));
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "one kind",
                    () -> pools().create("x", List.of(new Share(PoolId.host(PoolKind.SERIAL), 1))));
            assertRefused(Reason.INVALID_ARGUMENT, "one kind", () -> pools().create("x", List.of()));
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "nothing of memory/host",
                    () -> pools().create("x", List.of(new Share(MEMORY, 0))));
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "1 to 200 characters",
                    () -> pools().create("a\nb", List.of(new Share(MEMORY, 1))));
            assertRefused(Reason.INVALID_ARGUMENT, "the host's own", () -> pools().delete(MEMORY));
            assertRefused(
                    Reason.NOT_FOUND,
                    "no such resource pool",
                    () -> pools().delete(PoolId.child(PoolKind.MEMORY, "x")));
        }

        @Test
        void aDefinitionCannotChooseAPoolThatThereIsNot() {
            assertRefused(
                    Reason.INVALID_ARGUMENT,
                    "Cannot define 'hlr': there is no resource pool memory/child/x",
                    () -> define(PoolChoice.with(FacilityBench.definition("hlr"), PoolId.child(PoolKind.MEMORY, "x"))));
        }
    }

    @Nested
    class Keeping {
        private LocalFacility reopened(PoolRecords records) throws FacilityException {
            FacilityThreads threads = new FacilityThreads(Runnable::run, Runnable::run, bench.time());
            return LocalFacility.open(
                    bench.engine(),
                    FacilitySettings.standard(),
                    threads,
                    bench.time(),
                    new FacilityRecords(null, records));
        }

        @Test
        @Requirement("VMADM4")
        void whatWasReservedSurvivesARestart() throws Exception {
            PoolRecords records = PoolRecords.inMemory();
            List<Pool> before;
            try (LocalFacility facility = reopened(records)) {
                Pool all = facility.pools().create("for: \u00e4 'hlr'", List.of(new Share(MEMORY, 2048 * MIB)));
                facility.pools().create("part", List.of(new Share(all.id(), 1024 * MIB)));
                facility.pools().createOf("real time", NumberSet.of(4, 5));
                Pool gone = facility.pools().create("gone", List.of(new Share(MEMORY, MIB)));
                facility.pools().delete(gone.id());
                before = facility.pools().list();
            }

            try (LocalFacility facility = reopened(records)) {
                assertThat(facility.pools().list()).isEqualTo(before);
            }
        }

        @Test
        void whatCannotBeKeptIsNotThere() throws Exception {
            PoolRecords full = new PoolRecords() {
                @Override
                public Map<String, String> read() {
                    return Map.of();
                }

                @Override
                public void put(String id, @Nullable String text) throws IOException {
                    throw new IOException("no space left");
                }
            };
            try (LocalFacility facility = reopened(full)) {
                assertRefused(
                        Reason.UNAVAILABLE,
                        "no space left",
                        () -> facility.pools().create("x", List.of(new Share(MEMORY, MIB))));
                assertThat(facility.pools().list()).allMatch(Pool::isPrimordial);
                assertThat(Objects.requireNonNull(facility.pools().find(MEMORY)).reserved())
                        .isZero();
            }
        }

        @Test
        void recordsThatAreNoneAreNotReadOver() throws Exception {
            PoolRecords records = PoolRecords.inMemory();
            records.put("memory/child/x", "name x");

            assertRefused(Reason.UNAVAILABLE, "memory/child/x has no parent", () -> reopened(records));
        }
    }
}
