package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
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
    @Requirement("VMADM2")
    void whatIsLackingCanBeAskedBefore() throws Exception {
        activate(reserving("hlr-1", 3072));

        assertThat(pools().lacking(reserving("small", 512))).isEmpty();
        assertThat(pools().lacking(reserving("large", 2048)))
                .containsExactly("memory pool has 1024 MiB free, 2048 MiB reserved by its definition");
        assertThat(pools().lacking(processing("many", 17, 100))).hasSize(1);
    }
}
