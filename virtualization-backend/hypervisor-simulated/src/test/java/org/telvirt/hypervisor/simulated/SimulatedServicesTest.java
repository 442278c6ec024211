package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.contract.ServicesContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.statistics.DiskUse;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract over the simulated host, whose time moves by hand. */
@RanOn(Engine.SIMULATED)
class SimulatedServicesTest extends ServicesContract {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);

    @Override
    protected Hypervisor open() {
        return host.connect();
    }

    @Override
    protected DomainDefinition bootable(String name) {
        Disk disk = new Disk("vda", Disk.DeviceType.DISK, null, new Disk.FileMedium("/a.img", "raw"), false, null);
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)))
                .withDisks(List.of(disk));
    }

    @Override
    protected void awaitUp(Domain domain) {
        time.advance(Duration.ofSeconds(1));
    }

    @Override
    protected void pass(Duration span) {
        time.advance(span);
    }

    @Override
    protected Path folder() {
        return Path.of("/simulated");
    }

    private DomainStatistics only() throws Exception {
        return engine().statistics().domains().domains().get(0);
    }

    @Test
    void usesAsMuchAsTheLoadOfItsGuestSays() throws Exception {
        Domain domain = running();
        host.load(domain.id(), new GuestLoad(0.5, 10, 1000, Duration.ofMillis(3), 0));
        DomainStatistics before = only();

        time.advance(Duration.ofSeconds(8));

        DomainStatistics after = only();
        assertThat(after.processors().time().minus(before.processors().time())).isEqualTo(Duration.ofSeconds(4));
        DiskUse disk = after.disks().get(0);
        assertThat(disk.reads().requests() - before.disks().get(0).reads().requests())
                .isEqualTo(40);
        assertThat(disk.writes().meanLatencySince(before.disks().get(0).writes()))
                .isCloseTo(Duration.ofMillis(3), Duration.ofMillis(1));
    }

    @Test
    void addsUpToWhatTheHostUses() throws Exception {
        host.load(running().id(), GuestLoad.BUSY);
        host.load(running().id(), GuestLoad.IDLE);
        Duration before = engine().statistics().host().processors().user();

        time.advance(Duration.ofSeconds(5));

        assertThat(engine().statistics().host().processors().user().minus(before))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void doesNotCountWhileItIsPaused() throws Exception {
        Domain domain = running();
        host.load(domain.id(), GuestLoad.BUSY);
        engine().perform(LifecycleAction.PAUSE, domain.id());
        Duration before = only().processors().time();

        time.advance(Duration.ofSeconds(5));

        assertThat(only().processors().time()).isEqualTo(before);
    }
}
