package org.telvirt.hypervisor.simulated.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.LinkChanged;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostDevice.Kind;
import org.telvirt.hypervisor.host.LogicalProcessor;
import org.telvirt.hypervisor.host.PagePool;
import org.telvirt.hypervisor.host.Topology;

/**
 * The hardware of a simulated host: two cells of half of its processors and memory each, two threads a core, and a
 * network interface of each; touched only under the host's lock.
 */
public final class Machine {
    private static final String ORIGIN = "simulated hardware";
    private static final ByteSize SMALL_PAGE = ByteSize.ofKibibytes(4);
    private static final int CELLS = 2;
    private static final int NEAR = 10;
    private static final int FAR = 21;
    private static final int FIRST_SLOT = 3;

    private final Host facts;
    private final Set<Integer> offline = new TreeSet<>();
    private final Map<String, Boolean> links = new TreeMap<>();

    /** Whole and switched on. */
    public Machine(Host facts) {
        this.facts = facts;
        for (int cell = 0; cell < cells(); cell++) {
            links.put("eth" + cell, true);
        }
    }

    private int cells() {
        return facts.processors() < 2 * CELLS ? 1 : CELLS;
    }

    /** The host with the processors that are left. */
    public Host facts() {
        return new Host(
                facts.uuid(),
                facts.name(),
                facts.architecture(),
                facts.processorModel(),
                facts.processors() - offline.size(),
                facts.memory());
    }

    /** Its cells, which share what is free. */
    public Topology topology(ByteSize free) {
        int each = (facts.processors() + cells() - 1) / cells();
        List<Cell> all = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            ByteSize memory = new ByteSize(facts.memory().bytes() / cells());
            ByteSize unused = new ByteSize(free.bytes() / cells());
            all.add(new Cell(
                    cell,
                    memory,
                    unused,
                    List.of(new PagePool(SMALL_PAGE, pages(memory), pages(unused))),
                    processors(cell, cell * each, Math.min(facts.processors(), (cell + 1) * each)),
                    distances(cell)));
        }
        return new Topology(all);
    }

    private static long pages(ByteSize size) {
        return size.bytes() / SMALL_PAGE.bytes();
    }

    private List<LogicalProcessor> processors(int socket, int from, int to) {
        List<LogicalProcessor> all = new ArrayList<>();
        for (int number = from; number < to; number++) {
            int core = (number - from) / 2;
            int first = from + core * 2;
            if (!offline.contains(number)) {
                Set<Integer> siblings = new TreeSet<>();
                siblings.add(first);
                siblings.add(Math.min(first + 1, to - 1));
                siblings.removeAll(offline);
                all.add(new LogicalProcessor(number, socket, core, siblings));
            }
        }
        return all;
    }

    private Map<Integer, Integer> distances(int cell) {
        return cells() == 1 ? Map.of(0, NEAR) : Map.of(cell, NEAR, 1 - cell, FAR);
    }

    /** Its network adapters and their interfaces. */
    public List<HostDevice> devices() {
        List<HostDevice> all = new ArrayList<>();
        int slot = FIRST_SLOT;
        for (String link : links.keySet()) {
            String address = "0000:00:0" + slot++ + ".0";
            String pci = "pci_" + address.replace(':', '_').replace('.', '_');
            all.add(new HostDevice(pci, Kind.PCI, "computer", "simnet", "Simulated", "Adapter", null, address));
            all.add(new HostDevice(
                    "net_" + link, Kind.NETWORK, pci, null, null, null, link, "02:00:00:00:00:0" + link.charAt(3)));
        }
        return all;
    }

    /** A processor goes or comes; empty: it is so already. */
    public List<HostEvent> processor(Instant now, int number, boolean online) throws HypervisorException {
        if (number < 0 || number >= facts.processors()) {
            throw new HypervisorException(Reason.NOT_FOUND, "Host '" + facts.name() + "' has no processor " + number);
        }
        boolean changes = online ? offline.remove(number) : offline.add(number);
        return changes ? List.of(new ProcessorChanged(now, ORIGIN, number, online)) : List.of();
    }

    /** A link goes down or comes up; empty: it is so already. */
    public List<HostEvent> link(Instant now, String name, boolean up) throws HypervisorException {
        if (!links.containsKey(name)) {
            throw new HypervisorException(Reason.NOT_FOUND, "Host '" + facts.name() + "' has no link " + name);
        }
        boolean changes = !Boolean.valueOf(up).equals(links.put(name, up));
        return changes ? List.of(new LinkChanged(now, ORIGIN, name, up)) : List.of();
    }

    /** The memory has errors. */
    public List<HostEvent> memory(Instant now, long corrected, long uncorrected) {
        return List.of(new MemoryFaulty(now, ORIGIN, "mc0", corrected, uncorrected));
    }
}
