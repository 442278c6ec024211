package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.HostEvent.LinkChanged;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

@RanOn(Engine.SIMULATED)
class HardwareFaultsTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final SimulatedHypervisor engine = host.connect();
    private final List<HypervisorEvent> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        engine.listen(told::add);
    }

    @Test
    void takeAProcessorOutOfTheTopologyAndTellItOnce() throws Exception {
        host.processor(5, false);
        host.processor(5, false);

        assertThat(told).containsExactly(new ProcessorChanged(time.instant(), "simulated hardware", 5, false));
        assertThat(engine.host().processors()).isEqualTo(15);
        assertThat(engine.inventory().topology().processors())
                .hasSize(15)
                .noneMatch(processor ->
                        processor.number() == 5 || processor.siblings().contains(5));
    }

    @Test
    void giveItBack() throws Exception {
        host.processor(5, false);
        host.processor(5, true);

        assertThat(engine.host().processors()).isEqualTo(16);
    }

    @Test
    void tellLinksAndMemory() throws Exception {
        host.link("eth1", false);
        host.memoryErrors(3, 1);

        assertThat(told)
                .containsExactly(
                        new LinkChanged(time.instant(), "simulated hardware", "eth1", false),
                        new MemoryFaulty(time.instant(), "simulated hardware", "mc0", 3, 1));
        assertThat(told).extracting(HypervisorEvent::origin).containsOnly("simulated hardware");
    }

    @Test
    void nameWhatIsNotThere() {
        assertThatThrownBy(() -> host.processor(16, false)).hasMessage("Host 'simulated' has no processor 16");
        assertThatThrownBy(() -> host.link("eth9", false)).hasMessage("Host 'simulated' has no link eth9");
    }
}
