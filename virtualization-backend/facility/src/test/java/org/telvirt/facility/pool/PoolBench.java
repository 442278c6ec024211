package org.telvirt.facility.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** A simulated host of 4 GiB with pools. */
@RanOn(Engine.SIMULATED)
abstract class PoolBench {
    static final PoolId MEMORY = PoolId.host(PoolKind.MEMORY);
    static final PoolId PROCESSOR = PoolId.host(PoolKind.PROCESSOR);
    static final long MIB = 1L << 20;

    FacilityBench bench;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench(
                SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(4096)),
                FacilitySettings.standard().withGrace(Duration.ZERO));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    ResourcePools pools() {
        return bench.facility().pools();
    }

    Pool pool(PoolId id) {
        return Objects.requireNonNull(pools().find(id));
    }

    static DomainDefinition reserving(String name, long mebibytes) {
        return FacilityBench.definition(name)
                .withMemory(
                        Memory.of(ByteSize.ofMebibytes(mebibytes)).withReservation(ByteSize.ofMebibytes(mebibytes)));
    }

    static DomainDefinition processing(String name, int count, long percentEach) {
        Processors processors = Processors.of(count);
        return FacilityBench.definition(name)
                .withProcessors(processors.withScheduling(processors
                        .scheduling()
                        .withReservation(new Quota(Duration.ofMillis(percentEach), Duration.ofMillis(100)))));
    }

    SystemId define(DomainDefinition definition) throws FacilityException {
        return bench.facility().define(definition).id();
    }

    SystemId activate(DomainDefinition definition) throws FacilityException {
        SystemId id = define(definition);
        activate(id);
        return id;
    }

    /** Done at once, or by the time that the engine takes. */
    void activate(SystemId id) throws FacilityException {
        bench.change(id, Transition.ACTIVATE);
        bench.advance(Duration.ofSeconds(1));
    }

    static void assertRefused(Reason reason, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FacilityException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
