package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.traceability.Requirement;

class AdmissionTest extends PoolBench {
    @Test
    @Requirement({"VMDEF6", "DSP1041 8.1.5"})
    void activationIsRefusedWhenThePoolHasLessThanIsReserved() throws Exception {
        activate(reserving("hlr-1", 3072));
        SystemId second = define(reserving("hlr-2", 2048));

        assertRefused(
                Reason.INSUFFICIENT_RESOURCES,
                "Cannot start 'hlr-2': memory pool has 1024 MiB free, 2048 MiB reserved by its definition",
                () -> bench.change(second, Transition.ACTIVATE));
        assertThat(pool(MEMORY).reserved()).isEqualTo(3072 * MIB);
    }

    @Test
    void whatIsGivenBackCanBeHadAgain() throws Exception {
        SystemId first = activate(reserving("hlr-1", 3072));
        SystemId second = define(reserving("hlr-2", 2048));
        bench.change(first, Transition.SUSPEND);
        activate(second);

        assertRefused(
                Reason.INSUFFICIENT_RESOURCES,
                "Cannot restore 'hlr-1': memory pool has 2048 MiB free, 3072 MiB reserved by its definition",
                () -> bench.change(first, Transition.ACTIVATE));

        bench.change(second, Transition.DEACTIVATE);
        activate(first);
        assertThat(pool(MEMORY).reserved()).isEqualTo(3072 * MIB);
    }

    @Test
    @Requirement("VMPERF7")
    void processorTimeIsNotPromisedTwice() throws Exception {
        activate(processing("rt-1", 15, 90));
        SystemId second = define(processing("rt-2", 3, 100));

        assertRefused(
                Reason.INSUFFICIENT_RESOURCES,
                "processor pool has 250 % of a processor free, 3 processors reserved by its definition",
                () -> bench.change(second, Transition.ACTIVATE));
        activate(processing("rt-3", 1, 100));
    }

    @Test
    void aReservationIsNoUpperBoundForTheOthers() throws Exception {
        activate(reserving("hlr", 2048));
        SystemId id = activate(FacilityBench.definition("modest"));

        assertThat(bench.facility().system(id)).isNotNull();
        assertThat(pool(MEMORY).reserved()).isEqualTo(2048 * MIB);
        assertThat(pool(MEMORY).consumed()).isEqualTo(2560 * MIB);
    }

    @Test
    void aDefinitionThatNoHostOfThisSizeCouldRunIsRefused() {
        assertRefused(
                Reason.INSUFFICIENT_RESOURCES,
                "Cannot define 'huge': memory pool has 4096 MiB free, 8192 MiB reserved by its definition",
                () -> define(reserving("huge", 8192)));
        assertThat(bench.facility().systems()).isEmpty();
    }

    @Test
    void aRedefinitionIsRefusedOnlyForWhatItAdds() throws Exception {
        SystemId id = define(reserving("hlr", 1024));

        assertRefused(
                Reason.INSUFFICIENT_RESOURCES,
                "Cannot redefine 'hlr'",
                () -> bench.facility()
                        .redefine(id, present -> reserving("hlr", 8192).withUuid(present.uuid())));
        assertThat(Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED))
                        .memory()
                        .size())
                .isEqualTo(ByteSize.ofMebibytes(1024));
    }

    @Test
    void aStartThatTheEngineRefusesLeavesNothingBehind() throws Exception {
        SystemId id = define(reserving("hlr", 1024)
                .withMemory(Memory.of(ByteSize.ofMebibytes(4000)).withReservation(ByteSize.ofMebibytes(1024))));
        activate(FacilityBench.definition("filler").withMemory(Memory.of(ByteSize.ofMebibytes(2000))));

        assertRefused(Reason.INSUFFICIENT_RESOURCES, "of memory free", () -> bench.change(id, Transition.ACTIVATE));
        assertThat(pool(MEMORY).reserved()).isZero();
    }

    @Test
    void moreThanCanBeCountedIsStillTooMuch() throws Exception {
        int half = 1 << 30;
        DomainDefinition huge = reserving("huge", 1)
                .withMemory(
                        Memory.of(new ByteSize((long) half << 32)).withReservation(new ByteSize((long) half << 32)));

        assertThat(bench.facility().pools().lacking(List.of(huge, huge.withName("too"))))
                .singleElement()
                .asString()
                .contains("memory pool");
    }

    @Test
    @Requirement("VMADM2")
    void whatIsLackingCanBeAskedBefore() throws Exception {
        activate(reserving("hlr-1", 3072));

        assertThat(pools().lacking(reserving("small", 512))).isEmpty();
        assertThat(pools().lacking(reserving("large", 2048)))
                .containsExactly("memory pool has 1024 MiB free, 2048 MiB reserved by its definition");
        assertThat(pools().lacking(processing("many", 17, 100))).hasSize(1);
    }

    @Test
    @Requirement("VMADM3")
    void whatIsLackingForSeveralTogetherCanBeAskedBefore() throws Exception {
        DomainDefinition first = reserving("hlr-1", 2560);
        DomainDefinition second = reserving("hlr-2", 1024);
        DomainDefinition third = reserving("hlr-3", 1024);

        assertThat(pools().lacking(List.of(first, second))).isEmpty();
        assertThat(pools().lacking(List.of(second, third))).isEmpty();
        assertThat(pools().lacking(List.of(first, second, third)))
                .containsExactly("memory pool has 4096 MiB free, 4608 MiB reserved by their definitions");
    }

    @Test
    @Requirement("VMADM3")
    void whatTheSystemsHoldAlreadyIsNotCountedTwice() throws Exception {
        SystemId id = activate(reserving("hlr-1", 2560));
        DomainDefinition running = Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED));

        assertThat(pools().lacking(List.of(running, reserving("hlr-2", 1536)))).isEmpty();
        assertThat(pools().lacking(List.of(running, reserving("hlr-2", 1537))))
                .containsExactly("memory pool has 4096 MiB free, 4097 MiB reserved by their definitions");
    }

    @Test
    @Requirement("VMADM3")
    void theAnswerForASetIsWhatActivatingAllOfItShows() throws Exception {
        List<DomainDefinition> all = new ArrayList<>();
        for (int mebibytes : new int[] {512, 1024, 1536, 2048, 2560}) {
            all.add(reserving("of-" + mebibytes, mebibytes));
        }
        for (int subset = 1; subset < 1 << all.size(); subset++) {
            List<DomainDefinition> chosen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    chosen.add(all.get(i));
                }
            }
            boolean fits = pools().lacking(chosen).isEmpty();
            assertThat(allCanBeActive(chosen)).as("%s", chosen).isEqualTo(fits);
        }
    }

    private boolean allCanBeActive(List<DomainDefinition> definitions) throws Exception {
        List<SystemId> made = new ArrayList<>();
        try {
            for (DomainDefinition definition : definitions) {
                made.add(define(definition));
                bench.change(made.get(made.size() - 1), Transition.ACTIVATE);
            }
            return true;
        } catch (FacilityException e) {
            assertThat(e.reason()).isEqualTo(Reason.INSUFFICIENT_RESOURCES);
            return false;
        } finally {
            for (SystemId id : made) {
                bench.facility().destroy(id);
            }
        }
    }

    @Test
    @Requirement("VMADM2")
    void moreMemoryThanTheHostHasIsLackingEvenIfNoneIsReserved() {
        DomainDefinition huge = FacilityBench.definition("huge").withMemory(Memory.of(ByteSize.ofMebibytes(8192)));

        assertThat(pools().lacking(huge))
                .containsExactly("memory pool has 4096 MiB in all, 8192 MiB are wanted by 'huge'");
    }
}
