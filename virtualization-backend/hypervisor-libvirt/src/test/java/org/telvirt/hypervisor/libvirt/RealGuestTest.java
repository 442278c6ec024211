package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What the contract cannot see: that the guest itself does what its domain's state says. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class RealGuestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordedEvents events = new RecordedEvents();
    private ExecutorService threads;
    private PrivateLibvirtd host;
    private LibvirtHypervisor engine;
    private HeartbeatGuest guest;

    @BeforeEach
    void open(PrivateLibvirtd libvirtd, TestReporter reporter) throws HypervisorException {
        host = libvirtd;
        threads = Executors.newCachedThreadPool();
        engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
        engine.listen(events);
        guest = HeartbeatGuest.in(
                host.guests(), "guest-" + UUID.randomUUID().toString().substring(0, 8));
        reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
    }

    @AfterEach
    void close() throws HypervisorException {
        for (Domain domain : engine.domains()) {
            if (LifecycleAction.STOP.possibleFrom(domain.state())) {
                engine.perform(LifecycleAction.STOP, domain.id());
            }
            if (domain.persistent()) {
                engine.undefine(domain.id());
            }
        }
        engine.close();
        threads.shutdown();
    }

    /** Our own definition, running a guest that does what the power button asks. */
    private DomainId obedient() throws HypervisorException {
        HeartbeatGuest.boot("obedient", guest.image());
        return running();
    }

    /** Our own definition, running. */
    private DomainId running() throws HypervisorException {
        Disk disk = new Disk(
                null,
                Disk.DeviceType.DISK,
                null,
                new Disk.FileMedium(guest.image().toString(), "raw"),
                false,
                1);
        DomainDefinition definition = DomainDefinition.named(
                        guest.name(), Processors.of(1), Memory.of(ByteSize.ofMebibytes(32)))
                .withDisks(List.of(disk))
                .withConsoles(List.of(new Console(guest.log().toString())));
        DomainId id = engine.define(definition).id();
        engine.perform(LifecycleAction.START, id);
        guest.awaitBeats(2);
        return id;
    }

    private DomainStateChanged await(DomainState state) throws InterruptedException {
        return (DomainStateChanged) events.await(
                state + " of " + guest.name(),
                event -> event instanceof DomainStateChanged changed
                        && changed.name().equals(guest.name())
                        && changed.state() == state,
                PATIENCE);
    }

    @Nested
    class Perform {
        @Test
        @Requirement({"VMOPE4 activate", "VMOPE4 deactivate"})
        void bringsAProcessToLifeAndEndsIt() throws Exception {
            DomainId id = running();
            ProcessHandle process = guest.process().orElseThrow();

            engine.perform(LifecycleAction.STOP, id);

            assertThat(process.isAlive()).isFalse();
            assertThat(guest.process()).isEmpty();
        }

        @Test
        @Requirement("VMOPE4 pause")
        void stopsTheHeartAndLetsItGoOnWhereItStoodStill() throws Exception {
            DomainId id = running();

            engine.perform(LifecycleAction.PAUSE, id);
            int whilePaused = guest.beatsDuring(Duration.ofSeconds(2));
            engine.perform(LifecycleAction.RESUME, id);

            assertThat(whilePaused).isZero();
            guest.awaitBeats(2);
            assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
        }

        @Test
        @Requirement("VMOPE4 suspend")
        void keepsTheGuestsMemoryOnDiskWhileNothingOfItRuns() throws Exception {
            DomainId id = running();

            engine.perform(LifecycleAction.SAVE, id);
            assertThat(guest.process()).isEmpty();
            engine.perform(LifecycleAction.RESTORE, id);

            guest.awaitBeats(2);
            assertThat(guest.process()).isPresent();
            assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
        }

        @Test
        @Requirement("VMOPE4 reset")
        void startsTheGuestAnewInTheSameProcessByAReset() throws Exception {
            DomainId id = running();
            ProcessHandle process = guest.process().orElseThrow();

            engine.perform(LifecycleAction.RESET, id);
            guest.awaitBeats(2);

            assertThat(process.isAlive()).isTrue();
            assertThat(guest.beats().lastIndexOf('A')).isPositive();
            assertThat(guest.beatsAreUnbroken()).isFalse();
        }
    }

    @Nested
    class AskedByThePowerButton {
        @Test
        @Requirement("VMOPE4 shutdown")
        void aGuestShutsDownAndItsProcessEnds() throws Exception {
            DomainId id = obedient();
            ProcessHandle process = guest.process().orElseThrow();

            engine.perform(LifecycleAction.SHUTDOWN, id);

            assertThat(await(DomainState.SHUT_OFF).reason()).isEqualTo(StateReason.NORMAL);
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        @Requirement("VMOPE4 reboot")
        void aGuestBeginsAnewInTheSameProcess() throws Exception {
            DomainId id = obedient();
            ProcessHandle process = guest.process().orElseThrow();

            engine.perform(LifecycleAction.REBOOT, id);
            events.await(DomainRebooted.class, id, PATIENCE);
            guest.awaitBeats(3);

            assertThat(process.isAlive()).isTrue();
            assertThat(guest.beats().lastIndexOf('A')).as(guest.beats()).isPositive();
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void aGuestThatDoesNotListenGoesOn() throws Exception {
            DomainId id = running();

            engine.perform(LifecycleAction.SHUTDOWN, id);

            guest.awaitBeats(6);
            assertThat(guest.beatsAreUnbroken()).isTrue();
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        @Requirement("VMOPE4 others-unaffected")
        void aNeighbourHearsNothingOfIt() throws Exception {
            HeartbeatGuest other = HeartbeatGuest.in(host.guests(), guest.name() + "-other");
            HeartbeatGuest.boot("obedient", other.image());
            host.virsh("create", xmlFile(other.domainXml()).toString());
            other.awaitBeats(1);
            DomainId id = obedient();
            for (LifecycleAction action : List.of(
                    LifecycleAction.PAUSE,
                    LifecycleAction.RESUME,
                    LifecycleAction.RESET,
                    LifecycleAction.SAVE,
                    LifecycleAction.RESTORE,
                    LifecycleAction.STOP,
                    LifecycleAction.START)) {
                engine.perform(action, id);
            }
            guest.awaitBeats(1);
            events.clear();
            engine.perform(LifecycleAction.SHUTDOWN, id);
            await(DomainState.SHUT_OFF);

            other.awaitBeats(3);
            assertThat(other.beatsAreUnbroken()).as(other.beats()).isTrue();
        }
    }

    @Nested
    class BehindOurBack {
        @Test
        void isSeenWhatVirshDoes() throws Exception {
            host.virsh("create", xmlFile(guest.domainXml()).toString());
            await(DomainState.RUNNING);
            host.virsh("suspend", guest.name());
            await(DomainState.PAUSED);
            events.clear();
            host.virsh("resume", guest.name());
            await(DomainState.RUNNING);
            host.virsh("destroy", guest.name());
            DomainStateChanged stopped = await(DomainState.SHUT_OFF);

            assertThat(stopped.reason()).isEqualTo(StateReason.NORMAL);
            events.await(HypervisorEvent.DomainUndefined.class, stopped.id(), PATIENCE); // it was transient
        }

        @Test
        void isSeenASaveAndARestore() throws Exception {
            running();
            host.virsh("managedsave", guest.name());
            DomainId id = await(DomainState.SAVED).id();
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SAVED);
            events.clear();

            host.virsh("start", guest.name());

            await(DomainState.RUNNING);
        }

        @Test
        void isSeenARunSavedToAFileAsTheEndOfIt() throws Exception {
            running();

            host.virsh("save", guest.name(), host.guests().resolve("run").toString());

            DomainId id = await(DomainState.SHUT_OFF).id();
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        @Requirement("VMOPE1 failure-isolation")
        void isSeenTheDeathOfAProcessWhichHarmsNoOther() throws Exception {
            running();
            HeartbeatGuest other = HeartbeatGuest.in(host.guests(), guest.name() + "-other");
            host.virsh("create", xmlFile(other.domainXml()).toString());
            other.awaitBeats(1);

            guest.process().orElseThrow().destroyForcibly();

            assertThat(await(DomainState.SHUT_OFF).reason()).isEqualTo(StateReason.FAILED);
            other.awaitBeats(3);
            assertThat(other.beatsAreUnbroken()).isTrue();
        }
    }

    @Nested
    class RestartOfLibvirtd {
        @Test
        @Requirement("VMOPE1 failure-isolation")
        void costsAGapAndNothingElse() throws Exception {
            DomainId id = running();
            Domain before = engine.domain(id);

            host.restartDaemon();
            events.await("a gap", event -> event instanceof Gap, PATIENCE);

            assertThat(engine.domains()).containsExactly(before);
            guest.awaitBeats(2);
            assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
            host.virsh("suspend", guest.name());
            await(DomainState.PAUSED);
            engine.perform(LifecycleAction.STOP, id);
            assertThat(guest.process()).isEmpty();
        }
    }

    @Nested
    class Redefine {
        private static final String FOREIGN = """
                <domain type='qemu'>
                  <name>%s</name>
                  <metadata><app:note xmlns:app="urn:app" a='1&amp;2'>kept <!-- this, too --><app:b/></app:note></metadata>
                  <memory unit='MiB'>64</memory>
                  <vcpu placement='static' cpuset='0' current='1'>4</vcpu>
                  <cputune><shares>512</shares><vcpupin vcpu='0' cpuset='0'/></cputune>
                  <memtune><soft_limit unit='KiB'>131072</soft_limit></memtune>
                  <sysinfo type='smbios'><system><entry name='product'>P &lt; Q</entry></system></sysinfo>
                  <os><type arch='x86_64'>hvm</type><bootmenu enable='yes' timeout='100'/><smbios mode='sysinfo'/></os>
                  <features><acpi/><hap state='off'/><pmu state='off'/></features>
                  <cpu mode='custom' match='exact'><model fallback='forbid'>qemu64</model>
                    <topology sockets='2' dies='1' cores='2' threads='1'/></cpu>
                  <on_crash>preserve</on_crash>
                  <pm><suspend-to-mem enabled='yes'/></pm>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='raw' cache='none' io='threads' discard='unmap'/>
                      <source file='/images/a'/><target dev='vda' bus='virtio'/>
                      <iotune><total_iops_sec>100</total_iops_sec></iotune><serial>WD-123</serial>
                    </disk>
                    <interface type='user'><mac address='52:54:00:01:02:03'/><model type='e1000'/></interface>
                    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
                    <watchdog model='i6300esb' action='reset'/>
                    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
                    <hostdev mode='subsystem' type='pci' managed='yes'>
                      <source><address domain='0' bus='0xff' slot='0' function='0'/></source></hostdev>
                    <tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>
                    <panic model='isa'/>
                  </devices>
                </domain>
                """;

        @Test
        void changesInLibvirtsOwnDocumentWhatWasChangedAndNothingElse() throws Exception {
            host.virsh("define", xmlFile(FOREIGN.formatted(guest.name())).toString());
            String before = host.virsh("dumpxml", "--inactive", "--security-info", guest.name());
            DomainId id = engine.domains().get(0).id();

            engine.redefine(
                    id,
                    present -> present.withMemory(
                                    present.memory().withSizes(ByteSize.ofMebibytes(96), ByteSize.ofMebibytes(96)))
                            .withProcessors(present.processors().withNumbers(2, 8))
                            .withDisks(List.of(
                                    present.disks().get(0).withMedium(new Disk.FileMedium("/images/b", "raw")))));

            String after = host.virsh("dumpxml", "--inactive", "--security-info", guest.name());
            assertThat(after)
                    .isEqualTo(before.replace("<memory unit='KiB'>65536<", "<memory unit='KiB'>98304<")
                            .replace("<currentMemory unit='KiB'>65536<", "<currentMemory unit='KiB'>98304<")
                            .replace("current='1'>4</vcpu>", "current='2'>8</vcpu>")
                            .replace("<topology sockets='2'", "<topology sockets='4'")
                            .replace("/images/a", "/images/b"))
                    .isNotEqualTo(before);
        }

        @Test
        void addsAndRemovesADeviceWithoutATrace() throws Exception {
            host.virsh("define", xmlFile(FOREIGN.formatted(guest.name())).toString());
            String before = host.virsh("dumpxml", "--inactive", guest.name());
            DomainId id = engine.domains().get(0).id();
            List<Disk> disks = engine.definition(id, Configuration.DEFINED).disks();
            List<Disk> more = new ArrayList<>(disks);
            more.add(new Disk(null, Disk.DeviceType.DISK, null, new Disk.FileMedium("/images/c", "raw"), false, null));

            engine.redefine(id, present -> present.withDisks(more));
            assertThat(engine.definition(id, Configuration.DEFINED).disks())
                    .extracting(Disk::target)
                    .containsExactly("vda", "vdb");
            engine.redefine(id, present -> present.withDisks(disks));

            assertThat(host.virsh("dumpxml", "--inactive", guest.name())).isEqualTo(before);
        }

        @Test
        void refusesProcessorsThatTheTopologyCannotHold() throws Exception {
            host.virsh("define", xmlFile(FOREIGN.formatted(guest.name())).toString());
            DomainId id = engine.domains().get(0).id();

            assertThat(catchThrowable(() -> engine.redefine(
                            id,
                            present ->
                                    present.withProcessors(present.processors().withNumbers(3, 3)))))
                    .hasMessage(
                            "Cannot change '" + guest.name() + "': processors.topology 2 sockets x 2 cores x 1 threads"
                                    + " makes 4 processors, processors.maximum is 3");
        }
    }

    @Nested
    class Define {
        @Test
        void makesADomainThatLibvirtsSchemaAccepts() throws Exception {
            running();
            Path xml = xmlFile(host.virsh("dumpxml", "--inactive", guest.name()));

            host.virsh("define", "--validate", xml.toString()); // which fails if it does not
        }

        @Test
        void refusesKvmOnAHostWithoutIt() {
            assumeFalse(engine.capabilities().virtualizations().contains(Platform.Virtualization.KVM));

            assertThat(catchThrowable(() -> engine.define(
                            DomainDefinition.named(guest.name(), Processors.of(1), Memory.of(ByteSize.ofMebibytes(32)))
                                    .withPlatform(new Platform(Platform.Virtualization.KVM, null, null, null)))))
                    .hasMessage("Cannot define '" + guest.name() + "': this host offers [EMULATED], not KVM");
        }
    }

    private Path xmlFile(String xml) throws IOException {
        return Files.writeString(Files.createTempFile(host.guests(), "domain", ".xml"), xml);
    }
}
