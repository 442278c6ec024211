package org.telvirt.hypervisor.libvirt.domain;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** {@code <memory>}, the most that a domain can have, {@code <currentMemory>}, what it has, and {@code <memtune>}. */
final class MemoryXml {
    private static final String TUNE = "memtune";
    private static final String LIMIT = "hard_limit";
    private static final String NOTE = "memory";
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
        return new Memory(
                size.compareTo(maximum) > 0 ? maximum : size,
                maximum,
                bytes(Notes.get(domain, NOTE, "reservation")),
                limit(domain),
                MemoryBackingXml.management(domain),
                MemoryBackingXml.pages(domain),
                MemoryBackingXml.placement(domain));
    }

    private static @Nullable ByteSize bytes(@Nullable String text) {
        return text == null ? null : new ByteSize(Long.parseLong(text));
    }

    private static @Nullable ByteSize limit(XmlElement domain) {
        XmlElement tune = domain.child(TUNE);
        XmlElement limit = tune == null ? null : tune.child(LIMIT);
        return limit == null ? null : size(limit);
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
        resize(edit, present, wanted);
        if (!Objects.equals(present.reservation(), wanted.reservation())) {
            ByteSize reservation = wanted.reservation();
            Notes.put(domain, NOTE, "reservation", reservation == null ? null : Long.toString(reservation.bytes()));
        }
        if (!Objects.equals(present.limit(), wanted.limit())) {
            limit(domain, wanted.limit());
        }
        MemoryBackingXml.manage(edit, present.management(), wanted.management());
        MemoryBackingXml.edit(edit, present.pages(), wanted.pages());
        MemoryBackingXml.place(domain, present.placement(), wanted.placement());
    }

    private static void limit(XmlElement domain, @Nullable ByteSize limit) {
        XmlElement tune = domain.make(TUNE);
        if (limit == null) {
            tune.drop(LIMIT);
            domain.tidy(TUNE);
        } else if (tune.child(LIMIT) == null) {
            tune.add(XmlElement.of(LIMIT).set("unit", "KiB").text(kibibytes(limit)));
        } else {
            put(tune.make(LIMIT), limit);
        }
    }

    private static void resize(Edit edit, Memory present, Memory wanted) throws HypervisorException {
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
        return size(element.text().strip(), unit == null ? "KiB" : unit, element.name());
    }

    /** So many of a unit of libvirt. */
    static ByteSize size(String count, String unit, String element) {
        Long factor = UNITS.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("'" + element + "' is in the unit '" + unit + "'");
        }
        return new ByteSize(Math.multiplyExact(Long.parseLong(count), factor));
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
