package org.telvirt.hypervisor.definition;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.DefinitionRules.Violations;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.ErrorPolicy;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
import org.telvirt.hypervisor.definition.Disk.Protocol;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.hypervisor.definition.Disk.Server;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.NetworkPort.Bandwidth;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;

/** The rules of a definition that are about devices. */
final class DeviceRules {
    private static final Pattern MAC_ADDRESS = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final Pattern TARGET = Pattern.compile("[a-z][a-z0-9]{1,15}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]+");
    private static final int MOST_PORT = 65_535;
    private static final int FIRST_VNC_PORT = 5900;
    private static final int MOST_VNC_PASSWORD = 8;
    private static final int MOST_VLAN = 4094;
    private static final int LEAST_WEIGHT = 100;
    private static final int MOST_WEIGHT = 1000;
    private static final int MOST_16_BITS = 0xFFFF;

    private final Violations violations;
    private final Map<Object, String> bootOrders = Violations.seen();

    DeviceRules(Violations violations) {
        this.violations = violations;
    }

    void check(DomainDefinition definition) {
        checkDisks(definition.disks());
        checkNetworkPorts(definition.networkPorts());
        for (int i = 0; i < definition.consoles().size(); i++) {
            violations.path(
                    "consoles[" + i + "].logFile", definition.consoles().get(i).logFile());
        }
        for (int i = 0; i < definition.displays().size(); i++) {
            checkDisplay("displays[" + i + "]", definition.displays().get(i));
        }
        checkHostDevices(definition.hostDevices());
        checkSharedMemories(definition.sharedMemories());
    }

    private void checkDisks(List<Disk> disks) {
        Map<Object, String> targets = Violations.seen();
        for (int i = 0; i < disks.size(); i++) {
            Disk disk = disks.get(i);
            String field = "disks[" + i + "]";
            String target = disk.target();
            if (target != null) {
                violations.require(
                        TARGET.matcher(target).matches(),
                        field + ".target '" + target + "' is not a device name such as vda");
                violations.unique(targets, field + ".target", target);
            }
            checkMedium(field + ".medium", disk.medium());
            checkBootOrder(field, disk.bootOrder());
            checkQuality(field + ".quality", disk.quality());
            violations.require(
                    disk.handling().onReadError() != ErrorPolicy.ENOSPACE,
                    field + ".handling.onReadError ENOSPACE is of writing alone");
        }
    }

    private void checkMedium(String field, @Nullable Medium medium) {
        if (medium instanceof FileMedium file) {
            violations.path(field + ".path", file.path());
        } else if (medium instanceof BlockMedium block) {
            violations.path(field + ".path", block.path());
        } else if (medium instanceof NetworkMedium network) {
            checkNetworkMedium(field, network);
        }
    }

    private void checkNetworkMedium(String field, NetworkMedium medium) {
        violations.text(field + ".name", medium.name());
        violations.require(medium.protocol() == Protocol.NBD || !medium.name().isEmpty(), field + ".name is empty");
        violations.require(
                medium.protocol() != Protocol.NFS || medium.name().startsWith("/"),
                field + ".name '" + medium.name() + "' is not absolute");
        violations.require(
                medium.protocol() == Protocol.RBD || !medium.servers().isEmpty(), field + ".servers is empty");
        for (int i = 0; i < medium.servers().size(); i++) {
            Server server = medium.servers().get(i);
            String place = field + ".servers[" + i + "]";
            violations.require(!server.host().isBlank(), place + ".host is blank");
            violations.text(place + ".host", server.host());
            if (server.port() != null) {
                violations.range(place + ".port", server.port(), 1, MOST_PORT);
            }
        }
    }

    private void checkQuality(String field, Quality quality) {
        checkPositive(field + ".read", quality.read());
        checkPositive(field + ".write", quality.write());
        checkPositive(field + ".readsPerSecond", quality.readsPerSecond());
        checkPositive(field + ".writesPerSecond", quality.writesPerSecond());
        if (quality.weight() != null) {
            violations.range(field + ".weight", quality.weight(), LEAST_WEIGHT, MOST_WEIGHT);
        }
        violations.require(
                quality.latency() == null || quality.latency().toNanos() > 0, field + ".latency is not longer than 0");
    }

    private void checkPositive(String field, @Nullable DataRate rate) {
        violations.require(rate == null || rate.bytesPerSecond() > 0, field + " is 0");
    }

    private void checkPositive(String field, @Nullable Long count) {
        violations.require(count == null || count > 0, field + " is not more than 0");
    }

    private void checkNetworkPorts(List<NetworkPort> ports) {
        Map<Object, String> addresses = Violations.seen();
        for (int i = 0; i < ports.size(); i++) {
            NetworkPort port = ports.get(i);
            String field = "networkPorts[" + i + "]";
            String address = port.address();
            if (address != null) {
                violations.require(
                        MAC_ADDRESS.matcher(address).matches() && isUnicast(address),
                        field + ".address '" + address + "' is not a unicast address such as 52:54:00:12:34:56");
                violations.unique(addresses, field + ".address", address);
            }
            if (port.connection() instanceof VirtualNetwork || port.connection() instanceof Bridge) {
                violations.require(!port.connection().name().isBlank(), field + ".connection names nothing");
            }
            violations.text(field + ".connection", port.connection().name());
            violations.text(field + ".model", port.model());
            checkBootOrder(field, port.bootOrder());
            checkTraffic(field + ".traffic", port.traffic());
            checkReservation(field + ".traffic.reservedInbound", port);
        }
    }

    private static boolean isUnicast(String address) {
        return (Character.digit(address.charAt(1), 16) & 1) == 0 && !address.equals("00:00:00:00:00:00");
    }

    private void checkTraffic(String field, Traffic traffic) {
        checkBandwidth(field + ".inbound", traffic.inbound());
        checkBandwidth(field + ".outbound", traffic.outbound());
        if (traffic.vlan() != null) {
            violations.range(field + ".vlan", traffic.vlan(), 1, MOST_VLAN);
        }
        String filter = traffic.filter();
        violations.require(
                filter == null || WORD.matcher(filter).matches(),
                field + ".filter '" + filter + "' is no name such as clean-traffic");
    }

    private void checkReservation(String field, NetworkPort port) {
        DataRate reserved = port.traffic().reservedInbound();
        Bandwidth limit = port.traffic().inbound();
        if (reserved != null) {
            violations.require(
                    port.connection() instanceof VirtualNetwork,
                    field + " is set aside in a network that the engine manages; connect the port to one");
            violations.require(
                    reserved.bytesPerSecond() >= ByteSize.ofKibibytes(1).bytes(),
                    field + " " + reserved + " is less than 1 KiB/s");
            violations.require(
                    limit == null || reserved.compareTo(limit.average()) <= 0,
                    field + " " + reserved + " is more than the port may receive");
        }
    }

    private void checkBandwidth(String field, @Nullable Bandwidth bandwidth) {
        if (bandwidth != null) {
            long least = ByteSize.ofKibibytes(1).bytes();
            violations.require(
                    bandwidth.average().bytesPerSecond() >= least,
                    field + ".average " + bandwidth.average() + " is less than 1 KiB/s");
            violations.require(
                    bandwidth.peak() == null || bandwidth.peak().compareTo(bandwidth.average()) >= 0,
                    field + ".peak " + bandwidth.peak() + " is less than the average " + bandwidth.average());
            violations.require(
                    bandwidth.burst() == null || bandwidth.burst().bytes() >= least,
                    field + ".burst " + bandwidth.burst() + " is less than 1 KiB");
        }
    }

    private void checkBootOrder(String field, @Nullable Integer bootOrder) {
        if (bootOrder != null) {
            violations.require(bootOrder >= 1, field + ".bootOrder " + bootOrder + " is less than 1");
            violations.unique(bootOrders, field + ".bootOrder", bootOrder);
        }
    }

    private void checkDisplay(String field, Display display) {
        violations.require(!display.listen().isBlank(), field + ".listen is blank");
        violations.text(field + ".listen", display.listen());
        if (display.port() != null) {
            violations.range(field + ".port", display.port(), FIRST_VNC_PORT, MOST_PORT);
        }
        String password = display.password();
        if (password == null) {
            violations.require(
                    !display.isReachable(),
                    field + ".listen " + display.listen()
                            + " can be reached from elsewhere and needs a password; or listen on 127.0.0.1");
        } else {
            violations.require(
                    !password.isEmpty() && password.length() <= MOST_VNC_PASSWORD,
                    field + ".password has not 1 to " + MOST_VNC_PASSWORD + " characters");
            violations.text(field + ".password", password);
        }
    }

    private void checkHostDevices(List<HostDevice> devices) {
        Map<Object, String> addresses = Violations.seen();
        for (int i = 0; i < devices.size(); i++) {
            HostDevice device = devices.get(i);
            String field = "hostDevices[" + i + "]";
            violations.unique(addresses, field, device.address());
            if (device instanceof PciDevice pci) {
                violations.range(field + ".domain", pci.domain(), 0, MOST_16_BITS);
                violations.range(field + ".bus", pci.bus(), 0, 0xFF);
                violations.range(field + ".slot", pci.slot(), 0, 0x1F);
                violations.range(field + ".function", pci.function(), 0, 7);
            } else if (device instanceof UsbDevice usb) {
                violations.range(field + ".vendor", usb.vendor(), 1, MOST_16_BITS);
                violations.range(field + ".product", usb.product(), 0, MOST_16_BITS);
            }
        }
    }

    private void checkSharedMemories(List<SharedMemory> memories) {
        Map<Object, String> names = Violations.seen();
        for (int i = 0; i < memories.size(); i++) {
            SharedMemory memory = memories.get(i);
            String field = "sharedMemories[" + i + "]";
            violations.require(
                    WORD.matcher(memory.name()).matches() && !memory.name().startsWith("."),
                    field + ".name '" + memory.name() + "' is no name such as ring-1");
            violations.unique(names, field + ".name", memory.name());
            long bytes = memory.size().bytes();
            violations.require(
                    Long.bitCount(bytes) == 1
                            && bytes >= ByteSize.ofMebibytes(1).bytes(),
                    field + ".size " + memory.size() + " is no power of two from 1 MiB");
        }
    }
}
