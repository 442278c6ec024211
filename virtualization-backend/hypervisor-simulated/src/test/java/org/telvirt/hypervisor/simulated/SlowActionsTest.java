package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.work.Progress;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

@RanOn(Engine.SIMULATED)
class SlowActionsTest {
    private final ExecutorService callers = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SimulatedHost host =
            new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, timer, InstantSource.system());
    private final SimulatedHypervisor engine = host.connect();

    @AfterEach
    void endThreads() {
        callers.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void canBeWatchedAndEndedBeforeTheirTime() throws Exception {
        DomainId id = engine.define(
                        DomainDefinition.named("slow", Processors.of(1), Memory.of(ByteSize.ofMebibytes(64))))
                .id();
        engine.perform(LifecycleAction.START, id);
        host.slow(LifecycleAction.SAVE, Duration.ofHours(1));
        Future<HypervisorException> saving = callers.submit(
                () -> catchThrowableOfType(HypervisorException.class, () -> engine.perform(LifecycleAction.SAVE, id)));
        Progress progress = engine.work().progress(id);
        while (progress == null) {
            progress = engine.work().progress(id);
        }

        engine.work().abort(id);

        assertThat(progress.remaining()).isGreaterThan(Duration.ofMinutes(59));
        assertThat(saving.get(10, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INVALID_STATE);
        assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
        assertThat(engine.work().progress(id)).isNull();
        engine.perform(LifecycleAction.PAUSE, id); // it is free again
    }
}
