package org.telvirt.hypervisor.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Cache;
import org.telvirt.hypervisor.definition.Disk.ErrorPolicy;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
import org.telvirt.hypervisor.definition.Disk.Protocol;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.hypervisor.definition.Disk.Server;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
import org.telvirt.hypervisor.definition.FaultPolicy.PanicDevice;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.Memory.Pages;
import org.telvirt.hypervisor.definition.Memory.PlacementMode;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bandwidth;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Policy;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;
import org.telvirt.hypervisor.definition.Processors.SchedulingClass;
import org.telvirt.hypervisor.definition.Processors.Topology;
import org.telvirt.hypervisor.definition.SharedMemory;

/**
 * Every field of a definition that is more than names and numbers of devices. They fit a domain with two processors of at
 * most four, 64 MiB of memory of at most 96, a first disk on a file, a second one on a block device, and a network port
 * on a bridge after another one.
 */
public final class Fields {
    private static final NumberSet NONE = NumberSet.of();

    private Fields() {}

    /** All of them. */
    public static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        fields.addAll(ofProcessors());
        fields.addAll(ofScheduling());
        fields.addAll(ofMemory());
        fields.addAll(ofDisks());
        fields.addAll(ofNetworkPorts());
        fields.addAll(ofTheHost());
        fields.addAll(ofStart());
        fields.addAll(ofFaults());
        return fields;
    }

    static List<Field> ofProcessors() {
        return List.of(
                new Field(
                        "processors.topology",
                        topology(new Topology(1, 2, 2)),
                        topology(new Topology(2, 2, 1)),
                        topology(new Topology(3, 1, 1))),
                new Field(
                        "processors.placement.any",
                        placement(place -> place.withAny(NumberSet.of(0))),
                        placement(place -> place.withAny(NumberSet.range(0, 1))),
                        placement(place -> place.withAny(NONE))),
                new Field(
                        "processors.placement.each",
                        placement(place -> place.with(0, NumberSet.of(0)).with(1, NumberSet.of(1))),
                        placement(place -> place.with(0, NumberSet.range(0, 1))),
                        placement(place -> place.with(7, NumberSet.of(0)))),
                new Field(
                        "processors.placement.emulator",
                        placement(place -> place.withEmulator(NumberSet.of(0))),
                        placement(place -> place.withEmulator(NumberSet.of(1))),
                        placement(place -> place.withEmulator(NONE))),
                new Field(
                        "processors.placement.eachIoThread",
                        placement(place -> place.withIoThreads(2, pins(Map.of(1, NumberSet.of(0))))),
                        placement(place -> place.withIoThreads(1, pins(Map.of(1, NumberSet.of(1))))),
                        placement(place -> place.withIoThreads(1, pins(Map.of(3, NumberSet.of(0)))))),
                new Field(
                        "processors.placement.exclusive",
                        placement(place -> place.withAny(NumberSet.of(0)).withExclusive(true)),
                        placement(place -> place.withAny(NumberSet.of(0)).withExclusive(false)),
                        placement(place -> Placement.ANYWHERE.withExclusive(true))));
    }

    static List<Field> ofScheduling() {
        return List.of(
                new Field(
                        "processors.scheduling.policy",
                        scheduling(to -> to.withPolicy(new Policy(SchedulingClass.BATCH, 0))),
                        scheduling(to -> to.withPolicy(new Policy(SchedulingClass.FIFO, 10))),
                        scheduling(to -> to.withPolicy(new Policy(SchedulingClass.RR, 100)))),
                new Field(
                        "processors.scheduling.shares",
                        scheduling(to -> to.withShares(512)),
                        scheduling(to -> to.withShares(2048)),
                        scheduling(to -> to.withShares(1))),
                new Field(
                        "processors.scheduling.limit",
                        scheduling(to -> to.withLimit(quota(25, 100))),
                        scheduling(to -> to.withLimit(quota(80, 50))),
                        scheduling(to -> to.withLimit(quota(25, 2000)))),
                new Field(
                        "processors.scheduling.reservation",
                        scheduling(to -> to.withReservation(quota(10, 100))),
                        scheduling(to -> to.withReservation(quota(20, 100)).withLimit(quota(20, 100))),
                        scheduling(to -> to.withReservation(quota(30, 100)).withLimit(quota(20, 100)))),
                new Field(
                        "processors.scheduling.minimumSlice",
                        scheduling(to -> to.withMinimumSlice(Duration.ofMillis(2))),
                        scheduling(to -> to.withMinimumSlice(Duration.ofMillis(5))),
                        scheduling(to -> to.withMinimumSlice(Duration.ZERO))),
                new Field(
                        "processors.scheduling.interruptLatency",
                        scheduling(to -> to.withInterruptLatency(Duration.ofNanos(100_000))),
                        scheduling(to -> to.withInterruptLatency(Duration.ofNanos(50_000))),
                        scheduling(to -> to.withInterruptLatency(Duration.ofNanos(-1)))));
    }

    static List<Field> ofMemory() {
        ByteSize fixed = ByteSize.ofMebibytes(64);
        return List.of(
                new Field(
                        "memory.reservation",
                        memory(with -> with.withReservation(ByteSize.ofMebibytes(32))),
                        memory(with -> with.withReservation(ByteSize.ofMebibytes(48))),
                        memory(with -> with.withReservation(ByteSize.ofMebibytes(65)))),
                new Field(
                        "memory.limit",
                        memory(with -> with.withLimit(ByteSize.ofMebibytes(512))),
                        memory(with -> with.withLimit(ByteSize.ofMebibytes(1024))),
                        memory(with -> with.withLimit(ByteSize.ofMebibytes(63)))),
                new Field(
                        "memory.management",
                        memory(with -> with.withSizes(fixed, fixed).withManagement(Management.STATIC)),
                        memory(with -> with.withManagement(Management.DYNAMIC)),
                        memory(with ->
                                with.withSizes(fixed, ByteSize.ofMebibytes(96)).withManagement(Management.STATIC))),
                new Field(
                        "memory.pages.size",
                        pages(with -> with.withSize(ByteSize.ofMebibytes(2))),
                        pages(with -> with.withSize(ByteSize.ofMebibytes(32))),
                        pages(with -> with.withSize(ByteSize.ofMebibytes(3)))),
                new Field(
                        "memory.pages.locked",
                        pages(with -> with.withLocked(true)),
                        pages(with -> with.withLocked(false)),
                        null),
                new Field(
                        "memory.pages.preallocated",
                        pages(with -> with.withPreallocated(true)),
                        pages(with -> with.withPreallocated(false)),
                        null),
                new Field(
                        "memory.pages.sharable",
                        pages(with -> with.withSharable(false)),
                        pages(with -> with.withSharable(true)),
                        null),
                new Field(
                        "memory.placement",
                        memory(with -> with.withPlacement(place(PlacementMode.STRICT, NumberSet.of(0)))),
                        memory(with -> with.withPlacement(place(PlacementMode.INTERLEAVE, NumberSet.of(0)))),
                        memory(with -> with.withPlacement(place(PlacementMode.STRICT, NONE)))));
    }

    static List<Field> ofDisks() {
        List<Server> servers = List.of(new Server("10.0.0.1", 10809));
        return List.of(
                new Field(
                        "disks[0].medium",
                        disk(0, on -> on.withMedium(new NetworkMedium(Protocol.NBD, "root", servers, "raw"))),
                        disk(0, on -> on.withMedium(new NetworkMedium(Protocol.RBD, "pool/root", List.of(), "raw"))),
                        disk(0, on -> on.withMedium(new NetworkMedium(Protocol.NBD, "root", List.of(), "raw")))),
                new Field(
                        "disks[0].quality.read",
                        quality(0, to -> to.withRates(DataRate.ofMebibytes(10), null)),
                        quality(0, to -> to.withRates(DataRate.ofMebibytes(20), DataRate.ofMebibytes(5))),
                        quality(0, to -> to.withRates(new DataRate(0), null))),
                new Field(
                        "disks[0].quality.writesPerSecond",
                        quality(0, to -> to.withOperations(null, 100L)),
                        quality(0, to -> to.withOperations(200L, 300L)),
                        quality(0, to -> to.withOperations(null, -1L))),
                new Field(
                        "disks[1].quality.weight",
                        quality(1, to -> to.withWeight(500)),
                        quality(1, to -> to.withWeight(200)),
                        quality(1, to -> to.withWeight(99))),
                new Field(
                        "disks[0].quality.latency",
                        quality(0, to -> to.withLatency(Duration.ofMillis(5))),
                        quality(0, to -> to.withLatency(Duration.ofMillis(20))),
                        quality(0, to -> to.withLatency(Duration.ZERO))),
                new Field(
                        "disks[0].handling.cache",
                        disk(0, on -> on.withHandling(on.handling().withCache(Cache.NONE))),
                        disk(0, on -> on.withHandling(on.handling().withCache(Cache.WRITETHROUGH))),
                        null),
                new Field(
                        "disks[0].handling.onReadError",
                        errors(ErrorPolicy.STOP, ErrorPolicy.ENOSPACE),
                        errors(ErrorPolicy.REPORT, ErrorPolicy.IGNORE),
                        errors(ErrorPolicy.ENOSPACE, ErrorPolicy.STOP)));
    }

    static List<Field> ofNetworkPorts() {
        Bandwidth slow = Bandwidth.of(DataRate.ofKibibytes(1000));
        Bandwidth bursting =
                new Bandwidth(DataRate.ofKibibytes(2000), DataRate.ofKibibytes(4000), ByteSize.ofKibibytes(512));
        Bandwidth wrong = new Bandwidth(DataRate.ofKibibytes(2000), DataRate.ofKibibytes(1000), null);
        return List.of(
                new Field(
                        "networkPorts[1].traffic.inbound",
                        traffic(of -> of.withBandwidth(slow, null)),
                        traffic(of -> of.withBandwidth(bursting, bursting)),
                        traffic(of -> of.withBandwidth(wrong, null))),
                new Field(
                        "networkPorts[1].traffic.reservedInbound",
                        port(on -> on.withConnection(new NetworkPort.VirtualNetwork("shared"))
                                .withTraffic(on.traffic().withReservedInbound(DataRate.ofKibibytes(500)))),
                        port(on -> on.withConnection(new NetworkPort.VirtualNetwork("shared"))
                                .withTraffic(on.traffic()
                                        .withBandwidth(bursting, null)
                                        .withReservedInbound(DataRate.ofKibibytes(2000)))),
                        port(on -> on.withConnection(new NetworkPort.Bridge("br0"))
                                .withTraffic(on.traffic().withReservedInbound(DataRate.ofKibibytes(500))))),
                new Field(
                        "networkPorts[1].traffic.vlan",
                        port(on -> on.withConnection(new NetworkPort.VirtualNetwork("tagged"))
                                .withTraffic(on.traffic().withVlan(42))),
                        port(on -> on.withConnection(new NetworkPort.VirtualNetwork("tagged"))
                                .withTraffic(on.traffic().withVlan(4094))),
                        port(on -> on.withConnection(new NetworkPort.VirtualNetwork("tagged"))
                                .withTraffic(on.traffic().withVlan(4095)))),
                new Field(
                        "networkPorts[1].traffic.filter",
                        traffic(of -> of.withFilter(Traffic.NO_MAC_SPOOFING)),
                        traffic(of -> of.withFilter(Traffic.CLEAN_TRAFFIC)),
                        traffic(of -> of.withFilter("no such/filter"))),
                new Field(
                        "networkPorts[1].traffic.isolated",
                        traffic(of -> of.withIsolated(true)),
                        traffic(of -> of.withIsolated(false)),
                        null),
                new Field(
                        "networkPorts[1].linkUp",
                        port(on -> on.withLinkUp(false)),
                        port(on -> on.withLinkUp(true)),
                        null));
    }

    static List<Field> ofTheHost() {
        HostDevice pci = new PciDevice(0, 6, 0x12, 5);
        HostDevice usb = new UsbDevice(0x046d, 0xc52b);
        return List.of(
                new Field(
                        "displays",
                        with -> with.withDisplays(List.of(Display.LOCAL)),
                        with -> with.withDisplays(List.of(new Display("0.0.0.0", 5977, "secret"))),
                        with -> with.withDisplays(List.of(new Display("0.0.0.0", null, null)))),
                new Field(
                        "hostDevices",
                        with -> with.withHostDevices(List.of(pci)),
                        with -> with.withHostDevices(List.of(usb)),
                        with -> with.withHostDevices(List.of(pci, pci))),
                new Field(
                        "sharedMemories",
                        with -> with.withSharedMemories(List.of(new SharedMemory("ring-1", ByteSize.ofMebibytes(4)))),
                        with -> with.withSharedMemories(List.of(
                                new SharedMemory("ring-1", ByteSize.ofMebibytes(8)),
                                new SharedMemory("ring-2", ByteSize.ofMebibytes(1)))),
                        with -> with.withSharedMemories(List.of(new SharedMemory("ring-1", ByteSize.ofMebibytes(3))))));
    }

    static List<Field> ofStart() {
        return List.of(
                new Field(
                        "platform.secureBoot",
                        platform(on -> on.withFirmware(Firmware.EFI).withSecureBoot(true)),
                        platform(on -> on.withFirmware(Firmware.EFI).withSecureBoot(false)),
                        platform(on -> on.withFirmware(Firmware.BIOS).withSecureBoot(true))),
                new Field(
                        "boot.kernel",
                        boot(with -> with.withKernel(new Kernel("/boot/kernel", "/boot/initrd", "quiet role=a&b"))),
                        boot(with -> with.withKernel(new Kernel("/boot/other", null, "verbose"))),
                        boot(with -> with.withKernel(new Kernel("kernel", null, null)))),
                new Field(
                        "boot.firmwareEntries",
                        boot(with -> with.withFirmwareEntry("opt/com.example/role", "role=control;shelf=3")
                                .withFirmwareEntry("opt/com.example/site", "<north>")),
                        boot(with -> with.withFirmwareEntries(texts(Map.of("opt/com.example/role", "role=data")))),
                        boot(with -> with.withFirmwareEntry("etc/role", "x"))),
                new Field(
                        "boot.oemStrings",
                        boot(with -> with.withOemStrings(List.of("telvirt:role=control", "second"))),
                        boot(with -> with.withOemStrings(List.of("telvirt:role=data"))),
                        boot(with -> with.withOemStrings(List.of("")))),
                new Field(
                        "automation.sequence",
                        with -> with.withAutomation(
                                new Automation(true, 3, Duration.ofMillis(1500), Automation.StopAction.SAVE)),
                        with -> with.withAutomation(
                                new Automation(Automation.StartAction.IF_PREVIOUSLY_ACTIVE, 1, Duration.ZERO, null)),
                        with -> with.withAutomation(new Automation(true, -1, Duration.ZERO, null))),
                new Field(
                        "metadata",
                        with -> with.withMetadata(texts(Map.of("urn:example:a", "1 < 2", "http://example.org/b", ""))),
                        with -> with.withMetadata(texts(Map.of("urn:example:a", "3"))),
                        with -> with.withMetadata(texts(Map.of("no namespace", "4")))));
    }

    static List<Field> ofFaults() {
        return List.of(
                new Field(
                        "faultPolicy.onCrash",
                        faults(on -> on.withOnCrash(Action.COREDUMP_RESTART)),
                        faults(on -> on.withOnCrash(Action.PRESERVE)),
                        null),
                new Field(
                        "faultPolicy.onPowerOff",
                        faults(on -> on.withOnPowerOff(Action.RESTART)),
                        faults(on -> on.withOnPowerOff(Action.DESTROY)),
                        faults(on -> on.withOnPowerOff(Action.COREDUMP_DESTROY))),
                new Field(
                        "faultPolicy.onReboot",
                        faults(on -> on.withOnReboot(Action.RESTART)),
                        faults(on -> on.withOnReboot(Action.DESTROY)),
                        faults(on -> on.withOnReboot(Action.COREDUMP_RESTART))),
                new Field(
                        "faultPolicy.watchdog",
                        faults(on -> on.withWatchdog(new Watchdog(WatchdogModel.I6300ESB, WatchdogAction.RESET))),
                        faults(on -> on.withWatchdog(new Watchdog(WatchdogModel.IB700, WatchdogAction.INJECT_NMI))),
                        null),
                new Field(
                        "faultPolicy.panicDevice",
                        faults(on -> on.withPanicDevice(PanicDevice.ISA)),
                        faults(on -> on.withPanicDevice(null)),
                        null),
                new Field(
                        "faultPolicy.onShutdownTimeout",
                        faults(on -> on.withOnShutdownTimeout(ShutdownFallback.TURN_OFF)),
                        faults(on -> on.withOnShutdownTimeout(ShutdownFallback.FAIL)),
                        null),
                new Field("guestAgent", with -> with.withGuestAgent(true), with -> with.withGuestAgent(false), null));
    }

    private static UnaryOperator<DomainDefinition> topology(Topology topology) {
        return with -> with.withProcessors(with.processors().withTopology(topology));
    }

    private static UnaryOperator<DomainDefinition> placement(UnaryOperator<Placement> change) {
        return with -> {
            Processors processors = with.processors();
            return with.withProcessors(processors.withPlacement(change.apply(processors.placement())));
        };
    }

    private static UnaryOperator<DomainDefinition> scheduling(UnaryOperator<Scheduling> change) {
        return with -> {
            Processors processors = with.processors();
            return with.withProcessors(processors.withScheduling(change.apply(processors.scheduling())));
        };
    }

    private static UnaryOperator<DomainDefinition> memory(UnaryOperator<Memory> change) {
        return with -> with.withMemory(change.apply(with.memory()));
    }

    private static UnaryOperator<DomainDefinition> pages(UnaryOperator<Pages> change) {
        return memory(with -> with.withPages(change.apply(with.pages())));
    }

    private static UnaryOperator<DomainDefinition> platform(UnaryOperator<Platform> change) {
        return with -> with.withPlatform(change.apply(with.platform()));
    }

    private static UnaryOperator<DomainDefinition> boot(UnaryOperator<Boot> change) {
        return with -> with.withBoot(change.apply(with.boot()));
    }

    private static UnaryOperator<DomainDefinition> faults(UnaryOperator<FaultPolicy> change) {
        return with -> with.withFaultPolicy(change.apply(with.faultPolicy()));
    }

    private static UnaryOperator<DomainDefinition> disk(int place, UnaryOperator<Disk> change) {
        return with -> {
            List<Disk> disks = new ArrayList<>(with.disks());
            disks.set(place, change.apply(disks.get(place)));
            return with.withDisks(disks);
        };
    }

    private static UnaryOperator<DomainDefinition> quality(int place, UnaryOperator<Quality> change) {
        return disk(place, on -> on.withQuality(change.apply(on.quality())));
    }

    private static UnaryOperator<DomainDefinition> errors(ErrorPolicy onRead, @Nullable ErrorPolicy onWrite) {
        return disk(0, on -> on.withHandling(on.handling().withErrors(onRead, onWrite)));
    }

    private static UnaryOperator<DomainDefinition> port(UnaryOperator<NetworkPort> change) {
        return with -> {
            List<NetworkPort> ports = new ArrayList<>(with.networkPorts());
            ports.set(1, change.apply(ports.get(1)));
            return with.withNetworkPorts(ports);
        };
    }

    private static UnaryOperator<DomainDefinition> traffic(UnaryOperator<Traffic> change) {
        return port(on -> on.withTraffic(change.apply(on.traffic())));
    }

    private static Quota quota(int time, int period) {
        return new Quota(Duration.ofMillis(time), Duration.ofMillis(period));
    }

    private static Memory.Placement place(PlacementMode mode, NumberSet nodes) {
        return new Memory.Placement(mode, nodes);
    }

    private static SortedMap<Integer, NumberSet> pins(Map<Integer, NumberSet> pins) {
        return new TreeMap<>(pins);
    }

    private static SortedMap<String, String> texts(Map<String, String> texts) {
        return new TreeMap<>(texts);
    }
}
