package org.telvirt.hypervisor.libvirt.xml;

import java.util.Map;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Memory;

/** {@code <memory>}, the most that a domain can have, and {@code <currentMemory>}, what it has. */
final class MemoryXml {
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("b", 1L),
            Map.entry("bytes", 1L),
            Map.entry("KB", 1_000L),
            Map.entry("k", 1L << 10),
            Map.entry("KiB", 1L << 10),
            Map.entry("MB", 1_000_000L),
            Map.entry("M", 1L << 20),
            Map.entry("MiB", 1L << 20),
            Map.entry("GB", 1_000_000_000L),
            Map.entry("G", 1L << 30),
            Map.entry("GiB", 1L << 30),
            Map.entry("TB", 1_000_000_000_000L),
            Map.entry("T", 1L << 40),
            Map.entry("TiB", 1L << 40));

    private MemoryXml() {}

    static Memory read(XmlElement domain) {
        XmlElement memory = domain.child("memory");
        if (memory == null) {
            throw new IllegalArgumentException("it has no 'memory'");
        }
        XmlElement current = domain.child("currentMemory");
        ByteSize maximum = size(memory);
        ByteSize size = current == null ? maximum : size(current);
        return new Memory(size.compareTo(maximum) > 0 ? maximum : size, maximum);
    }

    static void write(XmlElement domain, Memory memory) {
        domain.add(XmlElement.of("memory").set("unit", "KiB").text(kibibytes(memory.maximum())));
        domain.add(XmlElement.of("currentMemory").set("unit", "KiB").text(kibibytes(memory.size())));
    }

    static void edit(Edit edit, Memory present, Memory wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement domain = edit.domain();
        XmlElement cpu = domain.child("cpu");
        if (!present.maximum().equals(wanted.maximum()) && cpu != null && cpu.child("numa") != null) {
            throw edit.unsupported("the memory", "its NUMA cells give it; change those");
        }
        XmlElement memory = domain.child("memory");
        XmlElement current = domain.child("currentMemory");
        if (memory == null) {
            return; // then it could not be read
        }
        if (!present.maximum().equals(wanted.maximum())) {
            put(memory, wanted.maximum());
        }
        if (current != null && !size(current).equals(wanted.size())) {
            put(current, wanted.size());
        } else if (current == null && !wanted.size().equals(wanted.maximum())) {
            domain.add(XmlElement.of("currentMemory").set("unit", "KiB").text(kibibytes(wanted.size())), memory);
        }
    }

    private static ByteSize size(XmlElement element) {
        String unit = element.get("unit");
        Long factor = UNITS.get(unit == null ? "KiB" : unit);
        if (factor == null) {
            throw new IllegalArgumentException("'" + element.name() + "' is in the unit '" + unit + "'");
        }
        return new ByteSize(Math.multiplyExact(Long.parseLong(element.text().strip()), factor));
    }

    /** Keeps the unit where it can say the size. */
    private static void put(XmlElement element, ByteSize size) {
        String unit = element.get("unit");
        long factor = UNITS.getOrDefault(unit == null ? "KiB" : unit, 1L);
        if (size.bytes() % factor == 0) {
            element.text(Long.toString(size.bytes() / factor));
        } else {
            element.set("unit", "KiB").text(kibibytes(size));
        }
    }

    private static String kibibytes(ByteSize size) {
        return Long.toString(size.toKibibytes());
    }
}
