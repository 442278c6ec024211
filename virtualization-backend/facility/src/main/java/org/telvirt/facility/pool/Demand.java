package org.telvirt.facility.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Quota;

/**
 * What a definition asks of which pools once its system is active.
 *
 * @param layout of the pools that the host has
 * @param exists whether there is a pool that a client made
 */
record Demand(HostShape.Layout layout, Predicate<PoolId> exists) {
    private static final String PROCESSOR = "processor";
    private static final String MEMORY = "memory";

    /** What each resource would hold, in the order of processors, memory, disks, network ports and serial ports. */
    List<Allocation> of(SystemId system, DomainDefinition definition) {
        List<Allocation> all = new ArrayList<>();
        Processors processors = definition.processors();
        PoolId pool = chosen(definition, PoolKind.PROCESSOR, PoolId.host(PoolKind.PROCESSOR));
        all.add(new Allocation(system, PROCESSOR, pool, reserved(processors), processors.count()));
        all.add(memory(system, definition));
        for (int i = 0; i < definition.disks().size(); i++) {
            Disk disk = definition.disks().get(i);
            String name = "disk/" + Objects.requireNonNullElse(disk.target(), String.valueOf(i));
            all.add(new Allocation(system, name, pool(disk), 0, 1));
        }
        for (int i = 0; i < definition.networkPorts().size(); i++) {
            NetworkPort port = definition.networkPorts().get(i);
            String name = "network/" + Objects.requireNonNullElse(port.address(), String.valueOf(i));
            all.add(new Allocation(system, name, pool(port), 0, 1));
        }
        for (int i = 0; i < definition.consoles().size(); i++) {
            all.add(new Allocation(system, "serial/" + i, PoolId.host(PoolKind.SERIAL), 0, 1));
        }
        return List.copyOf(all);
    }

    /** A pool that is gone is none, and what runs nevertheless is the host's. */
    private PoolId chosen(DomainDefinition definition, PoolKind kind, PoolId usual) {
        PoolId chosen = PoolChoice.of(definition, kind);
        return chosen != null && exists.test(chosen) ? chosen : usual;
    }

    /** Processors that nobody else may use are reserved whole. */
    private static long reserved(Processors processors) {
        Quota each = processors.scheduling().reservation();
        long asked = each == null
                ? 0
                : (long) Math.ceil(each.share() * PoolKind.WHOLE_PROCESSOR * processors.count() - 1e-9);
        return Math.max(asked, exclusive(processors.placement()) * PoolKind.WHOLE_PROCESSOR);
    }

    private static long exclusive(Placement placement) {
        if (!placement.exclusive()) {
            return 0;
        }
        TreeSet<Integer> named = new TreeSet<>();
        if (placement.any() != null) {
            named.addAll(placement.any().numbers());
        }
        placement.each().values().forEach(set -> named.addAll(set.numbers()));
        return named.size();
    }

    /** Memory that the host can never take back is reserved whole, whatever was said. */
    private Allocation memory(SystemId system, DomainDefinition definition) {
        Memory memory = definition.memory();
        ByteSize asked = memory.reservation();
        PoolId pages = pages(memory);
        boolean whole = memory.management() == Management.STATIC
                || memory.pages().locked()
                || memory.pages().preallocated()
                || !pages.equals(PoolId.host(PoolKind.MEMORY));
        long reserved = whole ? memory.size().bytes() : asked == null ? 0 : asked.bytes();
        PoolId pool = chosen(definition, PoolKind.MEMORY, pages);
        return new Allocation(system, MEMORY, pool, reserved, memory.size().bytes());
    }

    private PoolId pages(Memory memory) {
        ByteSize size = memory.pages().size();
        return size != null && layout.pages().contains(size.toKibibytes())
                ? PoolId.pages(size.toKibibytes())
                : PoolId.host(PoolKind.MEMORY);
    }

    private PoolId pool(Disk disk) {
        if (disk.device() != DeviceType.DISK) {
            return PoolId.host(disk.device() == DeviceType.CDROM ? PoolKind.OPTICAL : PoolKind.FLOPPY);
        }
        Medium medium = disk.medium();
        String place = medium == null ? "" : medium.location();
        String name = layout.folders().get(place.substring(0, Math.max(0, place.lastIndexOf('/'))));
        return name == null ? PoolId.host(PoolKind.STORAGE) : PoolId.storage(name);
    }

    private PoolId pool(NetworkPort port) {
        return port.connection() instanceof VirtualNetwork network
                        && layout.networks().contains(network.name())
                ? PoolId.network(network.name())
                : PoolId.host(PoolKind.NETWORK);
    }
}
