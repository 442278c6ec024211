package org.telvirt.hypervisor.definition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Handling;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors.Policy;

/** What a definition can ask for and not every engine has. */
public enum Feature {
    EFI("platform.firmware", d -> d.platform().firmware() == Firmware.EFI),
    SECURE_BOOT("platform.secureBoot", d -> d.platform().secureBoot()),
    OPEN_FIRMWARE("platform.firmware", d -> d.platform().firmware() == Firmware.OPEN_FIRMWARE),
    PROCESSOR_SCHEDULING("processors.scheduling", d -> asksForScheduling(d)),
    /** A share of another kind than a weight: what real-time classes have. */
    PROCESSOR_POLICY("processors.scheduling.policy", d -> hasPolicy(d)),
    PROCESSOR_LIMIT(
            "processors.scheduling.limit", d -> d.processors().scheduling().limit() != null),
    PROCESSOR_PLACEMENT("processors.placement", d -> !isAnywhere(d.processors().placement())),
    /** A place for what an engine does for a domain beside its processors. */
    EMULATOR_PLACEMENT(
            "processors.placement.emulator, .eachIoThread",
            d -> d.processors().placement().emulator() != null
                    || !d.processors().placement().eachIoThread().isEmpty()),
    MEMORY_LIMIT("memory.limit", d -> d.memory().limit() != null),
    MEMORY_PLACEMENT("memory.placement", d -> d.memory().placement() != null),
    PAGE_SIZE("memory.pages.size", d -> d.memory().pages().size() != null),
    DISK_LIMITS("disks.quality", d -> d.disks().stream().anyMatch(disk -> asksForLimits(disk.quality()))),
    DISK_WEIGHT("disks.quality.weight", d -> d.disks().stream().anyMatch(Feature::isWeighed)),
    /** The weight of a disk that is no block device of the host. */
    FILE_WEIGHT(
            "disks.quality.weight",
            d -> d.disks().stream().anyMatch(disk -> isWeighed(disk) && !(disk.medium() instanceof BlockMedium))),
    DISK_HANDLING(
            "disks.handling", d -> d.disks().stream().anyMatch(disk -> !Handling.DEFAULT.equals(disk.handling()))),
    NETWORK_DISK("disks.medium", d -> d.disks().stream().anyMatch(disk -> disk.medium() instanceof NetworkMedium)),
    USER_NETWORK("networkPorts.connection", d -> anyPort(d, port -> port.connection() instanceof UserNetwork)),
    /** A port whose cable is not plugged in. */
    LINK_STATE("networkPorts.linkUp", d -> anyPort(d, port -> !port.linkUp())),
    INBOUND_BANDWIDTH(
            "networkPorts.traffic.inbound",
            d -> anyPort(
                    d,
                    port -> port.traffic().inbound() != null || port.traffic().reservedInbound() != null)),
    PORT_ISOLATION(
            "networkPorts.traffic.isolated",
            d -> anyPort(d, port -> port.traffic().isolated())),
    /** A limit of traffic in the engine's user network. */
    USER_NETWORK_BANDWIDTH(
            "networkPorts.traffic.inbound, .outbound",
            d -> anyPort(d, port -> port.connection() instanceof UserNetwork && isLimited(port.traffic()))),
    /** A tag on a port whose far side knows no tags. */
    BRIDGE_VLAN(
            "networkPorts.traffic.vlan",
            d -> anyPort(
                    d,
                    port -> port.traffic().vlan() != null
                            && (port.connection() instanceof Bridge || port.connection() instanceof UserNetwork))),
    PACKET_FILTER(
            "networkPorts.traffic.filter",
            d -> anyPort(d, port -> port.traffic().filter() != null)),
    /** A filter of packets in the engine's user network. */
    USER_NETWORK_FILTER(
            "networkPorts.traffic.filter",
            d -> anyPort(
                    d,
                    port -> port.connection() instanceof UserNetwork
                            && port.traffic().filter() != null)),
    /** Isolation of a port that is on no bridge. */
    USER_NETWORK_ISOLATION(
            "networkPorts.traffic.isolated",
            d -> anyPort(
                    d,
                    port -> port.connection() instanceof UserNetwork
                            && port.traffic().isolated())),
    CONSOLE_LOG("consoles.logFile", d -> d.consoles().stream().anyMatch(console -> console.logFile() != null)),
    DISPLAY("displays", d -> !d.displays().isEmpty()),
    PCI_DEVICE("hostDevices", d -> d.hostDevices().stream().anyMatch(PciDevice.class::isInstance)),
    USB_DEVICE("hostDevices", d -> d.hostDevices().stream().anyMatch(UsbDevice.class::isInstance)),
    SHARED_MEMORY("sharedMemories", d -> !d.sharedMemories().isEmpty()),
    DIRECT_KERNEL("boot.kernel", d -> d.boot().kernel() != null),
    FIRMWARE_ENTRIES("boot.firmwareEntries", d -> !d.boot().firmwareEntries().isEmpty()),
    OEM_STRINGS("boot.oemStrings", d -> !d.boot().oemStrings().isEmpty()),
    WATCHDOG("faultPolicy.watchdog", d -> d.faultPolicy().watchdog() != null),
    WATCHDOG_I6300ESB("faultPolicy.watchdog.model", d -> hasWatchdog(d, WatchdogModel.I6300ESB)),
    WATCHDOG_IB700("faultPolicy.watchdog.model", d -> hasWatchdog(d, WatchdogModel.IB700)),
    WATCHDOG_ITCO("faultPolicy.watchdog.model", d -> hasWatchdog(d, WatchdogModel.ITCO)),
    WATCHDOG_DIAG288("faultPolicy.watchdog.model", d -> hasWatchdog(d, WatchdogModel.DIAG288)),
    PANIC_DEVICE("faultPolicy.panicDevice", d -> d.faultPolicy().panicDevice() != null),
    GUEST_AGENT("guestAgent", d -> d.guestAgent()),
    /** Another name for a domain that exists: what no definition asks for, only its change. */
    RENAMING("name", d -> false);

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // these capture nothing
    private final Predicate<DomainDefinition> asked;

    Feature(String field, Predicate<DomainDefinition> asked) {
        this.field = field;
        this.asked = asked;
    }

    /** The field of a definition that asks for it. */
    public String field() {
        return field;
    }

    /** Whether the definition asks for it. */
    public boolean isAskedBy(DomainDefinition definition) {
        return asked.test(definition);
    }

    /** What a definition asks for of what is lacking, each with the reason. */
    public static Map<Feature, String> lackedBy(DomainDefinition definition, Map<Feature, String> lacking) {
        Map<Feature, String> lacked = new EnumMap<>(Feature.class);
        lacking.forEach((feature, reason) -> {
            if (feature.isAskedBy(definition)) {
                lacked.put(feature, reason);
            }
        });
        return lacked;
    }

    private static boolean asksForScheduling(DomainDefinition definition) {
        Processors.Scheduling scheduling = definition.processors().scheduling();
        return scheduling.shares() != null || scheduling.limit() != null || hasPolicy(definition);
    }

    private static boolean hasPolicy(DomainDefinition definition) {
        Policy policy = definition.processors().scheduling().policy();
        return policy != null && !policy.equals(Policy.OTHER);
    }

    private static boolean isAnywhere(Processors.Placement placement) {
        return placement.any() == null
                && placement.each().isEmpty()
                && placement.emulator() == null
                && placement.eachIoThread().isEmpty();
    }

    private static boolean asksForLimits(Disk.Quality quality) {
        return !quality.withWeight(null).withLatency(null).equals(Disk.Quality.UNLIMITED);
    }

    private static boolean isWeighed(Disk disk) {
        return disk.quality().weight() != null;
    }

    private static boolean isLimited(Traffic traffic) {
        return traffic.inbound() != null || traffic.outbound() != null;
    }

    private static boolean anyPort(DomainDefinition definition, Predicate<NetworkPort> condition) {
        List<NetworkPort> ports = definition.networkPorts();
        return ports.stream().anyMatch(condition);
    }

    private static boolean hasWatchdog(DomainDefinition definition, WatchdogModel model) {
        Watchdog watchdog = definition.faultPolicy().watchdog();
        return watchdog != null && watchdog.model() == model;
    }
}
