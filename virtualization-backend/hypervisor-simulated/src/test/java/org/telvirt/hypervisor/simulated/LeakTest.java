package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.host.HostMemory;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class LeakTest {
    private static final int ROUNDS = 500;
    private static final long MOST_BYTES_A_ROUND = 1024;

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);

    @Test
    @Requirement("VMOPE6")
    void fiveHundredLivesOfADomainLeaveTheHostAsItWas() throws Exception {
        try (SimulatedHypervisor engine = host.connect()) {
            live(engine, ROUNDS); // what is made once is made
            HostMemory memory = engine.inventory().memory();
            long heap = heap();

            live(engine, ROUNDS);

            assertThat(engine.domains()).isEmpty();
            assertThat(engine.inventory().memory()).isEqualTo(memory);
            assertThat(time.pending()).isZero();
            assertThat(heap() - heap).isLessThan(ROUNDS * MOST_BYTES_A_ROUND);
        }
    }

    private static void live(SimulatedHypervisor engine, int rounds) throws HypervisorException {
        for (int i = 0; i < rounds; i++) {
            DomainId id = engine.define(DomainDefinition.named(
                            "round-" + i, Processors.of(2), Memory.of(ByteSize.ofMebibytes(512))))
                    .id();
            engine.perform(LifecycleAction.START, id);
            engine.snapshots().create(id, SnapshotRequest.full("one"));
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
