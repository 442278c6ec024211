package org.telvirt.hypervisor.libvirt.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.LogicalProcessor;
import org.telvirt.hypervisor.host.PagePool;
import org.telvirt.hypervisor.host.ProcessorModel;
import org.telvirt.hypervisor.host.Topology;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.libvirt.xml.XmlText;

/** How processors and memory belong together, out of libvirt's capabilities XML. */
final class TopologyXml {
    private TopologyXml() {}

    /**
     * The cells, with nothing said of what is free.
     *
     * @return null: libvirt does not know
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static @Nullable Topology topology(String capabilities) throws HypervisorException {
        XmlElement host = XmlDocument.parse(capabilities).root().child("host");
        XmlElement topology = host == null ? null : host.child("topology");
        XmlElement cells = topology == null ? null : topology.child("cells");
        if (cells == null) {
            return null;
        }
        List<Cell> all = new ArrayList<>();
        for (XmlElement cell : cells.children("cell")) {
            all.add(cell(cell));
        }
        return new Topology(all);
    }

    private static Cell cell(XmlElement cell) {
        return new Cell(
                (int) number(cell.get("id")),
                size(cell.child("memory")),
                null,
                pages(cell),
                processors(cell.child("cpus")),
                distances(cell.child("distances")));
    }

    private static ByteSize size(@Nullable XmlElement memory) {
        return memory == null ? ByteSize.ZERO : ByteSize.ofKibibytes(number(memory.text())); // always in KiB
    }

    private static List<PagePool> pages(XmlElement cell) {
        List<PagePool> pools = new ArrayList<>();
        for (XmlElement pages : cell.children("pages")) {
            pools.add(new PagePool(ByteSize.ofKibibytes(number(pages.get("size"))), number(pages.text()), null));
        }
        return pools;
    }

    private static List<LogicalProcessor> processors(@Nullable XmlElement cpus) {
        List<LogicalProcessor> all = new ArrayList<>();
        for (XmlElement cpu : cpus == null ? List.<XmlElement>of() : cpus.children("cpu")) {
            if (cpu.get("core_id") != null) { // one that is offline has a number and no place
                all.add(new LogicalProcessor(
                        (int) number(cpu.get("id")),
                        (int) number(cpu.get("socket_id")),
                        (int) number(cpu.get("core_id")),
                        numbers(cpu.get("siblings"))));
            }
        }
        return all;
    }

    private static Map<Integer, Integer> distances(@Nullable XmlElement distances) {
        Map<Integer, Integer> all = new HashMap<>();
        for (XmlElement sibling : distances == null ? List.<XmlElement>of() : distances.children("sibling")) {
            all.put((int) number(sibling.get("id")), (int) number(sibling.get("value")));
        }
        return all;
    }

    /** A list such as {@code 0-2,5}. */
    static Set<Integer> numbers(@Nullable String list) {
        Set<Integer> all = new HashSet<>();
        for (String range : list == null ? new String[0] : list.split(",", -1)) {
            int dash = range.indexOf('-');
            int first = (int) number(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : (int) number(range.substring(dash + 1));
            for (int number = first; number <= last; number++) {
                all.add(number);
            }
        }
        return all;
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * What the processors are like.
     *
     * @return null: libvirt does not know
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static @Nullable ProcessorModel processorModel(String capabilities) throws HypervisorException {
        XmlElement host = XmlDocument.parse(capabilities).root().child("host");
        XmlElement cpu = host == null ? null : host.child("cpu");
        String architecture = cpu == null ? null : XmlText.of(cpu, "arch");
        if (cpu == null || architecture == null) {
            return null;
        }
        Set<String> features = new LinkedHashSet<>();
        for (XmlElement feature : cpu.children("feature")) {
            String name = feature.get("name");
            if (name != null) {
                features.add(name);
            }
        }
        return new ProcessorModel(architecture, XmlText.of(cpu, "vendor"), XmlText.of(cpu, "model"), features);
    }
}
