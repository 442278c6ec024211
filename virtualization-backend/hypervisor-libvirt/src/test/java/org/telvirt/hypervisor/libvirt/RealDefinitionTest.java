package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.contract.Field;
import org.telvirt.hypervisor.contract.Fields;
import org.telvirt.hypervisor.contract.Fulfilment;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.ErrorPolicy;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.PanicDevice;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Definitions and changes of running domains on a real host, and what its guests and its kernel notice of them. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class RealDefinitionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ExecutorService threads;
    private PrivateLibvirtd host;
    private LibvirtHypervisor engine;
    private HeartbeatGuest guest;

    @BeforeEach
    void open(PrivateLibvirtd libvirtd, TestReporter reporter) throws HypervisorException {
        host = libvirtd;
        threads = Executors.newCachedThreadPool();
        engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
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
            engine.undefine(domain.id());
        }
        engine.close();
        threads.shutdown();
    }

    private DomainDefinition definition() {
        Disk disk = new Disk(
                "vda",
                Disk.DeviceType.DISK,
                Disk.Bus.VIRTIO,
                new Disk.FileMedium(guest.image().toString(), "raw"),
                false,
                1);
        return DomainDefinition.named(guest.name(), new Processors(1, 2), Memory.of(ByteSize.ofMebibytes(32)))
                .withDisks(List.of(disk))
                .withConsoles(List.of(new Console(guest.log().toString())));
    }

    private DomainId running(DomainDefinition definition) throws HypervisorException {
        DomainId id = engine.define(definition).id();
        engine.perform(LifecycleAction.START, id);
        guest.awaitBeats(2);
        return id;
    }

    private DomainDefinition active(DomainId id) throws HypervisorException {
        return engine.definition(id, Configuration.ACTIVE);
    }

    @Test
    @Requirement({"VMDEF2 boot", "VMDEF3 start-parameters", "VMDEF3 fault-policy"})
    void keepsEverythingAtOnceAndChangesOneThingAtATime() throws Exception {
        DomainDefinition everything = DomainDefinition.named(
                        guest.name(),
                        new Processors(2, 4),
                        new Memory(ByteSize.ofMebibytes(64), ByteSize.ofMebibytes(96)))
                .withDisks(List.of(
                        Disk.of("vda", new Disk.FileMedium("/images/a.raw", "raw"))
                                .withTarget("vda", Disk.Bus.VIRTIO),
                        Disk.of("vdb", new Disk.BlockMedium("/dev/disk/by-id/b", "raw"))
                                .withTarget("vdb", Disk.Bus.VIRTIO)))
                .withNetworkPorts(List.of(
                        new NetworkPort("52:54:00:00:00:01", new NetworkPort.UserNetwork(), "virtio", null),
                        new NetworkPort("52:54:00:00:00:02", new NetworkPort.Bridge("br0"), "virtio", null)));
        for (Field field : Fields.all()) {
            DomainDefinition more = field.first().apply(everything);
            assertThat(Feature.lackedBy(more, engine.lacking()))
                    .as(field.name())
                    .isEmpty();
            everything = more;
        }

        DomainId id = engine.define(everything).id();
        DomainDefinition present = engine.definition(id, Configuration.DEFINED);
        Fulfilment.of(everything, present);

        for (Field field : Fields.all()) {
            DomainDefinition wanted = field.second().apply(present);
            engine.redefine(id, field.second());
            present = engine.definition(id, Configuration.DEFINED);
            assertThat(present).as(field.name()).isEqualTo(wanted);
        }
    }

    @Test
    @Requirement("VMDEF2 console")
    void servesADisplayWhereItSays() throws Exception {
        DomainId id = running(definition().withDisplays(List.of(Display.LOCAL)));

        Display served = active(id).displays().get(0);
        Display defined =
                engine.definition(id, Configuration.DEFINED).displays().get(0);

        assertThat(defined.servedPort()).isNull();
        assertThat(served).isEqualTo(defined);
        int port = Objects.requireNonNull(served.servedPort());
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] greeting = client.getInputStream().readNBytes(4);
            assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("RFB ");
        }
    }

    @Test
    @Requirement({
        "VMDEF2 console",
        "VMDEF2 device-qos",
        "VMDEF2 memory-isolation",
        "VMDEF3 fault-policy",
        "VMDEF3 start-parameters",
        "VMDEF3 logging",
        "VMDEF4 disk",
        "VMDEF5 bios",
        "VMDEF8",
        "VMSEC1"
    })
    void handsToItsProcessWhatWasSaid() throws Exception {
        String ring = "ring-" + guest.name();
        Disk disk = definition()
                .disks()
                .get(0)
                .withQuality(Disk.Quality.UNLIMITED.withRates(DataRate.ofMebibytes(10), null))
                .withHandling(new Disk.Handling(Disk.Cache.WRITETHROUGH, ErrorPolicy.REPORT, ErrorPolicy.STOP));
        Memory memory = Memory.of(ByteSize.ofMebibytes(96))
                .withManagement(Memory.Management.STATIC)
                .withPages(Memory.Pages.DEFAULT.withPreallocated(true).withSharable(false));
        running(definition()
                .withMemory(memory)
                .withDisks(List.of(disk))
                .withDisplays(List.of(Display.LOCAL))
                .withSharedMemories(List.of(new SharedMemory(ring, ByteSize.ofMebibytes(2))))
                .withBoot(Boot.FROM_DEVICES
                        .withFirmwareEntry("opt/com.example/role", "role=control;shelf=3")
                        .withOemStrings(List.of("telvirt:role=control")))
                .withFaultPolicy(FaultPolicy.DEFAULT
                        .withWatchdog(new Watchdog(WatchdogModel.IB700, WatchdogAction.RESET))
                        .withPanicDevice(PanicDevice.ISA))
                .withGuestAgent(true));

        Path process =
                Path.of("/proc", Long.toString(guest.process().orElseThrow().pid()));
        String arguments = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        assertThat(arguments)
                .contains("opt/com.example/role", "role=control;shelf=3", "telvirt:role=control")
                .contains("ib700", "pvpanic", "org.qemu.guest_agent.0", "mem-merge=off", "127.0.0.1:")
                .contains("\"werror\":\"stop\"", "\"rerror\":\"report\"")
                .doesNotContain("balloon");
        assertThat(Files.readString(process.resolve("maps"))).contains("/dev/shm/" + ring);
        assertThat(residentMebibytes(process)).as("all memory at once").isGreaterThan(96);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Requirement("VMDEF5 efi")
    void bootsThroughEfi(boolean isSecure) throws Exception {
        assumeFalse(engine.lacking().containsKey(isSecure ? Feature.SECURE_BOOT : Feature.EFI));
        Platform platform = Platform.DEFAULT.withFirmware(Firmware.EFI).withSecureBoot(isSecure);
        DomainDefinition definition =
                definition().withPlatform(platform).withMemory(Memory.of(ByteSize.ofMebibytes(192)));
        DomainId id = engine.define(definition).id();

        engine.perform(LifecycleAction.START, id);

        long deadline = System.nanoTime() + 3 * PATIENCE.toNanos();
        while (!guest.beats().contains("BdsDxe")) { // what EFI says of the disk, which has nothing for it
            assertThat(System.nanoTime())
                    .as("in time; it said " + guest.beats())
                    .isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(active(id).platform().firmware()).isEqualTo(Firmware.EFI);
        assertThat(active(id).platform().secureBoot()).isEqualTo(isSecure);
        assertThat(engine.definition(id, Configuration.DEFINED).platform().secureBoot())
                .isEqualTo(isSecure);
    }

    private static long residentMebibytes(Path process) throws Exception {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhatTheHostLacksAndWhy() {
        assertThat(engine.lacking())
                .containsKeys(Feature.BRIDGE_VLAN, Feature.FILE_WEIGHT, Feature.OPEN_FIRMWARE, Feature.WATCHDOG_DIAG288)
                .doesNotContainKeys(Feature.WATCHDOG_I6300ESB, Feature.DISPLAY, Feature.SHARED_MEMORY)
                .allSatisfy((feature, reason) -> assertThat(reason).isNotBlank());
    }

    @Test
    @Requirement({"VMACT2", "VMDEF3 affinity", "VMPERF12 cpu", "VMPERF13"})
    void movesProcessorsAndLimitsThemWhileTheHeartBeats() throws Exception {
        DomainId id = running(definition());

        engine.change(
                id, new LiveChange.Pin(new TreeMap<>(Map.of(0, NumberSet.of(1))), NumberSet.of(0), true), PATIENCE);
        engine.change(
                id,
                new LiveChange.Share(4096, new Quota(Duration.ofMillis(90), Duration.ofMillis(100)), true),
                PATIENCE);
        engine.change(id, new LiveChange.ProcessorCount(2, true), PATIENCE);

        assertThat(allowedProcessorsOf("CPU 0/TCG")).isEqualTo("1");
        guest.awaitBeats(3);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
        DomainDefinition defined = engine.definition(id, Configuration.DEFINED);
        assertThat(active(id).processors()).isEqualTo(defined.processors());
        assertThat(defined.processors().count()).isEqualTo(2);
    }

    /** What the kernel says of the guest's thread of this name. */
    private String allowedProcessorsOf(String thread) throws Exception {
        long process = guest.process().orElseThrow().pid();
        try (var tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path task : tasks.toList()) {
                if (Files.readString(task.resolve("comm")).strip().equals(thread)) {
                    return Files.readAllLines(task.resolve("status")).stream()
                            .filter(line -> line.startsWith("Cpus_allowed_list:"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElseThrow();
                }
            }
        }
        throw new AssertionError("the guest has no thread '" + thread + "'");
    }

    @Test
    @Requirement({"VMACT2", "VMPERF12 devices", "VMPERF13", "VMPERF14"})
    void takesADiskFromADeafGuestNotBeforeItsReset() throws Exception {
        DomainId id = running(definition());
        Path image = Files.write(host.guests().resolve(guest.name() + "-b.raw"), new byte[1 << 20]);
        Disk disk = Disk.of(null, new Disk.FileMedium(image.toString(), "raw"))
                .withQuality(Disk.Quality.UNLIMITED.withRates(DataRate.ofMebibytes(1), DataRate.ofMebibytes(2)));

        engine.change(id, new LiveChange.AttachDisk(disk, true), PATIENCE);

        assertThat(active(id).disks()).extracting(Disk::target).containsExactly("vda", "vdb");
        assertThat(active(id).disks().get(1).quality()).isEqualTo(disk.quality());
        assertThat(engine.definition(id, Configuration.DEFINED).disks())
                .extracting(Disk::target)
                .containsExactly("vda", "vdb");
        HypervisorException refusal = catchThrowableOfType(
                HypervisorException.class,
                () -> engine.change(id, new LiveChange.DetachDisk("vdb", true), Duration.ofSeconds(1)));
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(Reason.TIMEOUT);
        assertThat(active(id).disks()).hasSize(2);
        guest.awaitBeats(1);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();

        engine.perform(LifecycleAction.RESET, id);
        guest.awaitBeats(1);

        assertThat(active(id).disks()).extracting(Disk::target).containsExactly("vda");
    }

    @Test
    void takesNoEmulatedProcessorAwayBecauseThatWouldCostTheGuest() throws Exception {
        DomainId id = running(definition());
        engine.change(id, new LiveChange.ProcessorCount(2, false), PATIENCE);

        HypervisorException refusal = catchThrowableOfType(
                HypervisorException.class, () -> engine.change(id, new LiveChange.ProcessorCount(1, false), PATIENCE));

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(active(id).processors().count()).isEqualTo(2);
        guest.awaitBeats(1);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    @Test
    void endsWaitingForAGuestWhoseDomainIsStopped() throws Exception {
        DomainId id = running(definition()
                .withNetworkPorts(
                        List.of(new NetworkPort("52:54:00:00:00:09", new NetworkPort.UserNetwork(), "virtio", null))));
        var detaching = threads.submit(
                () -> engine.change(id, new LiveChange.DetachPort("52:54:00:00:00:09", true), Duration.ofMinutes(5)));
        host.virsh("domstate", guest.name());

        engine.perform(LifecycleAction.STOP, id);

        assertThatThrownBy(() -> detaching.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining(guest.name());
        assertThat(engine.definition(id, Configuration.DEFINED).networkPorts()).hasSize(1);
    }

    @Test
    @Requirement({"VMPERF12 memory", "VMPERF14"})
    void givesMemoryBackToAGuestThatDoesNotLetGoOfIt() throws Exception {
        DomainId id = running(definition());

        HypervisorException refusal = catchThrowableOfType(
                HypervisorException.class,
                () -> engine.change(
                        id, new LiveChange.MemorySize(ByteSize.ofMebibytes(24), true), Duration.ofMillis(800)));

        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(Reason.TIMEOUT);
        assertThat(active(id).memory().size()).isEqualTo(ByteSize.ofMebibytes(32));
        assertThat(engine.definition(id, Configuration.DEFINED).memory())
                .isEqualTo(definition().memory().withManagement(Memory.Management.DYNAMIC));
        guest.awaitBeats(1);
    }

    @Test
    void usesTheNextConfigurationOnceAlsoAfterADaemonAndAnEngineThatEnded() throws Exception {
        DomainId id = engine.define(definition()).id();
        DomainDefinition before = engine.definition(id, Configuration.DEFINED);
        engine.setNext(id, before.withMemory(Memory.of(ByteSize.ofMebibytes(48))));
        host.restartDaemon();
        engine.close();
        engine = reopened();

        engine.perform(LifecycleAction.START, id);

        guest.awaitBeats(1);
        assertThat(active(id).memory().maximum()).isEqualTo(ByteSize.ofMebibytes(48));
        assertThat(engine.definition(id, Configuration.DEFINED)).isEqualTo(before);
        assertThat(host.virsh("dumpxml", "--inactive", guest.name())).doesNotContain("telvirt:next");
    }

    /** The daemon's new socket may take a moment. */
    private LibvirtHypervisor reopened() throws HypervisorException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
            } catch (HypervisorException e) {
                if (e.reason() != Reason.UNAVAILABLE || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
