package org.telvirt.hypervisor.libvirt.host;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.host.HostMemory;
import org.telvirt.hypervisor.host.PagePool;
import org.telvirt.hypervisor.host.ProcessorModel;
import org.telvirt.hypervisor.host.Topology;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;

/** What libvirt tells of its machine. Safe for use by many threads. */
public final class LibvirtInventory implements HostInventory {
    // struct virNodeInfo: a model of 32 characters, KiB of memory, …
    private static final int NODE_BYTES = 64;
    private static final int NODE_MEMORY = 32;

    private final LibvirtConnection connection;
    private final Map<HostFeature, String> missing;

    /**
     * Asks once what can be asked; what cannot is missing, with libvirt's own words.
     *
     * @param elsewhere why the machine's kernel cannot be seen, for people; null: it is this machine's
     */
    public LibvirtInventory(LibvirtConnection connection, @Nullable String elsewhere) throws HypervisorException {
        this.connection = connection;
        Map<HostFeature, String> lacks = new EnumMap<>(HostFeature.class);
        note(lacks, HostFeature.EVENTS, elsewhere == null ? "" : elsewhere);
        String xml = connection.read(LibvirtInventory::capabilities);
        if (TopologyXml.topology(xml) == null) {
            lacks.put(HostFeature.TOPOLOGY, "libvirt does not know the topology of this host");
        }
        if (TopologyXml.processorModel(xml) == null) {
            lacks.put(HostFeature.PROCESSOR_MODEL, "libvirt does not know the processors of this host");
        }
        note(lacks, HostFeature.FREE_MEMORY, connection.read(LibvirtInventory::lackOfFreeMemory));
        note(lacks, HostFeature.DEVICES, connection.read(LibvirtInventory::lackOfDevices));
        missing = Map.copyOf(lacks);
    }

    private static void note(Map<HostFeature, String> lacks, HostFeature feature, String reason) {
        if (!reason.isEmpty()) {
            lacks.put(feature, reason);
        }
    }

    private static String lackOfFreeMemory(Pointer connection) {
        return NodeLibrary.virNodeGetFreeMemory(connection) == 0 ? lack() : "";
    }

    private static String lackOfDevices(Pointer connection) {
        return NodeLibrary.virConnectListAllNodeDevices(connection, null, 0) < 0 ? lack() : "";
    }

    private static String lack() {
        return LibvirtErrors.last("libvirt cannot tell").getMessage();
    }

    @Override
    public Map<HostFeature, String> missing() {
        return missing;
    }

    private static String capabilities(Pointer connection) throws HypervisorException {
        Pointer xml = NodeLibrary.virConnectGetCapabilities(connection);
        if (xml == null) {
            throw LibvirtErrors.last("Cannot see what the host is capable of");
        }
        return OwnedString.take(xml);
    }

    @Override
    public Topology topology() throws HypervisorException {
        require(HostFeature.TOPOLOGY, "Cannot read the topology of the host");
        return connection.read(on -> {
            Topology bare = TopologyXml.topology(capabilities(on));
            if (bare == null) {
                throw new HypervisorException(Reason.UNAVAILABLE, "libvirt no longer knows the topology of the host");
            }
            return new Topology(
                    bare.cells().stream().map(cell -> withFree(on, cell)).toList());
        });
    }

    private Cell withFree(Pointer on, Cell cell) {
        long[] free = new long[1];
        boolean isKnown = offers(HostFeature.FREE_MEMORY)
                && NodeLibrary.virNodeGetCellsFreeMemory(on, free, cell.number(), 1) == 1;
        return new Cell(
                cell.number(),
                cell.memory(),
                isKnown ? new ByteSize(free[0]) : null,
                withFreePages(on, cell),
                cell.processors(),
                cell.distances());
    }

    private static List<PagePool> withFreePages(Pointer on, Cell cell) {
        List<PagePool> pools = cell.pages();
        int[] sizes =
                pools.stream().mapToInt(pool -> (int) pool.size().toKibibytes()).toArray();
        long[] counts = new long[sizes.length];
        int read = sizes.length == 0
                ? 0
                : NodeLibrary.virNodeGetFreePages(on, sizes.length, sizes, cell.number(), 1, counts, 0);
        if (read < sizes.length) {
            return pools;
        }
        List<PagePool> known = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            known.add(new PagePool(pools.get(i).size(), pools.get(i).count(), counts[i]));
        }
        return known;
    }

    @Override
    public ProcessorModel processorModel() throws HypervisorException {
        require(HostFeature.PROCESSOR_MODEL, "Cannot read the model of the processors");
        ProcessorModel model = TopologyXml.processorModel(connection.read(LibvirtInventory::capabilities));
        if (model == null) {
            throw new HypervisorException(Reason.UNAVAILABLE, "libvirt no longer knows the processors of the host");
        }
        return model;
    }

    @Override
    public HostMemory memory() throws HypervisorException {
        return connection.read(on -> {
            Memory node = new Memory(NODE_BYTES);
            if (NodeLibrary.virNodeGetInfo(on, node) < 0) {
                throw LibvirtErrors.last("Cannot see the memory of the host");
            }
            long free = NodeLibrary.virNodeGetFreeMemory(on);
            return new HostMemory(
                    ByteSize.ofKibibytes(node.getLong(NODE_MEMORY)), free == 0 ? null : new ByteSize(free));
        });
    }

    @Override
    public List<HostDevice> devices() throws HypervisorException {
        String attempt = "Cannot list the devices of the host";
        require(HostFeature.DEVICES, attempt);
        return connection.read(on -> {
            PointerByReference list = new PointerByReference();
            int count = NodeLibrary.virConnectListAllNodeDevices(on, list, 0);
            if (count < 0) {
                throw LibvirtErrors.last(attempt);
            }
            List<HostDevice> devices = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Pointer device = list.getValue().getPointer((long) i * Native.POINTER_SIZE);
                Pointer xml = NodeLibrary.virNodeDeviceGetXMLDesc(device, 0);
                NodeLibrary.virNodeDeviceFree(device);
                if (xml != null) { // else it was taken out meanwhile
                    devices.add(NodeDeviceXml.read(OwnedString.take(xml)));
                }
            }
            Native.free(Pointer.nativeValue(list.getValue()));
            return List.copyOf(devices);
        });
    }
}
