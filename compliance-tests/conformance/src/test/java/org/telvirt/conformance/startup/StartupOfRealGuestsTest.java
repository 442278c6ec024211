package org.telvirt.conformance.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.journal.DurableTexts;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.facility.startup.HostAutomation;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Automation.StartAction;
import org.telvirt.hypervisor.definition.Automation.StopAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** A facility in this process, since a host cannot be started anew from within: another boot id stands for that. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class StartupOfRealGuestsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Moment(String name, SystemState state, Instant time) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final DurableTexts texts = DurableTexts.forgetful();
    private final List<Moment> told = Collections.synchronizedList(new ArrayList<>());
    private PrivateLibvirtd host;
    private LibvirtHypervisor engine;
    private LocalFacility facility;
    private HostAutomation automation;
    private HeartbeatGuest guest;

    @BeforeEach
    void open(PrivateLibvirtd libvirtd) throws Exception {
        host = libvirtd;
        engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
        begin("first");
    }

    private void begin(String boot) throws Exception {
        facility = LocalFacility.open(
                engine,
                FacilitySettings.standard(),
                new FacilityThreads(threads, events, timer),
                InstantSource.system(),
                new FacilityRecords(texts, PoolRecords.inMemory()));
        var unused = facility.listen(this::note);
        automation = facility.automate(texts, boot);
    }

    private void end() {
        automation.close();
        facility.close();
    }

    @AfterEach
    void close() throws Exception {
        automation.close();
        await("nothing to be underway", () -> facility.systems().stream().allMatch(one -> one.underway() == null));
        for (VirtualSystem system : facility.systems()) {
            facility.destroy(system.id());
        }
        await("all to be gone", () -> facility.systems().isEmpty());
        facility.close();
        engine.close();
        timer.shutdownNow();
        events.shutdownNow();
        threads.shutdownNow();
    }

    private void note(FacilityEvent event) {
        if (event instanceof SystemChanged changed
                && changed.previous().state() != changed.present().state()) {
            VirtualSystem present = changed.present();
            told.add(new Moment(present.name(), present.state(), changed.time()));
        }
    }

    private SystemId define(String name, Automation how, FaultPolicy policy) throws Exception {
        guest = HeartbeatGuest.in(host.guests(), name);
        Disk disk = Disk.of("vda", new Disk.FileMedium(guest.image().toString(), "raw"))
                .withTarget("vda", Disk.Bus.VIRTIO);
        return facility.define(DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(16)))
                        .withDisks(List.of(disk))
                        .withAutomation(how)
                        .withFaultPolicy(policy))
                .id();
    }

    private static Automation startsAs(int sequence) {
        return new Automation(StartAction.ALWAYS, sequence, Duration.ofSeconds(1), StopAction.TURN_OFF);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time for " + what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private List<Moment> reached(SystemState state) {
        synchronized (told) {
            return told.stream().filter(one -> one.state() == state).toList();
        }
    }

    private boolean isActive(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system != null && system.state() == SystemState.ACTIVE;
    }

    @Test
    @Requirement("VMDEF1")
    void startInTheirOrderWithTheHostAndStopInTheReverse() throws Exception {
        define("third", startsAs(3), FaultPolicy.DEFAULT);
        define("first", startsAs(1), FaultPolicy.DEFAULT);
        define("second", startsAs(2), FaultPolicy.DEFAULT);

        end();
        begin("second");
        await("all three to be active", () -> reached(SystemState.ACTIVE).size() == 3);

        List<Moment> started = reached(SystemState.ACTIVE);
        assertThat(started).extracting(Moment::name).containsExactly("first", "second", "third");
        for (int i = 1; i < started.size(); i++) {
            assertThat(Duration.between(
                            started.get(i - 1).time(), started.get(i).time()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(host.virsh("list", "--name")).contains("first", "second", "third");
        assertThat(automation.stop(PATIENCE)).isTrue();
        await("all to have stopped", () -> reached(SystemState.DEFINED).size() == 3);
        assertThat(reached(SystemState.DEFINED)).extracting(Moment::name).containsExactly("third", "second", "first");
    }

    @Test
    @Requirement("VMFH1 restart")
    void startAgainWhenTheirProcessIsKilled() throws Exception {
        SystemId id = define("phoenix", startsAs(0), FaultPolicy.DEFAULT.withOnCrash(FaultPolicy.Action.RESTART));
        end();
        begin("third");
        await("it to be active", () -> isActive(id));
        ProcessHandle process = guest.process().orElseThrow();

        process.destroyForcibly();
        await("it to be active again", () -> reached(SystemState.ACTIVE).size() == 2 && isActive(id));

        assertThat(process.isAlive()).isFalse();
        assertThat(facility.jobs()).anyMatch(job -> job.name().equals("Restart 'phoenix' after a crash"));
    }
}
