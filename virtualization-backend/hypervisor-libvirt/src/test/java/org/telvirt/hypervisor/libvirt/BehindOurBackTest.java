package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence.DeviceChange;
import org.telvirt.hypervisor.DomainOccurrence.DeviceChanged;
import org.telvirt.hypervisor.DomainOccurrence.FaultAction;
import org.telvirt.hypervisor.DomainOccurrence.MemoryFailed;
import org.telvirt.hypervisor.DomainOccurrence.MetadataChanged;
import org.telvirt.hypervisor.DomainOccurrence.SettingsTuned;
import org.telvirt.hypervisor.DomainOccurrence.WatchdogExpired;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HostEvent.Change;
import org.telvirt.hypervisor.HostEvent.Kind;
import org.telvirt.hypervisor.HostEvent.ResourceChanged;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Whatever an administrator, a guest or a fault does to real domains is told, once, with its time. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class BehindOurBackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordedEvents events = new RecordedEvents();
    private final String name = "guest-" + UUID.randomUUID().toString().substring(0, 8);
    private ExecutorService threads;
    private PrivateLibvirtd host;
    private LibvirtHypervisor engine;

    @BeforeEach
    void open(PrivateLibvirtd libvirtd, TestReporter reporter) throws HypervisorException {
        host = libvirtd;
        threads = Executors.newCachedThreadPool();
        engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
        engine.listen(events);
        reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
    }

    @AfterEach
    void close() throws HypervisorException {
        for (Domain domain : engine.domains()) {
            if (LifecycleAction.STOP.possibleFrom(domain.state())) {
                engine.perform(LifecycleAction.STOP, domain.id());
            }
            engine.undefine(domain.id());
        }
        engine.close();
        threads.shutdown();
    }

    /** A domain that boots this image, running; with these elements beside. */
    private DomainId running(String image, String elements) throws Exception {
        Path disk = host.guests().resolve(name + ".img");
        HeartbeatGuest.boot(image, disk);
        host.virsh("define", file("""
                <domain type='qemu'><name>%s</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>
                  <os><type arch='x86_64'>hvm</type></os><features><acpi/></features>
                  <devices>
                    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='%s'/>
                      <target dev='vda' bus='virtio'/><boot order='1'/></disk>
                    <controller type='pci' model='pci-root'/>
                    %s
                    <memballoon model='none'/>
                  </devices>
                </domain>
                """.formatted(name, disk, elements)).toString());
        host.virsh("start", name);
        DomainId id = engine.domains().stream()
                .filter(domain -> domain.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        events.awaitState(id, DomainState.RUNNING, PATIENCE);
        return id;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(host.guests(), "file", ".xml"), content);
    }

    private <T extends DomainEvent> T await(Class<T> kind, Predicate<T> match) throws InterruptedException {
        return kind.cast(events.await(
                kind.getSimpleName(),
                event -> kind.isInstance(event) && kind.cast(event).name().equals(name) && match.test(kind.cast(event)),
                PATIENCE));
    }

    private boolean isState(HypervisorEvent event, DomainState state) {
        return event instanceof DomainStateChanged changed && changed.name().equals(name) && changed.state() == state;
    }

    @Nested
    class AnAdministrator {
        @Test
        void addsAndRemovesADevice() throws Exception {
            DomainId id = running("idle", "");
            int before =
                    engine.definition(id, Configuration.ACTIVE).networkPorts().size();
            Path port =
                    file("<interface type='user'><mac address='52:54:00:00:00:77'/><model type='virtio'/></interface>");
            Instant begin = Instant.now();

            host.virsh("attach-device", name, port.toString(), "--live");

            DeviceChanged added = await(DeviceChanged.class, event -> event.change() == DeviceChange.ADDED);
            assertThat(added.changesDefinition()).as("so that it is read again").isTrue();
            assertThat(added.time()).isBetween(begin, Instant.now());
            assertThat(engine.definition(id, Configuration.ACTIVE).networkPorts())
                    .hasSize(before + 1);
        }

        @Test
        void changesMetadataAndTuning() throws Exception {
            running("idle", "");

            host.virsh("desc", name, "--live", "changed");
            host.virsh("schedinfo", name, "--live", "cpu_shares=512");

            await(MetadataChanged.class, event -> event.changesDefinition());
            assertThat(await(SettingsTuned.class, event -> true).what()).isEqualTo("cputune.cpu_shares");
        }

        @Test
        void throwsASavedRunAway() throws Exception {
            DomainId id = running("idle", "");
            host.virsh("managedsave", name);
            events.awaitState(id, DomainState.SAVED, PATIENCE);
            assertThat(await(WorkEnded.class, event -> true).work()).isEqualTo("save");
            events.clear();

            host.virsh("managedsave-remove", name);

            events.awaitState(id, DomainState.SHUT_OFF, PATIENCE);
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        void throwsAwayASavedRunFromBeforeWeCame() throws Exception {
            DomainId id = running("idle", "");
            host.virsh("managedsave", name);
            events.awaitState(id, DomainState.SAVED, PATIENCE);
            engine.close();
            engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
            events.clear();
            engine.listen(events);
            host.restartDaemon(); // which must not make it forget
            events.await("a gap", HypervisorEvent.Gap.class::isInstance, PATIENCE);
            assertThat(engine.domain(id).state()).isEqualTo(DomainState.SAVED);

            host.virsh("managedsave-remove", name);

            events.awaitState(id, DomainState.SHUT_OFF, PATIENCE);
        }

        @Test
        void makesANetworkAPoolAndASecret() throws Exception {
            Path folder = Files.createDirectory(host.guests().resolve("pool-" + name));
            host.virsh(
                    "net-define",
                    file("<network><name>" + name + "</name></network>").toString());
            host.virsh("net-undefine", name);
            host.virsh("pool-define-as", name, "dir", "--target", folder.toString());
            host.virsh("pool-start", name);
            host.virsh("pool-refresh", name);
            host.virsh("pool-destroy", name);
            host.virsh("pool-undefine", name);
            String uuid = UUID.randomUUID().toString();
            host.virsh(
                    "secret-define",
                    file("<secret ephemeral='yes' private='no'><uuid>" + uuid + "</uuid></secret>")
                            .toString());
            host.virsh("secret-undefine", uuid);

            events.await("the end of the secret", event -> isChange(event, Kind.SECRET, Change.UNDEFINED), PATIENCE);
            assertThat(events.all().stream()
                            .filter(event -> event instanceof ResourceChanged changed
                                    && (changed.name().equals(name)
                                            || changed.name().equals(uuid)))
                            .map(event -> ((ResourceChanged) event).kind() + " " + ((ResourceChanged) event).change()))
                    .containsExactly(
                            "NETWORK DEFINED",
                            "NETWORK UNDEFINED",
                            "STORAGE_POOL DEFINED",
                            "STORAGE_POOL STARTED",
                            "STORAGE_POOL UPDATED",
                            "STORAGE_POOL STOPPED",
                            "STORAGE_POOL UNDEFINED",
                            "SECRET DEFINED",
                            "SECRET UNDEFINED");
        }

        private static boolean isChange(HypervisorEvent event, Kind kind, Change change) {
            return event instanceof ResourceChanged changed && changed.kind() == kind && changed.change() == change;
        }
    }

    @Nested
    class AFault {
        @Test
        @Requirement("VMFH1 watchdog")
        void isToldWhenTheWatchdogExpires() throws Exception {
            DomainId id = running("watchdog", "<watchdog model='ib700' action='pause'/>");

            WatchdogExpired expired = await(WatchdogExpired.class, event -> true);

            assertThat(expired.action()).isEqualTo(FaultAction.PAUSED);
            events.awaitState(id, DomainState.PAUSED, PATIENCE);
        }

        @Test
        @Requirement("VMFH1 detect-crash")
        void isToldWhenTheGuestPanics() throws Exception {
            running("panic", "<panic model='isa'/>");

            events.await(
                    "a crash",
                    event -> event instanceof DomainStateChanged changed
                            && changed.name().equals(name)
                            && changed.reason() == StateReason.GUEST_CRASHED,
                    PATIENCE);
            events.await("its end", event -> isState(event, DomainState.SHUT_OFF), PATIENCE); // as is usual on a crash
        }

        @Test
        @Requirement("VMFH2 memory-fault")
        void isToldWhenMemoryFails() throws Exception {
            running("idle", "");

            host.virsh("qemu-monitor-command", name, "--hmp", "mce -b 0 9 0xbd00000000000000 0x4 0x1000 0x8c");

            assertThat(await(MemoryFailed.class, event -> true).isOfGuest()).isTrue();
        }
    }
}
